package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.LastLook;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stories of the last week on Hacker News that link to a paper, by Algolia's search.
 *
 * @see <a href="https://hn.algolia.com/api">the API's description</a>
 */
public final class HackerNews implements AttentionSource {
  private static final String FEED = "hacker-news";
  private static final Duration WINDOW = Duration.ofDays(7);

  private final Place place;

  public HackerNews(Place place) {
    this.place = place;
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    return place.isDue(checkpoint, now) ? Pages.once(this::stories) : Pages.none();
  }

  private Observed stories() throws IOException {
    Instant at = place.business().instant();
    Answer answer =
        place
            .http()
            .get(
                new PoliteClient.Question(
                    URI.create(
                        place.server()
                            + "?query=arxiv.org&restrictSearchableAttributes=url&tags=story"
                            + "&hitsPerPage=1000&numericFilters=created_at_i%3E"
                            + at.minus(WINDOW).getEpochSecond()),
                    "json"),
                body -> parse(body, at));
    return new Observed(answer.observations(), answer.refusals(), LastLook.written(place.real()));
  }

  /**
   * @throws IOException where the answer is no list of stories
   */
  static Answer parse(InputStream body, Instant at) throws IOException {
    JsonNode hits = JsonBody.read(body).path("hits");
    if (!hits.isArray()) {
      throw new IOException("the answer is JSON, but no list of stories");
    }
    Answer stories = Answer.of(hits, "/objectID", story -> story(story, at));
    Map<PaperId, Observation> papers = new LinkedHashMap<>();
    // The story with the most points comes first, so that it is the one to link to.
    stories.observations().stream()
        .sorted(Comparator.comparing(Observation::votes).reversed())
        .forEach(story -> papers.merge(story.id(), story, HackerNews::together));
    return new Answer(List.copyOf(new TreeMap<>(papers).values()), stories.refusals());
  }

  private static Observation story(JsonNode story, Instant at) {
    Integer points = Answer.count(story, "points");
    Integer comments = Answer.count(story, "num_comments");
    return PaperId.find(story.path("url").asText(""))
        .map(
            id ->
                new Observation(
                    id,
                    FEED,
                    at,
                    null,
                    points == null ? 0 : points,
                    comments == null ? 0 : comments,
                    1,
                    null,
                    null,
                    null,
                    List.of(),
                    "https://news.ycombinator.com/item?id=" + story.path("objectID").asText()))
        .orElse(null);
  }

  private static Observation together(Observation one, Observation other) {
    return new Observation(
        one.id(),
        FEED,
        one.observedAt(),
        null,
        one.votes() + other.votes(),
        one.comments() + other.comments(),
        one.mentions() + other.mentions(),
        null,
        null,
        null,
        List.of(),
        one.url());
  }
}
