package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.paper.PaperText;
import dev.paperboy.ingest.source.LastLook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Hugging Face's daily papers: the lists of the last days, again and again, since their votes grow.
 *
 * @see <a href="https://huggingface.co/docs/hub/api">the Hub's API</a>
 */
public final class HfDaily implements AttentionSource {
  private static final String FEED = "hf-daily";
  private static final int DAYS = 4;
  private static final int KEYWORDS = 20;

  private final Place place;

  public HfDaily(Place place) {
    this.place = place;
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    boolean due = place.isDue(checkpoint, now);
    LocalDate today = LocalDate.now(place.business().withZone(ZoneOffset.UTC));
    Iterator<LocalDate> days =
        due
            ? today.minusDays(DAYS - 1).datesUntil(today.plusDays(1)).iterator()
            : List.<LocalDate>of().iterator();
    return () -> {
      if (!days.hasNext()) {
        return null;
      }
      LocalDate day = days.next();
      Answer answer =
          place
              .http()
              .get(
                  new PoliteClient.Question(
                      URI.create(place.server() + "?limit=100&date=" + day), "json"),
                  body -> parse(body, day, place.business().instant()));
      String next = days.hasNext() ? checkpoint : LastLook.written(place.real());
      return new Observed(answer.observations(), answer.refusals(), next);
    };
  }

  /**
   * @param day of the list; null where it is not known
   * @throws IOException where the answer is no list of daily papers
   */
  static Answer parse(InputStream body, LocalDate day, Instant at) throws IOException {
    JsonNode list = JsonBody.read(body);
    if (!list.isArray()) {
      throw new IOException(
          list.has("error")
              ? "Hugging Face says: " + list.path("error").asText()
              : "the answer is JSON, but no list of daily papers");
    }
    return Answer.of(list, "/paper/id", record -> observation(record, day, at));
  }

  private static Observation observation(JsonNode record, LocalDate day, Instant at) {
    JsonNode paper = record.path("paper");
    PaperId id = PaperId.arxiv(paper.path("id").asText());
    List<String> keywords = new ArrayList<>();
    for (JsonNode keyword : paper.path("ai_keywords")) {
      if (keywords.size() < KEYWORDS && !PaperText.line(keyword.asText()).isEmpty()) {
        keywords.add(PaperText.line(keyword.asText()));
      }
    }
    String repository = Answer.repository(paper.path("githubRepo").asText(null));
    return new Observation(
        id,
        FEED,
        at,
        day,
        Answer.count(paper, "upvotes"),
        Answer.count(record, "numComments"),
        null,
        repository == null ? null : Answer.count(paper, "githubStars"),
        null,
        repository,
        List.copyOf(keywords),
        "https://huggingface.co/papers/" + id.local());
  }
}
