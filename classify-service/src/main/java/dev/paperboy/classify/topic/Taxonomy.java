package dev.paperboy.classify.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * @throws IllegalArgumentException where an id is malformed or stands twice, or a name is missing
   */
  public static Taxonomy read(InputStream yaml) throws IOException {
    List<Topic> all = new ArrayList<>();
    for (WrittenField field : written(yaml)) {
      require(field.name(), "the field «" + field.id() + "» has no name");
      all.add(field.topic());
      all.addAll(field.within());
    }
    return new Taxonomy(all);
  }

  /**
   * This one with what an operator adds, in the same form: topics for its fields, which then need
   * their id only, and further fields. A topic whose id is known takes the place of the known one.
   *
   * @throws IOException where it cannot be read as such
   * @throws IllegalArgumentException where an id is malformed or stands twice, a topic has no name
   *     or description, or a field that is not known has no name
   */
  public Taxonomy and(InputStream yaml) throws IOException {
    Map<String, Topic> fields = new LinkedHashMap<>();
    Map<String, Topic> within = new LinkedHashMap<>();
    for (Topic topic : all) {
      (topic.parent() == null ? fields : within).put(topic.id(), topic);
    }
    Set<String> added = new HashSet<>();
    for (WrittenField field : written(yaml)) {
      if (field.name() != null) {
        fields.put(field.id(), field.topic());
      } else {
        require(
            fields.get(field.id()), "the field «" + field.id() + "» is not known and has no name");
      }
      for (Topic topic : field.within()) {
        if (!added.add(topic.id())) {
          throw new IllegalArgumentException("taxonomy: id «" + topic.id() + "» stands twice");
        }
        within.put(topic.id(), topic);
      }
    }
    List<Topic> both = new ArrayList<>();
    for (Topic field : fields.values()) {
      both.add(field);
      within.values().stream().filter(t -> t.parent().equals(field.id())).forEach(both::add);
    }
    return new Taxonomy(both);
  }

  private static List<WrittenField> written(InputStream yaml) throws IOException {
    Written written = new ObjectMapper(new YAMLFactory()).readValue(yaml, Written.class);
    require(written == null ? null : written.fields(), "there is no list of fields");
    return written.fields();
  }

  private static void require(Object value, String otherwise) {
    if (value == null) {
      throw new IllegalArgumentException("taxonomy: " + otherwise);
    }
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
      String id, String name, String description, List<WrittenTopic> topics) {
    private WrittenField {
      require(id, "a field has no id");
    }

    Topic topic() {
      return new Topic(id, name, description, null, null, null);
    }

    List<Topic> within() {
      return topics == null
          ? List.of()
          : topics.stream()
              .map(t -> new Topic(t.id(), t.name(), t.description(), id, t.synonyms(), t.hints()))
              .toList();
    }
  }

  private record WrittenTopic(
      String id, String name, String description, List<String> synonyms, List<String> hints) {
    private WrittenTopic {
      require(id, "a topic has no id");
      require(name, "the topic «" + id + "» has no name");
      require(description, "the topic «" + id + "» has no description");
    }
  }
}
