package dev.paperboy.classify.encode;

/**
 * What a reader wants papers to be about, in words of their own, as the encoder takes it best.
 *
 * <p>A few words are a query: with the encoder's instruction before them they lie nearer to
 * passages that answer them. A sentence lies near enough by itself. Cosines of the two are of
 * different height, and so are the thresholds: {@code ./paperboy bench interests} measures what
 * each lets in.
 *
 * @param encoded the text for the encoder
 * @param threshold the cosine from which a paper is about it
 */
public record Description(String encoded, double threshold) {
  /** The cosine from which a paper is like another one. */
  public static final double LIKE = 0.82;

  /** As the model card wants it. */
  private static final String INSTRUCTION =
      "Represent this sentence for searching relevant passages: ";

  private static final int MOST_WORDS_OF_A_QUERY = 5;
  private static final double ABOUT_A_QUERY = 0.70;
  private static final double ABOUT_A_SENTENCE = 0.76;

  /** Whether it is taken for a query rather than a sentence. */
  public boolean isQuery() {
    return encoded.startsWith(INSTRUCTION);
  }

  /** The text of a reader, ready for the encoder. */
  public static Description of(String text) {
    return text.strip().split("\\s+").length <= MOST_WORDS_OF_A_QUERY
        ? new Description(INSTRUCTION + text, ABOUT_A_QUERY)
        : new Description(text, ABOUT_A_SENTENCE);
  }
}
