package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.ingest.source.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer holds.
 *
 * @param observations what was seen
 * @param refusals records that could not be read
 */
record Answer(List<Observation> observations, List<Refusal> refusals) {
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "https?://(?:www\\.)?github\\.com/([\\w.-]{1,100}/[\\w.-]{1,100}?)(?:\\.git)?(?:[/?#].*)?");

  /** Makes an observation of a record; null where the record is of no paper. */
  @FunctionalInterface
  interface RecordReader {
    Observation read(JsonNode record);
  }

  /**
   * Reads records, passing over bad ones.
   *
   * @param idField what names a record in the list of refusals
   * @throws IOException where not one of them can be read: then the answer is another than expected
   */
  static Answer of(Iterable<JsonNode> records, String idField, RecordReader reader)
      throws IOException {
    List<Observation> observations = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    int count = 0;
    for (JsonNode record : records) {
      count++;
      try {
        if (!record.isObject()) {
          throw new IllegalArgumentException("a record is no JSON object");
        }
        Observation observation = reader.read(record);
        if (observation != null) {
          observations.add(observation);
        }
      } catch (IllegalArgumentException e) {
        refusals.add(new Refusal(record.at(idField).asText("record " + count), e.getMessage()));
      }
    }
    if (count > 0 && refusals.size() == count) {
      throw new IOException(
          "none of %d records could be read: %s".formatted(count, refusals.getFirst().reason()));
    }
    return new Answer(List.copyOf(observations), List.copyOf(refusals));
  }

  /**
   * Null where the record has none.
   *
   * @throws IllegalArgumentException where it is no count
   */
  static Integer count(JsonNode record, String field) {
    JsonNode value = record.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.canConvertToInt() || value.asInt() < 0) {
      throw new IllegalArgumentException(field + " is «" + value.asText() + "», no count");
    }
    return value.asInt();
  }

  /** {@code https://github.com/owner/name}; null where the text is no repository there. */
  static String repository(String text) {
    Matcher m = REPOSITORY.matcher(text == null ? "" : text.strip());
    return m.matches() ? "https://github.com/" + m.group(1) : null;
  }
}
