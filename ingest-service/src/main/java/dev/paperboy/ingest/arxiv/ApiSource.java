package dev.paperboy.ingest.arxiv;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.source.LastLook;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** arXiv's query API, for papers that the harvest should have brought and did not. */
final class ApiSource implements PaperSource {
  private static final int AT_ONCE = 100;
  private static final int BAD_REQUEST = 400;

  private final PoliteClient http;
  private final URI server;
  private final Gaps gaps;
  private final Duration every;
  private final Clock real;

  /** Papers to ask for. */
  @FunctionalInterface
  interface Gaps {
    List<PaperId> latest(int limit);
  }

  /**
   * @param every time between two looks for gaps
   * @param real the real clock
   */
  ApiSource(PoliteClient http, URI server, Gaps gaps, Duration every, Clock real) {
    this.http = http;
    this.server = server;
    this.gaps = gaps;
    this.every = every;
    this.real = real;
  }

  @Override
  public String feed() {
    return "arxiv-api";
  }

  @Override
  public Origin origin() {
    return Origin.API;
  }

  @Override
  public Pages open(String checkpoint, boolean now) {
    return new GapPage(now || LastLook.isDue(checkpoint, every, real));
  }

  /** One page at most: what is still missing then is asked for next time. */
  private final class GapPage implements Pages {
    private boolean due;

    GapPage(boolean due) {
      this.due = due;
    }

    @Override
    public Page next() throws IOException {
      if (!due) {
        return null;
      }
      due = false;
      List<PaperId> wanted = gaps.latest(AT_ONCE);
      ApiResponse found =
          wanted.isEmpty() ? new ApiResponse(List.of(), List.of(), 0, null) : ask(wanted);
      return new Page(found.papers(), found.refusals(), LastLook.written(real));
    }

    @Override
    public void close() {}
  }

  private ApiResponse ask(List<PaperId> ids) throws IOException {
    String list = ids.stream().map(PaperId::local).collect(Collectors.joining(","));
    ApiResponse response =
        http.get(
            new PoliteClient.Question(
                URI.create(server + "?max_results=" + AT_ONCE + "&id_list=" + list),
                "xml",
                Map.of(),
                Set.of(BAD_REQUEST)),
            ApiParser::parse);
    if (response.error() != null) {
      throw new IOException("arXiv's query API says: " + response.error());
    }
    return response;
  }
}
