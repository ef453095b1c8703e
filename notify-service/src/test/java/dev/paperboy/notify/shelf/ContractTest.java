package dev.paperboy.notify.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.paperboy.events.PaperId;
import dev.paperboy.events.TrendScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The producers' samples are what we read, and are what their schemas allow. */
class ContractTest {
  private static final String CLASSIFY = "../classify-service/src/main/resources/contracts/";
  private static final String INGEST = "../ingest-service/src/main/resources/contracts/";
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @ParameterizedTest
  @CsvSource({
    CLASSIFY + "papers.classified,new",
    CLASSIFY + "papers.classified,withdrawn",
    CLASSIFY + "papers.trend,new",
    CLASSIFY + "topics,topic",
    INGEST + "sources,fresh",
  })
  void samplesKeepToTheirSchemas(String contract, String sample) throws IOException {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of(contract, "v1.schema.json")), InputFormat.JSON)
                .validate(
                    Files.readString(Path.of(contract, "samples", sample + ".json")),
                    InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void aClassifiedPaperIsRead() throws IOException {
    ShelvedPaper paper = read(CLASSIFY + "papers.classified/samples/new.json", ShelvedPaper.class);

    assertThat(paper.id()).isEqualTo(PaperId.parse("arxiv:2605.01234"));
    assertThat(paper.title()).isEqualTo("Sparse sentence encoders for long-tail retrieval");
    assertThat(paper.announced()).isEqualTo("2026-05-12");
    assertThat(paper.categories()).containsExactly("cs.IR", "cs.CL");
    assertThat(paper.tags())
        .containsExactly(
            new ShelvedPaper.Tag("information-retrieval", 0.91),
            new ShelvedPaper.Tag("text-embeddings", 0.84));
    assertThat(paper.vector().encoder()).isEqualTo("bge-small-en-v1.5-q/256");
    assertThat(paper.vector().int8()).hasSize(384);
    assertThat(paper.abstractUrl()).isEqualTo("https://arxiv.org/abs/2605.01234");
  }

  @Test
  void aWithdrawnPaperIsReadAsSuch() throws IOException {
    assertThat(
            read(CLASSIFY + "papers.classified/samples/withdrawn.json", ShelvedPaper.class)
                .withdrawn())
        .isTrue();
  }

  @Test
  void aTrendATopicAndASourceAreRead() throws IOException {
    assertThat(read(CLASSIFY + "papers.trend/samples/new.json", PaperTrend.class).parts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("burst", 0.42, "team", 0.31, "code", 0.5));
    assertThat(read(CLASSIFY + "topics/samples/topic.json", Topic.class).name())
        .isEqualTo("Information retrieval");
    SourceStatus source = read(INGEST + "sources/samples/fresh.json", SourceStatus.class);
    assertThat(source.days())
        .containsExactly(
            new SourceStatus.Day(LocalDate.of(2026, 5, 12), 2, true),
            new SourceStatus.Day(LocalDate.of(2026, 5, 11), 1, true));
    assertThat(source.stale()).isFalse();
    assertThat(source.witness()).isFalse();
    SourceStatus witness = read(INGEST + "sources/samples/witness.json", SourceStatus.class);
    assertThat(witness.verdict()).isEqualTo("down");
    assertThat(witness.stale()).isFalse();
  }

  @Test
  void ourScoreIsThePublishedOne() throws IOException {
    JsonNode scores =
        JSON.readTree(Files.readString(Path.of(CLASSIFY + "papers.trend/samples/scores.json")));
    for (JsonNode sample : scores) {
      Map<String, Double> parts =
          JSON.convertValue(
              sample.get("parts"),
              JSON.getTypeFactory().constructMapType(Map.class, String.class, Double.class));
      assertThat(
              TrendScore.at(
                  parts,
                  LocalDate.parse(sample.get("announced").asText()),
                  LocalDate.parse(sample.get("date").asText())))
          .isCloseTo(sample.get("score").asDouble(), within(1e-6));
    }
    assertThat(List.of(scores)).isNotEmpty();
  }

  private static <T> T read(String file, Class<T> type) throws IOException {
    return JSON.readValue(Files.readString(Path.of(file)), type);
  }
}
