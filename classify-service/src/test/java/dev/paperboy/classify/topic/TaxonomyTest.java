package dev.paperboy.classify.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
  @Test
  void oursHasTopicsOfEveryFieldAndNoPhraseTwice() throws IOException {
    Taxonomy taxonomy;
    try (InputStream yaml = TaxonomyTest.class.getResourceAsStream("/taxonomy.yaml")) {
      taxonomy = Taxonomy.read(yaml);
    }
    assertThat(taxonomy.topics()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(taxonomy.all().stream().filter(t -> t.parent() == null))
        .hasSizeGreaterThanOrEqualTo(12);
    Map<List<String>, String> owners = new HashMap<>();
    for (Topic topic : taxonomy.topics()) {
      assertThat(topic.description()).as(topic.id()).hasSizeGreaterThan(30);
      for (String phrase : topic.synonyms()) {
        String other = owners.put(Words.of(phrase), topic.id());
        assertThat(other).as("«%s» of %s", phrase, topic.id()).isNull();
      }
    }
  }

  @Test
  void anIdThatStandsTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                read("{fields: [{id: a, name: A, topics: [{id: x, name: X}, {id: x, name: Y}]}]}"))
        .hasMessage("taxonomy: id «x» stands twice");
  }

  @Test
  void anIdThatIsNoUrlPartIsRefused() {
    assertThatThrownBy(
            () -> read("{fields: [{id: a, name: A, topics: [{id: 'Two Words', name: X}]}]}"))
        .hasMessageContaining("«Two Words»");
  }

  private static Taxonomy read(String yaml) throws IOException {
    return Taxonomy.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
