package dev.paperboy.notify.wording;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The sentences that code builds, of one area: {@code wording/AREA.properties} holds them in
 * English, the one language there is. Plain Java, so that decisions say why without Quarkus.
 * Templates have their words from message bundles instead.
 */
public final class Wording {
  private static final Locale LANGUAGE = Locale.UK;

  private final ResourceBundle sentences;

  private Wording(ResourceBundle sentences) {
    this.sentences = sentences;
  }

  /**
   * The sentences of an area.
   *
   * @param area a package of this service
   * @throws MissingResourceException where it has none
   */
  public static Wording of(String area) {
    return new Wording(
        ResourceBundle.getBundle("wording." + area, Locale.ROOT, Wording.class.getClassLoader()));
  }

  /**
   * A sentence.
   *
   * @param values for its places, as {@link String#format} takes them
   * @throws MissingResourceException where there is none
   */
  public String say(String key, Object... values) {
    return String.format(LANGUAGE, sentences.getString(key), values);
  }

  /**
   * A sentence that differs for one and for several: {@code KEY.one} or {@code KEY.many}.
   *
   * @throws MissingResourceException where there is none
   */
  public String count(String key, long number) {
    return say(key + (number == 1 ? ".one" : ".many"), number);
  }

  /** Whether there is such a sentence. */
  public boolean has(String key) {
    return sentences.containsKey(key);
  }
}
