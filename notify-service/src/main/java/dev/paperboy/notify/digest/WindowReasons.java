package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Probe;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.PaperQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why papers of a window fit a filter, by their places. What a paper's reasons come to is added up
 * for all; the reasons themselves are told for the few that are asked about.
 */
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

  /** The strongest reason counts whole, each further one this much of it. */
  private static final double FURTHER = 0.3;

  private final WindowIndex window;
  private final List<Source> sources = new ArrayList<>();
  private final BitSet found = new BitSet();
  private final BitSet ofAuthors = new BitSet();
  private final double[] strongest;
  private final double[] sums;

  private WindowReasons(WindowIndex window) {
    this.window = window;
    strongest = new double[window.papers().size()];
    sums = new double[window.papers().size()];
  }

  /** One wish, and the papers that meet it, each with what that is worth. */
  private record Source(Reason.Kind kind, String what, Hits papers, Worth worth) {
    /** What it is worth to a paper; 0 where that does not meet it. */
    double worth(int place) {
      int index = papers.index(place);
      return index < 0 ? 0 : worth.of(papers.scores()[index]);
    }
  }

  /** What a hit of a score is worth; 0 where it does not count. */
  private interface Worth {
    double of(double score);
  }

  /**
   * Finds them.
   *
   * @param topicConfidence below this a tag does not count
   */
  static WindowReasons of(
      Interests interests, FilterLines lines, WindowIndex window, double topicConfidence) {
    WindowReasons found = new WindowReasons(window);
    for (String topic : interests.topics()) {
      found.add(
          Reason.Kind.TOPIC,
          topic,
          window.postings().ofTopic(topic),
          confidence -> confidence >= topicConfidence ? confidence : 0);
    }
    lines.wanted().forEach(found::keywords);
    lines.authors().forEach(found::author);
    found.likenesses(Reason.Kind.ABOUT, interests.about());
    found.likenesses(Reason.Kind.EXAMPLE, interests.exampleSubjects());
    found.categories(interests.categories());
    return found;
  }

  /** Places of the papers that fit. */
  BitSet places() {
    return found;
  }

  /** Places of papers that authors wrote whom the filter names. */
  BitSet ofAuthors() {
    return ofAuthors;
  }

  /** What a paper's reasons come to; 0 where it does not fit. */
  double relevance(int place) {
    return strongest[place] + FURTHER * (sums[place] - strongest[place]);
  }

  /** A paper's reasons, the strongest first; none where it does not fit. */
  List<Reason> at(int place) {
    List<Reason> reasons = new ArrayList<>();
    for (Source source : sources) {
      double weight = source.worth(place);
      if (weight > 0) {
        reasons.add(new Reason(source.kind(), source.what(), weight));
      }
    }
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return reasons;
  }

  private void keywords(String line, PaperQuery query) {
    add(
        Reason.Kind.KEYWORDS,
        line,
        window.ask(query),
        score -> KEYWORDS + score / (score + USUAL_TEXT_SCORE) * (1 - KEYWORDS));
  }

  private void author(String name, PaperQuery query) {
    Hits papers = window.ask(query);
    add(Reason.Kind.AUTHOR, name, papers, score -> AUTHOR);
    papers.forEach((place, score) -> ofAuthors.set(place));
  }

  /** An example is not like itself: its reader has read it. */
  private void likenesses(Reason.Kind kind, Collection<String> subjects) {
    for (String subject : subjects) {
      Probe probe = window.probe(subject);
      if (probe != null) {
        add(
            kind,
            subject,
            window.like(probe).without(place -> window.key(place).equals(subject)),
            cosine -> ofLikeness(cosine, probe.threshold()));
      }
    }
  }

  private static double ofLikeness(double cosine, double threshold) {
    double above = (cosine - threshold) / (ALIKE - threshold);
    return Math.min(1, LIKENESS + above * (1 - LIKENESS));
  }

  /** Of a paper's categories that are wanted only the first counts, primary ones before others. */
  private void categories(List<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    int[] ranks = new int[strongest.length];
    String[] names = new String[strongest.length];
    Arrays.fill(ranks, Integer.MAX_VALUE);
    for (String category : wanted) {
      for (WindowPostings.Filed filed : window.postings().ofCategory(category)) {
        if (filed.rank() < ranks[filed.place()]) {
          ranks[filed.place()] = filed.rank();
          names[filed.place()] = filed.category();
        }
      }
    }
    Map<String, Hits.Builder> papers = new LinkedHashMap<>();
    String last = null;
    Hits.Builder its = null;
    for (int place = 0; place < names.length; place++) {
      if (names[place] != null) {
        if (!names[place].equals(last)) {
          last = names[place];
          its = papers.computeIfAbsent(last, name -> new Hits.Builder());
        }
        its.add(place, ranks[place]);
      }
    }
    papers.forEach(
        (name, of) ->
            add(
                Reason.Kind.CATEGORY,
                name,
                of.build(),
                rank -> rank == 0 ? PRIMARY_CATEGORY : OTHER_CATEGORY));
  }

  private void add(Reason.Kind kind, String what, Hits papers, Worth worth) {
    sources.add(new Source(kind, what, papers, worth));
    papers.forEach(
        (place, score) -> {
          double weight = worth.of(score);
          if (weight > 0) {
            found.set(place);
            sums[place] += weight;
            strongest[place] = Math.max(strongest[place], weight);
          }
        });
  }
}
