package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often papers are cited, and how often with influence, by Semantic Scholar, in rounds over all
 * of arXiv's papers: 500 ids a request.
 *
 * @see <a href="https://api.semanticscholar.org/api-docs/graph">its API: POST /paper/batch</a>
 */
public final class SemanticScholarCitations implements AttentionSource {
  private static final String FEED = "semantic-scholar";
  private static final int AT_ONCE = 500;
  private static final int BAD_REQUEST = 400;
  // Its answer where it knows none of the papers; new ones take it some days.
  private static final String NONE_KNOWN = "No valid paper ids given";

  private final PoliteClient http;
  private final CitationRounds.Place place;
  private final CitationRounds rounds;
  private final Clock business;

  public SemanticScholarCitations(
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

  private Answer ask(List<PaperId> papers) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var ids = body.putArray("ids");
    papers.forEach(paper -> ids.add("ARXIV:" + paper.local()));
    return http.ask(
        new PoliteClient.Question(
            URI.create(
                place.server() + "/paper/batch?fields=citationCount,influentialCitationCount"),
            "json",
            place.key() == null ? Map.of() : Map.of("x-api-key", place.key()),
            Set.of(BAD_REQUEST),
            body.toString()),
        answer -> parse(answer, papers, business.instant()));
  }

  /**
   * Reads the answer to a list of papers: as many records in the same order, null for a paper that
   * is not known.
   *
   * @throws IOException where the answer is another one
   */
  static Answer parse(InputStream body, List<PaperId> papers, Instant at) throws IOException {
    JsonNode answer = JsonBody.read(body);
    String error = answer.path("error").asText(answer.path("message").asText(""));
    if (error.startsWith(NONE_KNOWN)) {
      return new Answer(List.of(), List.of());
    }
    if (!error.isEmpty()) {
      throw new IOException("Semantic Scholar says: " + error);
    }
    if (!answer.isArray()) {
      throw new IOException("the answer is JSON, but no list of papers");
    }
    if (answer.size() != papers.size()) {
      // Records are told apart by their places alone.
      throw new IOException(
          "%d records came for %d papers; which is whose can't be told"
              .formatted(answer.size(), papers.size()));
    }
    List<Observation> observations = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      JsonNode record = answer.get(i);
      if (record.isNull()) {
        continue;
      }
      try {
        observations.add(observation(record, papers.get(i), at));
      } catch (IllegalArgumentException e) {
        refusals.add(new Refusal(papers.get(i).toString(), e.getMessage()));
      }
    }
    if (observations.isEmpty() && !refusals.isEmpty()) {
      throw new IOException(
          "none of %d records could be read: %s"
              .formatted(refusals.size(), refusals.getFirst().reason()));
    }
    return new Answer(List.copyOf(observations), List.copyOf(refusals));
  }

  private static Observation observation(JsonNode record, PaperId paper, Instant at) {
    Integer citations = Answer.count(record, "citationCount");
    if (citations == null) {
      throw new IllegalArgumentException("citationCount is missing");
    }
    return Observation.citations(
        FEED, paper, at, citations, Answer.count(record, "influentialCitationCount"));
  }
}
