package dev.paperboy.ingest.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.paper.PaperChange;
import dev.paperboy.ingest.paper.SeenPaper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The bytes of {@code papers.announced.v1}, to and from. */
public final class AnnouncementFormat {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private AnnouncementFormat() {}

  /** The event's body. */
  public static byte[] write(PaperChange change) {
    try {
      return JSON.writeValueAsBytes(AnnouncedPaper.of(change));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a published body says was announced.
   *
   * @param origin as stored beside it
   */
  public static SeenPaper read(String body, Origin origin) {
    try {
      return JSON.readValue(body, AnnouncedPaper.class).seen(origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
