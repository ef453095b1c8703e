package dev.paperboy.classify.topic;

import java.util.List;

/**
 * An entry of the taxonomy.
 *
 * @param id stable, lower-case with hyphens
 * @param name as readers see it
 * @param description what papers of this topic do; encoded together with the name
 * @param parent id of the field it belongs to; null for a field itself
 * @param synonyms phrases that are strong evidence where they occur
 * @param hints arXiv categories that make the topic likelier
 */
public record Topic(
    String id,
    String name,
    String description,
    String parent,
    List<String> synonyms,
    List<String> hints) {

  public Topic {
    synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    hints = hints == null ? List.of() : List.copyOf(hints);
  }

  /** The text whose vector stands for the topic. */
  public String meaning() {
    return name + ". " + description;
  }
}
