package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.http.PoliteClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How often papers are cited, by OpenAlex, fifty papers a request, in rounds over all of arXiv's.
 *
 * @see <a href="https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication">its
 *     limits</a>
 */
public final class OpenAlexCitations implements AttentionSource {
  private static final String FEED = "openalex";
  private static final int AT_ONCE = 50;

  private final PoliteClient http;
  private final CitationRounds.Place place;
  private final CitationRounds rounds;
  private final Clock business;

  public OpenAlexCitations(
      PoliteClient http, CitationRounds.Place place, Clock business, Clock real) {
    this.http = http;
    this.place = place;
    this.rounds = new CitationRounds(place.pace(), AT_ONCE, this::ask, real);
    this.business = business;
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    return rounds.open(checkpoint);
  }

  private Answer ask(List<PaperId> ids) throws IOException {
    String dois =
        ids.stream().map(id -> "10.48550/arxiv." + id.local()).collect(Collectors.joining("|"));
    String key =
        place.key() == null
            ? ""
            : "&api_key=" + URLEncoder.encode(place.key(), StandardCharsets.UTF_8);
    return http.ask(
        new PoliteClient.Question(
            URI.create(
                "%s?filter=doi:%s&select=doi,cited_by_count&per-page=%d%s"
                    .formatted(
                        place.server(),
                        URLEncoder.encode(dois, StandardCharsets.UTF_8),
                        AT_ONCE,
                        key)),
            "json"),
        body -> parse(body, business.instant()));
  }

  /**
   * Works that are no papers of an archive that we know are passed over.
   *
   * @throws IOException where the answer is no list of works
   */
  static Answer parse(InputStream body, Instant at) throws IOException {
    JsonNode works = JsonBody.read(body).path("results");
    if (!works.isArray()) {
      throw new IOException("the answer is JSON, but no list of works");
    }
    return Answer.of(
        works,
        "/id",
        work -> {
          Integer citations = Answer.count(work, "cited_by_count");
          if (citations == null) {
            throw new IllegalArgumentException("cited_by_count is missing");
          }
          return PaperId.find(work.path("doi").asText(""))
              .map(id -> Observation.citations(FEED, id, at, citations, null))
              .orElse(null);
        });
  }
}
