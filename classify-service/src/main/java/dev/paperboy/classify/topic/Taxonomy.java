package dev.paperboy.classify.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two levels of topics over all fields, as written in {@code taxonomy.yaml}. */
public final class Taxonomy {
  private final List<Topic> all;
  private final List<Topic> topics;
  private final Map<String, Topic> byId = new HashMap<>();

  private Taxonomy(List<Topic> all) {
    this.all = List.copyOf(all);
    this.topics = all.stream().filter(topic -> topic.parent() != null).toList();
    for (Topic topic : all) {
      if (!topic.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "taxonomy: id «" + topic.id() + "» may hold a–z, 0–9 and single hyphens only");
      }
      if (byId.put(topic.id(), topic) != null) {
        throw new IllegalArgumentException("taxonomy: id «" + topic.id() + "» stands twice");
      }
    }
  }

  /**
   * Reads the YAML form.
   *
   * @throws IOException where it cannot be read as such
   * @throws IllegalArgumentException where an id is malformed or stands twice
   */
  public static Taxonomy read(InputStream yaml) throws IOException {
    Written written = new ObjectMapper(new YAMLFactory()).readValue(yaml, Written.class);
    List<Topic> all = new ArrayList<>();
    for (WrittenField field : written.fields()) {
      all.add(new Topic(field.id(), field.name(), field.description(), null, null, null));
      for (WrittenTopic t : field.topics()) {
        all.add(new Topic(t.id(), t.name(), t.description(), field.id(), t.synonyms(), t.hints()));
      }
    }
    return new Taxonomy(all);
  }

  /** Fields and topics, each field before its topics. */
  public List<Topic> all() {
    return all;
  }

  /** The topics that papers are tagged with, without the fields. */
  public List<Topic> topics() {
    return topics;
  }

  /** The topic or field of that id; null if there is none. */
  public Topic get(String id) {
    return byId.get(id);
  }

  private record Written(List<WrittenField> fields) {}

  private record WrittenField(
      String id, String name, String description, List<WrittenTopic> topics) {}

  private record WrittenTopic(
      String id, String name, String description, List<String> synonyms, List<String> hints) {}
}
