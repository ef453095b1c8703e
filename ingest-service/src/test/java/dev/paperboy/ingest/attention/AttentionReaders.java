package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.ingest.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How the places of attention read answers. */
public final class AttentionReaders {
  private static final Instant AT = Instant.parse("2026-06-11T00:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-06-10");

  private AttentionReaders() {}

  public static Read hfDaily(InputStream body) throws IOException {
    Answer answer = HfDaily.parse(body, DAY, AT);
    return Read.list(answer.observations(), answer.refusals());
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
