package dev.paperboy.classify.phrase;

/** How rare words are among papers. */
@FunctionalInterface
public interface WordRarity {
  /**
   * Inverse document frequency.
   *
   * @param word in lower case, without white space
   * @return ln of all papers by those with the word, 0 or more
   */
  double of(String word);
}
