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
  private static final String OURS =
      "{fields: [{id: stars, name: Stars, description: S, topics: [{id: pulsars, name: Pulsars,"
          + " description: P}]}]}";

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
                read(
                    "{fields: [{id: a, name: A, topics: [{id: x, name: X, description: D}, {id: x,"
                        + " name: Y, description: D}]}]}"))
        .hasMessage("taxonomy: id «x» stands twice");
  }

  @Test
  void anIdThatIsNoUrlPartIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "{fields: [{id: a, name: A, topics: [{id: 'Two Words', name: X, description:"
                        + " D}]}]}"))
        .hasMessageContaining("«Two Words»");
  }

  @Test
  void anOperatorAddsTopicsAndFieldsBesideOurs() throws IOException {
    Taxonomy both =
        read(OURS)
            .and(
                yaml(
                    """
                    fields:
                      - id: stars
                        topics:
                          - {id: magnetars, name: Magnetars, description: Young neutron stars.}
                      - id: house
                        name: Our house
                        description: What we do here.
                        topics:
                          - {id: kettles, name: Kettles, description: Boiling water., synonyms: [tea]}
                    """));

    assertThat(both.all())
        .extracting(Topic::id)
        .containsExactly("stars", "pulsars", "magnetars", "house", "kettles");
    assertThat(both.get("magnetars").parent()).isEqualTo("stars");
    assertThat(both.get("stars").name()).isEqualTo("Stars");
    assertThat(both.get("kettles").synonyms()).containsExactly("tea");
    assertThat(both.topics()).extracting(Topic::id).doesNotContain("stars", "house");
  }

  @Test
  void anOperatorsTopicTakesThePlaceOfOurs() throws IOException {
    Taxonomy both =
        read(OURS)
            .and(
                yaml(
                    "{fields: [{id: stars, topics: [{id: pulsars, name: Pulsars, description: D,"
                        + " synonyms: [radio pulsar]}]}]}"));

    assertThat(both.topics()).hasSize(1);
    assertThat(both.get("pulsars").synonyms()).containsExactly("radio pulsar");
  }

  @Test
  void anAddedTopicIsGivenWithoutTraining() throws IOException {
    Taxonomy both =
        read(OURS)
            .and(
                yaml(
                    "{fields: [{id: stars, topics: [{id: magnetars, name: Magnetars, description:"
                        + " D, synonyms: [soft gamma repeater]}]}]}"));
    Tagger tagger = new Tagger(both.topics(), List.of(new float[] {1, 0}, new float[] {0, 1}));

    assertThat(
            tagger.tag(
                "A soft gamma repeater", "Soft gamma repeaters.", List.of(), new float[] {0, 1}))
        .extracting(TopicTag::topic)
        .containsExactly("magnetars");
  }

  @Test
  void whatIsWrongInAnOperatorsFileIsSaid() throws IOException {
    Taxonomy ours = read(OURS);

    assertThatThrownBy(() -> ours.and(yaml("{fields: [{id: gardens}]}")))
        .hasMessage("taxonomy: the field «gardens» is not known and has no name");
    assertThatThrownBy(() -> ours.and(yaml("{fields: [{id: stars, topics: [{id: magnetars}]}]}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the topic «magnetars» has no name");
    assertThatThrownBy(() -> ours.and(yaml("topics: []"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ours.and(yaml("{}")))
        .hasMessage("taxonomy: there is no list of fields");
    assertThatThrownBy(
            () ->
                ours.and(
                    yaml(
                        "{fields: [{id: stars, topics: [{id: stars, name: S, description: D}]}]}")))
        .hasMessage("taxonomy: id «stars» stands twice");
  }

  private static InputStream yaml(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Taxonomy read(String yaml) throws IOException {
    return Taxonomy.read(yaml(yaml));
  }
}
