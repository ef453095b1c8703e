package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.freshness.AnnouncementCalendar;
import dev.paperboy.ingest.publish.BrokerHistory;
import dev.paperboy.ingest.publish.EventPublisher;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Makes replicas of ingest that harvest a server of the test's own, with little patience. */
@Singleton
class Replica {
  static final String FEED = "arxiv-oai";
  private static final int LONG_LEASE_SECONDS = 15;

  @Inject Pool pool;
  @Inject EventPublisher publisher;
  @Inject FeedStatus status;
  @Inject BrokerHistory broker;
  @Inject Clock business;

  /** One that holds its lease as long as usual. */
  HarvestJob of(URI server) {
    return of(server, new Lease(pool, Duration.ofSeconds(LONG_LEASE_SECONDS)));
  }

  HarvestJob of(URI server, Lease lease) {
    Map<String, String> settings = new HashMap<>();
    settings.put("paperboy.ingest.specimens", "off");
    settings.put("paperboy.ingest.arxiv.enabled", "true");
    settings.put("paperboy.ingest.arxiv.server", server.toString());
    settings.put("paperboy.ingest.arxiv.interval", "10ms");
    settings.put("paperboy.ingest.arxiv.back-days", "3");
    settings.put("paperboy.ingest.http.connect", "2s");
    settings.put("paperboy.ingest.http.answer", "2s");
    settings.put("paperboy.ingest.http.body", "2s");
    settings.put("paperboy.ingest.http.pause", "1s");
    IngestConfig config = Settings.of(settings);
    PaperStore store = new PaperStore(pool, lease);
    return new HarvestJob(
        new Harvest(store, publisher),
        status,
        lease,
        store,
        broker,
        new Sources(config, pool, store, business),
        new SourceVerdicts(store, AnnouncementCalendar.published(), business),
        new BackfillProgress(),
        config,
        business);
  }
}
