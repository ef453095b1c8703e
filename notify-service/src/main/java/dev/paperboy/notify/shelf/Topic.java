package dev.paperboy.notify.shelf;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What notify needs of {@code topics.v1}.
 *
 * @param parent id of the field it belongs to; null for a field itself
 * @param synonyms what else it is called
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Topic(
    String id, long seq, String name, String description, String parent, List<String> synonyms)
    implements Event {
  /**
   * @throws IllegalArgumentException naming what is missing
   */
  public Topic {
    Event.require(id != null && id.matches("[a-z0-9-]{1,80}"), "id");
    Event.require(seq > 0, "seq");
    Event.require(name != null && !name.isBlank(), "name");
    Event.require(description != null, "description");
    synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
  }

  @Override
  public String key() {
    return id;
  }
}
