package dev.paperboy.classify.topic;

import dev.paperboy.classify.encode.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Tags papers with topics they were never trained on: how much closer the paper's vector is to a
 * topic's description than to the other topics', and which of the topic's phrases occur.
 *
 * <p>Each piece of evidence adds to a log-odds; what passes {@value #THRESHOLD} is a tag.
 * Thread-safe.
 */
public final class Tagger {
  /** Confidence from which a topic is given. */
  public static final double THRESHOLD = 0.5;

  private static final int MOST_TAGS = 6;

  // Log-odds, chosen on a thousand listed papers whose keywords name a topic of the taxonomy (of
  // 2025; told of those of 2026). Without a phrase a topic is given from 4.3 deviations on.
  private static final double PER_DEVIATION = 0.7;
  private static final double PRIOR = -4.3 * PER_DEVIATION;
  private static final double IN_TITLE = 2.2;
  private static final double IN_ABSTRACT = 1.2;
  private static final double REPEATED = 1.4;
  private static final double OFTEN = 0.7;
  private static final double HINTED = 0.5;

  private final List<Topic> topics;
  private final List<float[]> vectors;
  private final PhraseFinder phrases;

  /**
   * @param topics what to tag with
   * @param vectors of {@link Topic#meaning()}, in the same order, by the encoder that papers are
   *     encoded with
   */
  public Tagger(List<Topic> topics, List<float[]> vectors) {
    if (topics.size() != vectors.size()) {
      throw new IllegalArgumentException(topics.size() + " topics, " + vectors.size() + " vectors");
    }
    this.topics = List.copyOf(topics);
    this.vectors = List.copyOf(vectors);
    this.phrases = new PhraseFinder(topics);
  }

  /**
   * The paper's topics, best first.
   *
   * @param vector the paper's unit vector
   */
  public List<TopicTag> tag(
      String title, String abstractText, List<String> categories, float[] vector) {
    double[] likeness = new double[topics.size()];
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < likeness.length; t++) {
      likeness[t] = Vectors.dot(vectors.get(t), vector);
      sum += likeness[t];
      squares += likeness[t] * likeness[t];
    }
    double mean = sum / likeness.length;
    double deviation = Math.sqrt(Math.max(1e-9, squares / likeness.length - mean * mean));
    Evidence[] evidence = matches(title, abstractText);

    List<TopicTag> tags = new ArrayList<>();
    for (int t = 0; t < likeness.length; t++) {
      Topic topic = topics.get(t);
      double odds = PRIOR + PER_DEVIATION * (likeness[t] - mean) / deviation;
      if (evidence[t] != null) {
        odds += evidence[t].odds();
      }
      if (categories.stream().anyMatch(topic.hints()::contains)) {
        odds += HINTED;
      }
      double confidence = 1 / (1 + Math.exp(-odds));
      if (confidence >= THRESHOLD) {
        tags.add(
            new TopicTag(
                topic.id(),
                Math.round(confidence * 1000) / 1000.0,
                words(evidence[t], likeness[t])));
      }
    }
    tags.sort(Comparator.comparingDouble(TopicTag::confidence).reversed());
    return List.copyOf(tags.subList(0, Math.min(MOST_TAGS, tags.size())));
  }

  private Evidence[] matches(String title, String abstractText) {
    Evidence[] evidence = new Evidence[topics.size()];
    collect(title, true, evidence);
    collect(abstractText, false, evidence);
    return evidence;
  }

  private void collect(String text, boolean inTitle, Evidence[] evidence) {
    for (PhraseFinder.Phrase phrase : phrases.find(text)) {
      Evidence before = evidence[phrase.topic()];
      evidence[phrase.topic()] =
          before == null ? new Evidence(phrase.written(), inTitle, 1) : before.again();
    }
  }

  private static String words(Evidence evidence, double likeness) {
    String vector = String.format(Locale.ROOT, "vector %.2f", likeness);
    return evidence == null ? vector : "matched «" + evidence.phrase() + "»; " + vector;
  }

  /** Phrases of one topic in one paper: the first, whether it is in the title, and how many. */
  private record Evidence(String phrase, boolean inTitle, int count) {
    Evidence again() {
      return new Evidence(phrase, inTitle, count + 1);
    }

    double odds() {
      return (inTitle ? IN_TITLE : IN_ABSTRACT)
          + (count > 1 ? REPEATED : 0)
          + (count > 2 ? OFTEN : 0);
    }
  }
}
