package dev.paperboy.notify.digest;

import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.TrendingPaper;
import dev.paperboy.notify.taste.Known;
import dev.paperboy.notify.taste.Taste;
import dev.paperboy.notify.taste.UnitVector;
import dev.paperboy.query.PaperDocument;
import dev.paperboy.query.PaperQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A window's papers beside the vectors that some readers' filters compare them with. Quickly made;
 * for one thread.
 */
public final class WindowIndex {
  private final WindowPapers window;
  private final Map<String, Probe> probes;
  private final Map<Probe, Hits> likenesses = new HashMap<>();
  private final Map<String, Hits> answers = new HashMap<>();

  /**
   * @param probes vectors by subject
   */
  public WindowIndex(WindowPapers window, Map<String, Probe> probes) {
    this.window = window;
    this.probes = Map.copyOf(probes);
  }

  List<TrendingPaper> papers() {
    return window.papers();
  }

  /** The id of the paper at a place. */
  String key(int place) {
    return window.key(place);
  }

  /** Where the paper of an id stands; null where it is not in here. */
  Integer place(String id) {
    return window.place(id);
  }

  /** Papers that were taken back. */
  BitSet withdrawn() {
    return window.withdrawn();
  }

  /** Which papers have a topic or a category. */
  WindowPostings postings() {
    return window.postings();
  }

  /** The papers' trend scores on a business date, by place. */
  double[] trends(LocalDate date) {
    return window.trends(date);
  }

  /** A subject's vector; null where there is none. */
  Probe probe(String subject) {
    return probes.get(subject);
  }

  /** A reader's taste by their marks and a filter's examples; null where there are none. */
  Taste taste(Likings likings, List<String> examples) {
    String encoder = window.vectors().encoder();
    List<Known> liked = new ArrayList<>(likings.liked());
    for (String example : examples) {
      Probe probe = probes.get(example);
      if (probe != null && probe.encoder().equals(encoder)) {
        liked.add(new Known(UnitVector.of(probe.int8()), probe.words()));
      }
    }
    return encoder == null || liked.isEmpty() && likings.disliked().isEmpty()
        ? null
        : Taste.learn(window.background(), window.words(), liked, likings.disliked());
  }

  /** How much a paper is to a taste. */
  double liking(Taste taste, int place) {
    return window.vectors().liking(taste, place);
  }

  /** The cosine of two papers; 0 where their vectors can't be compared. */
  double likeness(int one, int other) {
    return window.vectors().likeness(one, other);
  }

  /** How many papers are like a probe. */
  public int findLike(Probe probe) {
    return like(probe).size();
  }

  /** The papers that are like a probe, with their cosines. */
  Hits like(Probe probe) {
    return likenesses.computeIfAbsent(probe, window.vectors()::like);
  }

  /** The papers that a query finds, with their scores. */
  Hits ask(PaperQuery query) {
    if (query.meanings().isEmpty()) {
      return window.ask(query);
    }
    // What a meaning finds depends on the vectors at hand.
    return answers.computeIfAbsent(
        query.canonical(), canonical -> window.search(query.toLucene(window.today(), this::like)));
  }

  /** What {@code ~"…"} finds; nothing where there is no vector of the text. */
  private Query like(String text) {
    Probe probe = probe(text);
    return probe == null
        ? new MatchNoDocsQuery("no vector")
        : new ConstantScoreQuery(
            new TermInSetQuery(
                PaperDocument.ID,
                Arrays.stream(like(probe).places())
                    .mapToObj(place -> new BytesRef(window.key(place)))
                    .toList()));
  }
}
