package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.CheckpointFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
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

  private final PoliteClient http;
  private final URI server;
  private final Duration every;
  private final Clock business;
  private final Clock real;

  private record Checkpoint(Instant readAt) {}

  /**
   * @param every time between two looks
   * @param business which days are of interest
   */
  public HackerNews(PoliteClient http, URI server, Duration every, Clock business, Clock real) {
    this.http = http;
    this.server = server;
    this.every = every;
    this.business = business;
    this.real = real;
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    boolean due =
        now
            || checkpoint == null
            || !real.instant()
                .isBefore(CheckpointFormat.read(checkpoint, Checkpoint.class).readAt().plus(every));
    boolean[] asked = {!due};
    return () -> {
      if (asked[0]) {
        return null;
      }
      asked[0] = true;
      Instant at = business.instant();
      Answer answer =
          http.get(
              new PoliteClient.Question(
                  URI.create(
                      server
                          + "?query=arxiv.org&restrictSearchableAttributes=url&tags=story"
                          + "&hitsPerPage=1000&numericFilters=created_at_i%3E"
                          + at.minus(WINDOW).getEpochSecond()),
                  "json"),
              body -> parse(body, at));
      return new Observed(
          answer.observations(),
          answer.refusals(),
          CheckpointFormat.write(new Checkpoint(real.instant())));
    };
  }

  /**
   * @throws IOException where the answer is no list of stories
   */
  static Answer parse(InputStream body, Instant at) throws IOException {
    JsonNode hits = Answer.json(body).path("hits");
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
