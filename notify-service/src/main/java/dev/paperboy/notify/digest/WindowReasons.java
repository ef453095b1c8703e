package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.PaperQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why papers of a window fit a filter, by their places: those that fit, and no others. */
final class WindowReasons {
  private static final double AUTHOR = 0.9;
  private static final double PRIMARY_CATEGORY = 0.35;
  private static final double OTHER_CATEGORY = 0.25;

  /** What a line of keywords is worth however weakly it scores; the text score adds the rest. */
  private static final double KEYWORDS = 0.6;

  /** A BM25 score that adds half of that rest: two rare words in an abstract. */
  private static final double USUAL_TEXT_SCORE = 8;

  /** What a likeness at its threshold is worth: as much as the weakest tag that counts. */
  private static final double LIKENESS = 0.5;

  /** A cosine at which a likeness is worth all: that of versions of one paper. */
  private static final double ALIKE = 0.95;

  private final WindowIndex window;
  private final Map<Integer, List<Reason>> reasons = new HashMap<>();

  private WindowReasons(WindowIndex window) {
    this.window = window;
  }

  /**
   * Finds them.
   *
   * @param topicConfidence below this a tag does not count
   */
  static WindowReasons of(
      Interests interests, FilterLines lines, WindowIndex window, double topicConfidence) {
    WindowReasons found = new WindowReasons(window);
    interests.topics().forEach(topic -> found.topic(topic, topicConfidence));
    lines.wanted().forEach(found::keywords);
    lines.authors().forEach(found::author);
    found.likenesses(Reason.Kind.ABOUT, interests.about());
    found.likenesses(Reason.Kind.EXAMPLE, interests.examples());
    found.categories(interests.categories());
    return found;
  }

  /** Places of the papers that fit. */
  Set<Integer> places() {
    return reasons.keySet();
  }

  /** A paper's reasons, the strongest first; none where it does not fit. */
  List<Reason> at(int place) {
    List<Reason> found = new ArrayList<>(reasons.getOrDefault(place, List.of()));
    found.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return found;
  }

  private void topic(String topic, double least) {
    for (WindowPostings.Tagged tagged : window.postings().ofTopic(topic)) {
      if (tagged.confidence() >= least) {
        add(tagged.place(), Reason.Kind.TOPIC, topic, tagged.confidence());
      }
    }
  }

  private void keywords(String line, PaperQuery query) {
    window
        .ask(query)
        .forEach(
            (id, score) ->
                add(
                    window.place(id),
                    Reason.Kind.KEYWORDS,
                    line,
                    KEYWORDS + score / (score + USUAL_TEXT_SCORE) * (1 - KEYWORDS)));
  }

  private void author(String name, PaperQuery query) {
    window
        .ask(query)
        .keySet()
        .forEach(id -> add(window.place(id), Reason.Kind.AUTHOR, name, AUTHOR));
  }

  /** An example is not like itself: its reader has read it. */
  private void likenesses(Reason.Kind kind, Collection<String> subjects) {
    for (String subject : subjects) {
      Probe probe = window.probe(subject);
      if (probe != null) {
        window
            .like(probe)
            .forEach(
                (id, cosine) -> {
                  if (!id.equals(subject)) {
                    add(window.place(id), kind, subject, ofLikeness(cosine, probe.threshold()));
                  }
                });
      }
    }
  }

  private static double ofLikeness(float cosine, double threshold) {
    double above = (cosine - threshold) / (ALIKE - threshold);
    return Math.min(1, LIKENESS + above * (1 - LIKENESS));
  }

  /** Of a paper's categories that are wanted only the first counts, primary ones before others. */
  private void categories(List<String> wanted) {
    Map<Integer, WindowPostings.Filed> first = new HashMap<>();
    for (String category : wanted) {
      for (WindowPostings.Filed filed : window.postings().ofCategory(category)) {
        first.merge(filed.place(), filed, (one, other) -> one.rank() <= other.rank() ? one : other);
      }
    }
    first.forEach(
        (place, filed) ->
            add(
                place,
                Reason.Kind.CATEGORY,
                filed.category(),
                filed.rank() == 0 ? PRIMARY_CATEGORY : OTHER_CATEGORY));
  }

  private void add(int place, Reason.Kind kind, String what, double weight) {
    reasons.computeIfAbsent(place, key -> new ArrayList<>(2)).add(new Reason(kind, what, weight));
  }
}
