package dev.paperboy.notify.likeness;

import dev.paperboy.notify.example.PastedPaper;
import dev.paperboy.notify.likeness.Classify.Known;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Finds vectors of descriptions and examples: remembered ones, and those of others by asking
 * classify. Never fails: what cannot be had is named, and the rest goes on without it.
 */
@ApplicationScoped
public class Probes {
  private static final Logger LOG = Logger.getLogger(Probes.class);
  private static final int MOST_PAPERS = 20;
  private static final int REMEMBERED = 2000;

  private final Classify classify;
  private final ProbeStore store;
  private final Recent<String, Probe> remembered = new Recent<>(REMEMBERED);

  Probes(@RestClient Classify classify, ProbeStore store) {
    this.classify = classify;
    this.store = store;
  }

  /**
   * Vectors of a filter that is not stored.
   *
   * @param encoder that papers are encoded with; null where any will do
   */
  public Uni<Found> find(Subjects subjects, String encoder) {
    if (subjects.isEmpty()) {
      return Uni.createFrom().item(Found.NOTHING);
    }
    Search search = new Search(encoder);
    return search
        .texts(subjects.texts())
        .chain(() -> search.pasted(subjects.pasted()))
        .chain(() -> search.papers(subjects.papers()))
        .map(done -> search.found());
  }

  /**
   * Vectors of stored filters: made once, kept with the filter, and made again where the papers
   * have another encoder.
   *
   * @param subjects by the filter's id
   * @param encoder of the papers; null where there is none to compare with
   */
  public Uni<Found> find(Map<UUID, Subjects> subjects, String encoder) {
    Map<UUID, Subjects> asking = new HashMap<>(subjects);
    asking.values().removeIf(Subjects::isEmpty);
    if (asking.isEmpty() || encoder == null) {
      return Uni.createFrom().item(Found.NOTHING);
    }
    return store
        .of(asking.keySet())
        .flatMap(
            stored -> {
              Map<String, Probe> good = new HashMap<>();
              stored.values().forEach(good::putAll);
              good.values().removeIf(probe -> !probe.encoder().equals(encoder));
              Set<String> whole = new HashSet<>(good.keySet());
              whole.removeIf(subject -> good.get(subject).lacksWords());
              return find(Subjects.without(asking.values(), whole), encoder)
                  .map(found -> together(good, found))
                  .call(found -> store.keep(unkept(asking, stored, found.probes())));
            });
  }

  private static Found together(Map<String, Probe> stored, Found found) {
    Map<String, Probe> all = new HashMap<>(stored);
    all.putAll(found.probes());
    return new Found(
        all,
        without(found.unknown(), stored.keySet()),
        without(found.unavailable(), stored.keySet()));
  }

  private static Set<String> without(Set<String> subjects, Set<String> others) {
    Set<String> left = new HashSet<>(subjects);
    left.removeAll(others);
    return left;
  }

  private static Map<UUID, List<Probe>> unkept(
      Map<UUID, Subjects> asking, Map<UUID, Map<String, Probe>> stored, Map<String, Probe> probes) {
    Map<UUID, List<Probe>> unkept = new HashMap<>();
    asking.forEach(
        (filter, subjects) -> {
          List<Probe> missing = new ArrayList<>();
          for (String subject : subjects.all()) {
            Probe probe = probes.get(subject);
            Probe kept = stored.getOrDefault(filter, Map.of()).get(subject);
            if (probe != null && (kept == null || probe.isBetterThan(kept))) {
              missing.add(probe);
            }
          }
          if (!missing.isEmpty()) {
            unkept.put(filter, missing);
          }
        });
    return unkept;
  }

  /** One search. After the first failure nothing more is asked for: the next would fail, too. */
  private final class Search {
    private final String encoder;
    private final Map<String, Probe> probes = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> unavailable = new HashSet<>();
    private boolean down;

    Search(String encoder) {
      this.encoder = encoder;
    }

    Uni<Void> texts(Collection<String> texts) {
      return oneByOne(texts, text -> classify.encode(text).map(made -> Probe.about(text, made)));
    }

    Uni<Void> pasted(Map<String, PastedPaper> papers) {
      return oneByOne(
          papers.keySet(),
          subject -> {
            PastedPaper paper = papers.get(subject);
            return classify
                .encodePaper(paper.text())
                .map(made -> Probe.pasted(subject, paper, made));
          });
    }

    private Uni<Void> oneByOne(Collection<String> subjects, Function<String, Uni<Probe>> asking) {
      return Multi.createFrom()
          .iterable(unremembered(subjects))
          .onItem()
          .transformToUniAndConcatenate(subject -> one(subject, asking))
          .collect()
          .last()
          .replaceWithVoid();
    }

    private Uni<Void> one(String subject, Function<String, Uni<Probe>> asking) {
      if (down) {
        unavailable.add(subject);
        return Uni.createFrom().voidItem();
      }
      return asking
          .apply(subject)
          .invoke(this::take)
          .replaceWithVoid()
          .onFailure()
          .recoverWithUni(failure -> failed(failure, List.of(subject)));
    }

    Uni<Void> papers(Collection<String> papers) {
      List<List<String>> parts = new ArrayList<>();
      List<String> ids = unremembered(papers);
      for (int i = 0; i < ids.size(); i += MOST_PAPERS) {
        parts.add(ids.subList(i, Math.min(i + MOST_PAPERS, ids.size())));
      }
      return Multi.createFrom()
          .iterable(parts)
          .onItem()
          .transformToUniAndConcatenate(this::part)
          .collect()
          .last()
          .replaceWithVoid();
    }

    private Uni<Void> part(List<String> ids) {
      if (down) {
        unavailable.addAll(ids);
        return Uni.createFrom().voidItem();
      }
      return classify
          .vectors(ids)
          .invoke(known -> take(ids, known))
          .replaceWithVoid()
          .onFailure()
          .recoverWithUni(failure -> failed(failure, ids));
    }

    private void take(List<String> ids, Known known) {
      Set<String> missing = new HashSet<>(ids);
      for (Classify.Paper paper : known.papers()) {
        missing.remove(paper.id());
        take(Probe.of(paper, known.like()));
      }
      unknown.addAll(missing);
    }

    private void take(Probe probe) {
      probes.put(probe.subject(), probe);
      remembered.put(probe.subject(), probe);
    }

    private Uni<Void> failed(Throwable failure, List<String> subjects) {
      if (!down) {
        LOG.warnf("classify gives no vectors: %s", failure.toString());
      }
      down = true;
      unavailable.addAll(subjects);
      return Uni.createFrom().voidItem();
    }

    private List<String> unremembered(Collection<String> subjects) {
      List<String> rest = new ArrayList<>();
      for (String subject : subjects) {
        Probe probe = remembered.get(subject);
        if (probe != null && (encoder == null || probe.encoder().equals(encoder))) {
          probes.put(subject, probe);
        } else {
          rest.add(subject);
        }
      }
      return rest;
    }

    Found found() {
      return new Found(probes, unknown, unavailable);
    }
  }
}
