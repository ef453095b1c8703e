package dev.paperboy.ingest.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.JsonBody;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.source.CheckpointFormat;
import dev.paperboy.ingest.source.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stars of papers' repositories, one after the other in a round: without a token GitHub answers 60
 * times an hour.
 *
 * @see <a
 *     href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's
 *     limits</a>
 */
public final class GithubStars implements AttentionSource {
  private static final Set<Integer> GONE = Set.of(301, 404, 451);
  private static final String BEFORE_ALL = "";

  private final PoliteClient http;
  private final GithubSettings settings;
  private final Repositories repositories;
  private final Clock business;
  private final Clock real;

  /**
   * Where to ask, and how.
   *
   * @param token null for none
   * @param every time between two repositories
   */
  public record GithubSettings(URI server, String token, Duration every) {}

  /** A paper's code, as {@code https://github.com/owner/name}. */
  public record Repository(PaperId paper, String url) {}

  /** The papers that have code, in the order of their ids. */
  @FunctionalInterface
  public interface Repositories {
    /** Null behind the last. */
    Repository after(String paper);
  }

  private record Checkpoint(Instant readAt, String paper) {}

  public GithubStars(
      PoliteClient http,
      GithubSettings settings,
      Repositories repositories,
      Clock business,
      Clock real) {
    this.http = http;
    this.settings = settings;
    this.repositories = repositories;
    this.business = business;
    this.real = real;
  }

  @Override
  public String feed() {
    return "github";
  }

  @Override
  public Pages open(String written, boolean now) {
    Checkpoint at =
        written == null
            ? new Checkpoint(Instant.EPOCH, BEFORE_ALL)
            : CheckpointFormat.read(written, Checkpoint.class);
    return real.instant().isBefore(at.readAt().plus(settings.every()))
        ? Pages.none()
        : Pages.once(() -> nextAfter(at));
  }

  private Observed nextAfter(Checkpoint at) throws IOException {
    Repository next = repositories.after(at.paper());
    if (next == null) {
      // Behind the last comes the first again.
      return at.paper().equals(BEFORE_ALL)
          ? null
          : new Observed(List.of(), List.of(), checkpoint(BEFORE_ALL));
    }
    Answer answer = ask(next);
    return new Observed(
        answer.observations(), answer.refusals(), checkpoint(next.paper().toString()));
  }

  private String checkpoint(String paper) {
    return CheckpointFormat.write(new Checkpoint(real.instant(), paper));
  }

  private Answer ask(Repository repository) throws IOException {
    String path = URI.create(repository.url()).getPath();
    return http.get(
        new PoliteClient.Question(
            URI.create(settings.server() + "/repos" + path),
            "json",
            settings.token() == null
                ? Map.of("Accept", "application/vnd.github+json")
                : Map.of(
                    "Accept",
                    "application/vnd.github+json",
                    "Authorization",
                    "Bearer " + settings.token()),
            GONE),
        body -> parse(body, repository, business.instant()));
  }

  /**
   * @throws IOException where the answer is not GitHub's
   */
  static Answer parse(InputStream body, Repository repository, Instant at) throws IOException {
    JsonNode answer = JsonBody.read(body);
    try {
      Integer stars = Answer.count(answer, "stargazers_count");
      if (stars != null) {
        return new Answer(
            List.of(Observation.stars(repository.paper(), at, stars, repository.url())), List.of());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (!answer.has("message")) {
      throw new IOException("the answer is JSON, but tells nothing of a repository");
    }
    return new Answer(
        List.of(),
        List.of(new Refusal(repository.url(), "GitHub says: " + answer.path("message").asText())));
  }
}
