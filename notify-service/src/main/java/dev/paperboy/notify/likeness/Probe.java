package dev.paperboy.notify.likeness;

import dev.paperboy.notify.example.PastedPaper;
import dev.paperboy.notify.taste.WordBag;
import java.util.Objects;

/**
 * A vector that papers are compared with: of a description in a reader's words, or of a paper that
 * the reader gave as an example.
 *
 * @param subject the description, or the paper's id
 * @param encoder what made the vector; it is compared with vectors of the same encoder only
 * @param int8 one signed byte per dimension, of any length
 * @param threshold the cosine from which a paper is like it, calibrated for the encoder
 * @param title of the example; null for a description
 * @param words of the example; empty for a description
 */
public record Probe(
    String subject, String encoder, byte[] int8, double threshold, String title, WordBag words) {

  /** Whether it is an example as it was kept before examples had words. */
  boolean lacksWords() {
    return title != null && words.isEmpty();
  }

  /** Whether it is of another encoder, or has words that the other one lacks. */
  boolean isBetterThan(Probe kept) {
    return !encoder.equals(kept.encoder) || kept.lacksWords() && !lacksWords();
  }

  /** The vector of a description. */
  static Probe about(String description, Classify.Encoded made) {
    return new Probe(description, made.encoder(), made.int8(), made.about(), null, WordBag.EMPTY);
  }

  /** What a paper is compared by that nobody here knows. */
  static Probe pasted(String subject, PastedPaper paper, Classify.Encoded made) {
    return new Probe(
        subject,
        made.encoder(),
        made.int8(),
        made.about(),
        paper.title(),
        WordBag.of(paper.title(), paper.abstractText()));
  }

  /** What a paper is compared by that classify knows. */
  static Probe of(Classify.Paper paper, double threshold) {
    return new Probe(
        paper.id(),
        paper.encoder(),
        paper.int8(),
        threshold,
        paper.title(),
        WordBag.of(paper.title(), Objects.requireNonNullElse(paper.abstractText(), "")));
  }
}
