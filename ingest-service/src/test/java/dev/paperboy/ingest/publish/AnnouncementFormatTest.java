package dev.paperboy.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.paperboy.ingest.paper.ChangeKind;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.paper.PaperChange;
import dev.paperboy.ingest.paper.Papers;
import dev.paperboy.ingest.paper.SeenPaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What ingest publishes keeps to the schemas that it owns, and so do the samples that consumers
 * test with.
 */
class AnnouncementFormatTest {
  private static final Path CONTRACTS = Path.of("src/main/resources/contracts");

  @Test
  void anAnnouncementKeepsToTheSchema() throws IOException {
    byte[] body =
        AnnouncementFormat.write(
            new PaperChange(
                Papers.paper("2605.00001"),
                Origin.HARVEST,
                ChangeKind.NEW,
                1,
                LocalDate.parse("2026-05-12")));
    assertThat(schema("papers.announced").validate(new String(body, UTF_8), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void aStatusKeepsToTheSchema() throws IOException {
    SourceStatus status =
        new SourceStatus(
            "snapshot",
            3,
            java.time.Instant.parse("2026-05-12T23:00:00Z"),
            "fresh",
            "read to the end",
            true,
            java.util.List.of(new SourceStatus.Day(LocalDate.parse("2026-05-12"), 2, true)));
    ObjectMapper json =
        new ObjectMapper()
            .findAndRegisterModules()
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    assertThat(schema("sources").validate(json.writeValueAsString(status), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesKeepToTheirSchema(String contract, Path sample) throws IOException {
    assertThat(schema(contract).validate(Files.readString(sample), InputFormat.JSON)).isEmpty();
  }

  @Test
  void whatWasPublishedCanBeReadBack() {
    PaperChange change =
        new PaperChange(
            Papers.paper("2605.00001"),
            Origin.HARVEST,
            ChangeKind.NEW,
            7,
            LocalDate.parse("2026-05-12"));
    SeenPaper seen =
        AnnouncementFormat.read(new String(AnnouncementFormat.write(change), UTF_8), Origin.API);
    assertThat(seen).isEqualTo(new SeenPaper(change.paper(), Origin.API, 7, change.announced()));
  }

  /** Readers get names in Unicode; as the source wrote them they are kept beside that. */
  @Test
  void namesAreKeptAsWrittenToo() throws IOException {
    PaperChange change =
        new PaperChange(
            Papers.by("2605.00001", "S. Erd\\H{o}s", "A. Author"),
            Origin.HARVEST,
            ChangeKind.NEW,
            1,
            LocalDate.parse("2026-05-12"));
    String body = new String(AnnouncementFormat.write(change), UTF_8);

    assertThat(new ObjectMapper().readTree(body).get("authors").toString())
        .isEqualTo("[\"S. Erdős\",\"A. Author\"]");
    assertThat(new ObjectMapper().readTree(body).get("authorsRaw").toString())
        .isEqualTo("[\"S. Erd\\\\H{o}s\",\"A. Author\"]");
    assertThat(schema("papers.announced").validate(body, InputFormat.JSON)).isEmpty();
    assertThat(AnnouncementFormat.read(body, Origin.HARVEST).paper()).isEqualTo(change.paper());
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> samples() throws IOException {
    return Stream.of("papers.announced", "sources", "attention")
        .flatMap(
            contract -> {
              try (Stream<Path> files =
                  Files.list(CONTRACTS.resolve(contract).resolve("samples"))) {
                return files.toList().stream()
                    .map(file -> org.junit.jupiter.params.provider.Arguments.of(contract, file));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  private static Schema schema(String contract) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(CONTRACTS.resolve(contract).resolve("v1.schema.json")),
            InputFormat.JSON);
  }
}
