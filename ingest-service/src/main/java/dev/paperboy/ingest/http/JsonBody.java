package dev.paperboy.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** Answers that should be JSON. */
public final class JsonBody {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonBody() {}

  /**
   * @throws IOException where the bytes are not JSON, or only a part of it
   */
  public static JsonNode read(InputStream body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is not JSON, or was cut off: " + e.getOriginalMessage(), e);
    }
  }
}
