package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.CheckpointFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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
  private static final int AT_ONCE = 50;
  private static final String BEFORE_ALL = "";

  private final PoliteClient http;
  private final OpenAlexSettings settings;
  private final Papers papers;
  private final Clock business;
  private final Clock real;

  /**
   * Where to ask, and how often.
   *
   * @param key an API key; null for none
   * @param every time between two requests of a round
   * @param round time between the beginnings of two rounds
   */
  public record OpenAlexSettings(URI server, String key, Duration every, Duration round) {}

  /** arXiv's papers, in the order of their ids. */
  @FunctionalInterface
  public interface Papers {
    /** Empty behind the last. */
    List<PaperId> after(String paper, int limit);
  }

  private record Checkpoint(Instant readAt, Instant began, String paper) {}

  public OpenAlexCitations(
      PoliteClient http, OpenAlexSettings settings, Papers papers, Clock business, Clock real) {
    this.http = http;
    this.settings = settings;
    this.papers = papers;
    this.business = business;
    this.real = real;
  }

  @Override
  public String feed() {
    return "openalex";
  }

  @Override
  public Pages open(String written, boolean now) {
    Checkpoint at =
        written == null
            ? new Checkpoint(Instant.EPOCH, Instant.EPOCH, BEFORE_ALL)
            : CheckpointFormat.read(written, Checkpoint.class);
    Instant due =
        begins(at) ? at.began().plus(settings.round()) : at.readAt().plus(settings.every());
    return real.instant().isBefore(due) ? Pages.none() : Pages.once(() -> nextAfter(at));
  }

  /** Whether the next request is a round's first. */
  private static boolean begins(Checkpoint at) {
    return at.paper().equals(BEFORE_ALL);
  }

  private Observed nextAfter(Checkpoint at) throws IOException {
    Instant time = real.instant();
    Instant began = begins(at) ? time : at.began();
    List<PaperId> next = papers.after(at.paper(), AT_ONCE);
    if (next.isEmpty()) {
      return begins(at)
          ? null
          : new Observed(
              List.of(),
              List.of(),
              CheckpointFormat.write(new Checkpoint(time, began, BEFORE_ALL)));
    }
    Answer answer = ask(next);
    return new Observed(
        answer.observations(),
        answer.refusals(),
        CheckpointFormat.write(new Checkpoint(time, began, next.getLast().toString())));
  }

  private Answer ask(List<PaperId> ids) throws IOException {
    String dois =
        ids.stream().map(id -> "10.48550/arxiv." + id.local()).collect(Collectors.joining("|"));
    String key =
        settings.key() == null
            ? ""
            : "&api_key=" + URLEncoder.encode(settings.key(), StandardCharsets.UTF_8);
    return http.get(
        new PoliteClient.Question(
            URI.create(
                "%s?filter=doi:%s&select=doi,cited_by_count&per-page=%d%s"
                    .formatted(
                        settings.server(),
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
              .map(id -> Observation.citations(id, at, citations))
              .orElse(null);
        });
  }
}
