package dev.paperboy.ingest.attention;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** How the places of attention read answers. */
public final class AttentionReaders {
  private static final Instant AT = Instant.parse("2026-06-11T00:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-06-10");

  private AttentionReaders() {}

  public static Read hfDaily(InputStream body) throws IOException {
    Answer answer = HfDaily.parse(body, DAY, AT);
    return Read.list(answer.observations(), answer.refusals());
  }

  /** The papers in an answer, as if they had been asked for. */
  public static Read semanticScholar(InputStream body) throws IOException {
    JsonNode answer = new ObjectMapper().readTree(body);
    ArrayNode papers = JsonNodeFactory.instance.arrayNode();
    answer.path("papers").forEach(papers::add);
    for (String link : List.of("citingPaper", "citedPaper")) {
      if (answer.has(link)) {
        papers.add(answer.path(link));
      }
    }
    List<PaperId> asked =
        IntStream.range(0, papers.size())
            .mapToObj(i -> PaperId.parse("arxiv:2605.%05d".formatted(i)))
            .toList();
    Answer read =
        SemanticScholarCitations.parse(
            new ByteArrayInputStream(papers.toString().getBytes(UTF_8)), asked, AT);
    return Read.list(read.observations(), read.refusals());
  }

  /** Works of no archive that Paperboy knows are passed over. */
  public static Read openAlex(InputStream body) throws IOException {
    byte[] bytes = body.readAllBytes();
    Answer answer = OpenAlexCitations.parse(new ByteArrayInputStream(bytes), AT);
    int works = new ObjectMapper().readTree(bytes).path("results").size();
    return new Read(
        answer.observations().size(),
        0,
        works - answer.observations().size() - answer.refusals().size(),
        List.copyOf(answer.refusals()),
        "");
  }
}
