package dev.paperboy.classify.site;

/** The beginning of an abstract, cut where it reads well. */
final class Excerpt {
  /** About three lines on a desk, six on a phone. */
  static final int LONGEST = 340;

  private static final int SHORTEST = 160;

  private Excerpt() {}

  /**
   * The whole text where it is short, otherwise whole sentences or, failing that, words and «…».
   */
  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    for (int i = LONGEST - 1; i > SHORTEST; i--) {
      if (".?!".indexOf(text.charAt(i)) >= 0 && endsSentence(text, i)) {
        return text.substring(0, i + 1);
      }
    }
    return words(text, LONGEST);
  }

  /** The whole text where it is short, otherwise whole words and «…»; a word without end is cut. */
  static String words(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest - 1);
    int cut = space > longest / 2 ? space : longest - 1;
    if (Character.isHighSurrogate(text.charAt(cut - 1))) {
      cut--;
    }
    return text.substring(0, cut).stripTrailing() + "…";
  }

  /** A stop, a space, a capital; and no single letter or «e.g» before the stop. */
  private static boolean endsSentence(String text, int stop) {
    boolean begins =
        stop + 2 < text.length()
            && text.charAt(stop + 1) == ' '
            && !Character.isLowerCase(text.charAt(stop + 2));
    int wordStart = text.lastIndexOf(' ', stop) + 1;
    String word = text.substring(wordStart, stop);
    return begins && word.length() > 2 && word.indexOf('.') < 0;
  }
}
