package dev.paperboy.bench.harvest;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.FakeArxiv;
import dev.paperboy.backing.PackagedService;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.stack.MemoryWatch;
import dev.paperboy.bench.stack.ScratchDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.common.TopicPartition;

/**
 * A whole archive over OAI-PMH into Kafka, as politely as arXiv asks for: once undisturbed, with
 * the true time between two requests but larger pages than arXiv's; once by two replicas that are
 * killed in turn, with arXiv's pages and less time.
 */
public final class HarvestBench implements Bench {
  private static final long SEED = 20_260_512;
  private static final int RECORDS = 200_000;
  private static final int PAGE = 1_000;
  private static final int LARGE_PAGE = 3_000;
  private static final int RACE_PAGES = 3;
  private static final int KILLS = 4;
  private static final Duration ALONE = Duration.ofMillis(3_000);
  private static final Duration DISTURBED = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String RECORDED = "protocol/oai/harvest-2023-03-07";

  @Override
  public String name() {
    return "harvest";
  }

  @Override
  public String about() {
    return "an archive over OAI-PMH into Kafka: parser, politeness, kills, memory";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    int records = options.count().orElse(RECORDS);
    progress.say("the parser, against decoding and the JDK's StAX");
    List<Figure> figures = new ArrayList<>(new ParserRace(pages(options, progress)).run());
    try (ScratchDirectory scratch = ScratchDirectory.create();
        AnnouncedTopic topic = new AnnouncedTopic(Backing.current().kafkaBootstrap())) {
      OnlyIngest ingest = new OnlyIngest(scratch);
      progress.say("%,d records, a request every %d ms".formatted(records, ALONE.toMillis()));
      figures.addAll(alone(ingest, topic, records, progress));
      OnlyIngest.forget();
      progress.say(
          "%,d records, two replicas, %d kills, a request every %d ms"
              .formatted(records, KILLS, DISTURBED.toMillis()));
      figures.addAll(disturbed(ingest, topic, records, progress));
    }
    return figures;
  }

  /** Recorded answers where there are any. */
  private static List<byte[]> pages(BenchOptions options, Progress progress) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    Path recorded = options.data().map(data -> data.resolve(RECORDED)).orElse(null);
    if (recorded != null && Files.isDirectory(recorded)) {
      try (Stream<Path> files = Files.list(recorded)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            pages.add(in.readAllBytes());
          }
        }
      }
      return pages;
    }
    progress.say(
        "  on made-up records: --data DIR with %s in it has real ones".formatted(RECORDED));
    MadeUpArchive archive = new MadeUpArchive(SEED, 80, RACE_PAGES * PAGE, PAGE);
    for (int page = 0; page < RACE_PAGES; page++) {
      pages.add(archive.page(page * PAGE));
    }
    return pages;
  }

  private static List<Figure> alone(
      OnlyIngest ingest, AnnouncedTopic topic, int records, Progress progress) throws Exception {
    MadeUpArchive archive = new MadeUpArchive(SEED, 40, records, LARGE_PAGE);
    MemoryWatch memory = new MemoryWatch();
    Map<TopicPartition, Long> before = topic.ends();
    try (FakeArxiv arxiv = FakeArxiv.answering(archive);
        PackagedService service = ingest.start(settings(arxiv, ALONE))) {
      Patience patience = new Patience(ingest, topic, before, records, progress);
      while (patience.goesOn()) {
        memory.look(service.process());
      }
      AnnouncedTopic.Announced announced = topic.since(before);
      double wall = (announced.lastMillis() - arxiv.starts().getFirst().toEpochMilli()) / 1e3;
      double floor = (archive.pages() - 1) * ALONE.toMillis() / 1e3;
      return List.of(
          Figure.of("undisturbed: papers in Kafka", announced.papers(), "papers").atLeast(records),
          Figure.of("undisturbed: events", announced.events(), "events").atMost(records),
          Figure.of("undisturbed: wall", wall, "s").beside("politeness floor", floor),
          Figure.of("undisturbed: wall / floor", wall / floor, "").atMost(1.02),
          Figure.of("undisturbed: least gap", least(arxiv), "ms").atLeast(ALONE.toMillis()),
          Figure.of("ingest's memory, last quarter", memory.quarter(3), "MiB")
              .beside("second quarter", memory.quarter(1)),
          Figure.of("ingest's memory, growth", memory.growth(), "").atMost(1.10));
    }
  }

  private static List<Figure> disturbed(
      OnlyIngest ingest, AnnouncedTopic topic, int records, Progress progress) throws Exception {
    MadeUpArchive archive = new MadeUpArchive(SEED, 60, records, PAGE);
    Map<TopicPartition, Long> before = topic.ends();
    try (FakeArxiv arxiv = FakeArxiv.answering(archive)) {
      Map<String, String> settings = settings(arxiv, DISTURBED);
      PackagedService harvesting = ingest.start(settings);
      PackagedService waiting = null;
      try {
        harvesting.awaitWell();
        waiting = ingest.start(settings);
        waiting.awaitWell();
        Patience patience = new Patience(ingest, topic, before, records, progress);
        for (int kill = 1; patience.goesOn(); ) {
          if (kill <= KILLS && patience.share() > (double) kill / (KILLS + 1)) {
            // The lease is with the one that was started first; it lapses after its death.
            harvesting.kill();
            progress.say("  killed the one that harvested");
            PackagedService fresh = ingest.start(settings);
            harvesting.close();
            harvesting = waiting;
            waiting = fresh;
            kill++;
          }
        }
        AnnouncedTopic.Announced announced = topic.since(before);
        return List.of(
            Figure.of("two replicas: papers in Kafka", announced.papers(), "papers")
                .atLeast(records),
            Figure.of("two replicas: papers stored", OnlyIngest.papers(), "papers")
                .atLeast(records),
            Figure.of("two replicas: different events", announced.states(), "events")
                .atMost(records),
            Figure.of(
                    "two replicas: events repeated",
                    announced.events() - announced.states(),
                    "events")
                .atMost(KILLS * PAGE),
            Figure.of("two replicas: requests", arxiv.starts().size(), "")
                .beside("pages", archive.pages()),
            Figure.of("two replicas: least gap", least(arxiv), "ms").atLeast(DISTURBED.toMillis()));
      } finally {
        harvesting.close();
        if (waiting != null) {
          waiting.close();
        }
      }
    }
  }

  private static double least(FakeArxiv arxiv) {
    return arxiv.gapsMillis().stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private static Map<String, String> settings(FakeArxiv arxiv, Duration interval) {
    return Map.of(
        "paperboy.ingest.arxiv.enabled",
        "true",
        "paperboy.ingest.arxiv.server",
        arxiv.uri().toString(),
        "paperboy.ingest.arxiv.interval",
        interval.toMillis() + "ms",
        "paperboy.ingest.arxiv.back-days",
        "3");
  }

  /** Waits for a number of announcements, and gives up where nothing moves. */
  private static final class Patience {
    private static final int TOLD_SECONDS = 20;

    private final OnlyIngest ingest;
    private final AnnouncedTopic topic;
    private final long begun;
    private final int expected;
    private final Progress progress;
    private long last;
    private long moved = System.nanoTime();
    private long told = System.nanoTime();

    Patience(
        OnlyIngest ingest,
        AnnouncedTopic topic,
        Map<TopicPartition, Long> before,
        int expected,
        Progress progress) {
      this.ingest = ingest;
      this.topic = topic;
      this.begun = AnnouncedTopic.sum(before);
      this.expected = expected;
      this.progress = progress;
    }

    double share() {
      return (double) last / expected;
    }

    /** Waits a second; false where all are announced and stored. */
    boolean goesOn() throws Exception {
      TimeUnit.SECONDS.sleep(1);
      long size = topic.size() - begun;
      if (size >= expected && OnlyIngest.papers() >= expected) {
        return false;
      }
      if (size != last) {
        last = size;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
        throw new IOException(
            "nothing moves any more at %,d of %,d; %,d stored, feed at %s%s"
                .formatted(
                    size,
                    expected,
                    OnlyIngest.papers(),
                    OnlyIngest.checkpoint("arxiv-oai"),
                    ingest.lastWords()));
      }
      if (System.nanoTime() - told > TimeUnit.SECONDS.toNanos(TOLD_SECONDS)) {
        told = System.nanoTime();
        progress.say("  %,d of %,d".formatted(size, expected));
      }
      return true;
    }
  }
}
