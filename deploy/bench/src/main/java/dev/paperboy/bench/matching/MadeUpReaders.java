package dev.paperboy.bench.matching;

import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.notify.digest.ReaderFilter;
import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.taste.Known;
import dev.paperboy.notify.taste.UnitVector;
import dev.paperboy.notify.taste.WordBag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Readers with filters of all kinds, who want things that the day's papers are about: made up from
 * a seed. Every vector that a description or an example would have is a paper's, bent at random.
 */
final class MadeUpReaders {
  private static final double ABOUT = 0.76;
  private static final double LIKE = 0.82;

  /** So that the median description finds about ten papers of a day. */
  private static final double BENT = 0.55;

  private final List<ShelvedPaper> papers;
  private final List<String> topics;
  private final Random random;

  /** Shared by all readers who marked the paper, or they would fill the memory. */
  private final List<Known> known;

  MadeUpReaders(RealDay day, long seed) {
    papers =
        day.papers().stream()
            .map(paper -> paper.paper())
            .filter(paper -> !paper.authors().isEmpty() && !paper.categories().isEmpty())
            .toList();
    topics = day.topics().keySet().stream().sorted().toList();
    random = new Random(seed);
    known =
        papers.stream()
            .map(
                paper ->
                    new Known(
                        UnitVector.of(paper.vector().int8()),
                        WordBag.of(paper.title(), paper.abstractText())))
            .toList();
  }

  /**
   * A reader.
   *
   * @param probes vectors that the filters want, by subject
   * @param sent ids of the day's papers that the ledger has
   * @param likings of the papers that the reader has marked
   */
  record MadeUp(
      List<ReaderFilter> filters, Map<String, Probe> probes, Set<String> sent, Likings likings) {}

  MadeUp next() {
    Map<String, Probe> probes = new HashMap<>();
    int count = chance(0.2) ? 2 : 1;
    List<ReaderFilter> filters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      filters.add(new ReaderFilter(null, "Filter " + i, interests(probes)));
    }
    return new MadeUp(filters, probes, sent(), likings());
  }

  /** A paper that came late, or that a digest before had found among others. */
  private Set<String> sent() {
    return chance(0.3)
        ? several(12, () -> paper().key()).stream().collect(Collectors.toSet())
        : Set.of();
  }

  private Likings likings() {
    return chance(0.15) ? new Likings(marked(20), marked(5)) : Likings.NONE;
  }

  private List<Known> marked(int most) {
    List<Known> marked = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      marked.add(known.get(random.nextInt(known.size())));
    }
    return marked;
  }

  private Interests interests(Map<String, Probe> probes) {
    Interests.Builder interests = Interests.builder();
    if (chance(0.6)) {
      interests.topics(several(5, () -> topics.get(random.nextInt(topics.size()))));
    }
    if (chance(0.3)) {
      interests.categories(several(3, () -> paper().categories().getFirst()));
    }
    if (chance(0.6)) {
      interests.keywords(several(4, this::line));
    }
    if (chance(0.15)) {
      interests.authors(
          several(3, () -> paper().authors().getFirst().replaceAll("[^\\p{L} .-]", "")));
    }
    if (chance(0.2)) {
      interests.exclusions(several(2, this::word));
    }
    if (chance(0.25)) {
      interests.about(several(2, () -> subject("about " + random.nextInt(), ABOUT, probes)));
    }
    if (chance(0.1)) {
      interests.examples(several(8, () -> subject(paper().key() + "v", LIKE, probes)));
    }
    return interests.dial(random.nextInt(5)).maxPapers(5 + random.nextInt(20)).build();
  }

  private String subject(String name, double threshold, Map<String, Probe> probes) {
    probes.computeIfAbsent(name, subject -> probe(subject, threshold));
    return name;
  }

  Probe probe(String subject, double threshold) {
    int at = random.nextInt(papers.size());
    byte[] vector = papers.get(at).vector().int8().clone();
    for (int d = 0; d < vector.length; d++) {
      double bent = vector[d] + BENT * random.nextGaussian() * 20;
      vector[d] = (byte) Math.max(-127, Math.min(127, Math.round(bent)));
    }
    WordBag words = threshold == LIKE ? known.get(at).words() : WordBag.EMPTY;
    return new Probe(subject, BgeSmallEncoder.ID, vector, threshold, null, words);
  }

  /** A word, a pair of words, a phrase, or some of them together, as readers write them. */
  String line() {
    return switch (random.nextInt(5)) {
      case 0 -> word();
      case 1 -> word() + " " + word();
      case 2 -> "\"" + pair() + "\"";
      case 3 -> "\"" + pair() + "\" OR \"" + pair() + "\"";
      default -> word() + " -" + word();
    };
  }

  private String word() {
    while (true) {
      String[] words = PlainText.words(paper().abstractText());
      String word = words[random.nextInt(words.length)];
      if (PlainText.isTelling(word)) {
        return word;
      }
    }
  }

  private String pair() {
    while (true) {
      String[] words = PlainText.words(paper().abstractText());
      int at = random.nextInt(Math.max(1, words.length - 1));
      if (at + 1 < words.length
          && PlainText.isTelling(words[at])
          && PlainText.isTelling(words[at + 1])) {
        return words[at] + " " + words[at + 1];
      }
    }
  }

  private ShelvedPaper paper() {
    return papers.get(random.nextInt(papers.size()));
  }

  private boolean chance(double of) {
    return random.nextDouble() < of;
  }

  private List<String> several(int most, java.util.function.Supplier<String> each) {
    List<String> several = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      several.add(each.get());
    }
    return several.stream().distinct().toList();
  }
}
