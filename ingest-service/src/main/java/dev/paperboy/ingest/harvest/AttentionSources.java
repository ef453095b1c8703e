package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.attention.AttentionSource;
import dev.paperboy.ingest.attention.CitationRounds;
import dev.paperboy.ingest.attention.GithubStars;
import dev.paperboy.ingest.attention.GithubStars.GithubSettings;
import dev.paperboy.ingest.attention.HackerNews;
import dev.paperboy.ingest.attention.HfDaily;
import dev.paperboy.ingest.attention.OpenAlexCitations;
import dev.paperboy.ingest.attention.Place;
import dev.paperboy.ingest.attention.SemanticScholarCitations;
import dev.paperboy.ingest.http.Patience;
import dev.paperboy.ingest.http.PoliteClient;
import dev.paperboy.ingest.http.RequestLimit;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The places of attention that are switched on. */
@Singleton
class AttentionSources {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  // 60 times an hour without a token, 5,000 times with one.
  private static final Duration GITHUB_ANONYMOUS = Duration.ofSeconds(61);

  private final List<AttentionSource> all = new ArrayList<>();
  private final Pool pool;
  private final Patience patience;
  private final Clock business;
  private final Clock real = Clock.systemUTC();

  AttentionSources(IngestConfig config, Pool pool, AttentionStore store, Clock business) {
    this.pool = pool;
    this.business = business;
    this.patience = config.http().patience();
    IngestConfig.Attention attention = config.attention();
    if (attention.hfDaily().enabled().orElse(isReal(config.arxiv()))) {
      IngestConfig.Place hf = attention.hfDaily();
      all.add(
          new HfDaily(
              new Place(http(hf.server(), A_SECOND), hf.server(), hf.every(), business, real)));
    }
    if (attention.hackerNews().enabled()) {
      IngestConfig.HackerNewsPlace hn = attention.hackerNews();
      all.add(
          new HackerNews(
              new Place(http(hn.server(), A_SECOND), hn.server(), hn.every(), business, real)));
    }
    if (attention.github().enabled()) {
      addGithub(attention.github(), store);
    }
    CitationRounds.Papers papers =
        (paper, limit) -> store.papersAfter(paper, limit).await().atMost(PATIENCE);
    if (attention.openalex().enabled()) {
      addOpenAlex(attention.openalex(), papers);
    }
    if (attention.semanticScholar().enabled()) {
      addSemanticScholar(attention.semanticScholar(), papers);
    }
  }

  List<AttentionSource> all() {
    return List.copyOf(all);
  }

  /**
   * Whether the real arXiv is harvested in the present: then its readers' votes are of interest.
   */
  private boolean isReal(IngestConfig.Arxiv arxiv) {
    return arxiv.enabled() && Sources.isArxiv(arxiv.server()) && Sources.isPresent(business);
  }

  private void addGithub(IngestConfig.Github github, AttentionStore store) {
    Duration every = github.token().isPresent() ? A_SECOND : GITHUB_ANONYMOUS;
    all.add(
        new GithubStars(
            http(github.server(), every),
            new GithubSettings(github.server(), github.token().orElse(null), every),
            paper -> store.repositoryAfter(paper).await().atMost(PATIENCE),
            business,
            real));
  }

  private void addOpenAlex(IngestConfig.OpenAlex openalex, CitationRounds.Papers papers) {
    all.add(
        new OpenAlexCitations(
            http(openalex.server(), A_SECOND),
            new CitationRounds.Place(
                openalex.server(),
                openalex.key().orElse(null),
                new CitationRounds.Pace(papers, openalex.every(), openalex.round())),
            business,
            real));
  }

  private void addSemanticScholar(
      IngestConfig.SemanticScholar scholar, CitationRounds.Papers papers) {
    all.add(
        new SemanticScholarCitations(
            http(scholar.server(), A_SECOND),
            new CitationRounds.Place(
                scholar.server(),
                scholar.key().orElse(null),
                new CitationRounds.Pace(papers, scholar.every(), scholar.round())),
            business,
            real));
  }

  private PoliteClient http(URI server, Duration interval) {
    return new PoliteClient(new RequestLimit(pool, server.getHost(), interval), patience);
  }
}
