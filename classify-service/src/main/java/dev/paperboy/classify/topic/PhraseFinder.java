package dev.paperboy.classify.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the taxonomy's names and synonyms in a text, as whole words. */
public final class PhraseFinder {
  /**
   * A phrase that stands for a topic.
   *
   * @param topic index of the topic in the taxonomy's list
   * @param written as the taxonomy writes it
   * @param words as {@link Words} cuts it
   */
  public record Phrase(int topic, String written, List<String> words) {}

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

  /** Of all names and synonyms. */
  public PhraseFinder(List<Topic> topics) {
    for (int t = 0; t < topics.size(); t++) {
      add(t, topics.get(t).name());
      for (String synonym : topics.get(t).synonyms()) {
        add(t, synonym);
      }
    }
  }

  private void add(int topic, String written) {
    List<String> words = Words.of(written);
    if (!words.isEmpty()) {
      byFirstWord
          .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
          .add(new Phrase(topic, written, words));
    }
  }

  /** Every phrase at every place where it occurs. */
  public List<Phrase> find(String text) {
    List<String> words = Words.of(text);
    List<Phrase> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (Phrase phrase : byFirstWord.getOrDefault(words.get(i), List.of())) {
        int end = i + phrase.words().size();
        if (end <= words.size() && words.subList(i, end).equals(phrase.words())) {
          found.add(phrase);
        }
      }
    }
    return found;
  }
}
