package dev.paperboy.bench.chain;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.PackagedService;
import dev.paperboy.backing.TopicRecords;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.paper.MadeUpPapers;
import dev.paperboy.bench.paper.PaperFile;
import dev.paperboy.bench.stack.ScratchDirectory;
import dev.paperboy.bench.topics.HeadTimes;
import dev.paperboy.classify.topic.CategoryModel;
import dev.paperboy.events.CloudEventRecord;
import dev.paperboy.events.TopicDeclaration;
import dev.paperboy.events.TopicSpec;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperChange;
import dev.paperboy.ingest.paper.SeenPapers;
import dev.paperboy.ingest.publish.AnnouncementFormat;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import dev.paperboy.ingest.source.SnapshotFile;
import dev.paperboy.local.ResidentMemory;
import dev.paperboy.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * The packaged classify-service by itself, from topic to topic: announced papers wait in Kafka,
 * classified ones come out. Consuming, encoding, heads, storing, indexing and publishing share the
 * machine; the baselines have it to themselves afterwards, on the same texts.
 */
public final class ClassifyBench implements Bench {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final long SEED = 20_260_513;
  private static final String ANNOUNCED = "papers.announced.v1";
  private static final String CLASSIFIED = "papers.classified.v1";
  private static final int PAPERS = 1_000;

  /** The compiler has done most of its work after these. */
  private static final int WARMUP = 1_000;

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final double OF_BARE_ENCODER = 0.90;
  private static final double OF_LANGCHAIN4J = 1.5;

  @Override
  public String name() {
    return "classify";
  }

  @Override
  public String about() {
    return "classify by itself, from topic to topic, beside the bare encoder and langchain4j";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    int count = options.count().orElse(PAPERS);
    try (ScratchDirectory scratch = ScratchDirectory.create()) {
      List<Paper> warmup =
          read(scratch, "warmup", new MadeUpPapers(SEED + 1, "4103", DAY).lines(WARMUP));
      List<Paper> papers =
          read(
              scratch,
              "papers",
              options.papers().isPresent()
                  ? PaperFile.first(count, options.papers().get(), DAY)
                  : new MadeUpPapers(SEED, "4104", DAY).lines(count));
      declareTopics();
      announce(warmup);
      progress.say("starting classify, %,d papers to warm up".formatted(warmup.size()));
      double seconds;
      long most = 0;
      try (PackagedService classify = start(scratch)) {
        classify.awaitWell();
        most = Math.max(most, awaitClassified(warmup.size(), classify));
        progress.say("measuring with %,d papers".formatted(papers.size()));
        long begin = System.currentTimeMillis();
        announce(papers);
        most = Math.max(most, awaitClassified(warmup.size() + papers.size(), classify));
        List<ConsumerRecord<String, byte[]>> out =
            TopicTimes.since(begin, CLASSIFIED, Backing.current().kafkaBootstrap());
        long different = out.stream().map(ConsumerRecord::key).distinct().count();
        if (different != papers.size()) {
          throw new IOException("%,d papers came out of %,d".formatted(different, papers.size()));
        }
        seconds = (out.getLast().timestamp() - begin) / 1e3;
      }
      List<String> texts = papers.stream().map(ClassifyBench::text).toList();
      List<String> warmupTexts = warmup.stream().map(ClassifyBench::text).toList();
      progress.say("baseline: the bare encoder");
      double bare = Baselines.bareEncoder(warmupTexts, texts);
      progress.say("baseline: langchain4j's embedAll, texts cut to as many tokens");
      double langchain4j = Baselines.langchain4j(warmupTexts, texts);
      progress.say("heads beside the encoder");
      HeadTimes heads =
          HeadTimes.of(
              CategoryModel.committed(),
              papers.stream().limit(HeadTimes.PAPERS).map(ClassifyBench::headText).toList());
      double classify = papers.size() / seconds;
      List<Figure> figures = new ArrayList<>();
      figures.add(
          Figure.of("classify, topic to topic", classify, "papers/s")
              .beside("bare encoder", bare)
              .beside("langchain4j embedAll", langchain4j));
      figures.add(
          Figure.of("classify / bare encoder", classify / bare, "").atLeast(OF_BARE_ENCODER));
      figures.add(
          Figure.of("classify / langchain4j", classify / langchain4j, "").atLeast(OF_LANGCHAIN4J));
      figures.addAll(heads.figures());
      figures.add(Figure.of("classify's memory at most", most, "MiB"));
      return figures;
    }
  }

  /** What classify encodes of a paper. */
  private static String text(Paper paper) {
    return paper.title() + "\n" + paper.abstractText();
  }

  private static HeadTimes.Text headText(Paper paper) {
    return new HeadTimes.Text(
        paper.title(), paper.abstractText(), paper.comments(), paper.names(), paper.categories());
  }

  /** Papers of lines, as ingest reads them. */
  private static List<Paper> read(ScratchDirectory scratch, String name, List<String> lines)
      throws IOException {
    Path file = Files.write(scratch.file(name + ".jsonl"), lines);
    List<Paper> papers = new ArrayList<>();
    try (PaperSource.Pages pages = new SnapshotFile(file, null).open(null, true)) {
      for (Page page = pages.next(); page != null; page = pages.next()) {
        papers.addAll(page.papers());
      }
    }
    return papers;
  }

  /** Those that others declare; classify waits for them. */
  private static void declareTopics() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      TopicDeclaration.declare(
          admin,
          List.of(
              TopicSpec.compacted(ANNOUNCED),
              TopicSpec.keptFor("attention.v1", Duration.ofDays(30))));
    }
  }

  private static void announce(List<Paper> papers) {
    try (KafkaProducer<String, byte[]> producer =
        TopicRecords.producer(Backing.current().kafkaBootstrap())) {
      for (Paper paper : papers) {
        PaperChange change = SeenPapers.compare(null, paper, Origin.HARVEST);
        producer.send(
            CloudEventRecord.of(
                ANNOUNCED,
                paper.id().toString(),
                change.seq(),
                "ingest",
                AnnouncementFormat.write(change)));
      }
    }
  }

  private static PackagedService start(ScratchDirectory scratch) throws IOException {
    Path checkout = Path.of(System.getProperty("paperboy.checkout", "")).toAbsolutePath();
    return PackagedService.start(
        new PackagedService.Launch(
            "classify",
            Service.CLASSIFY.jar(checkout),
            Service.CLASSIFY.jvm(),
            Map.of(
                "paperboy.clock",
                DAY + "T23:00:00Z",
                "paperboy.state",
                scratch.file("state").toString()),
            scratch.file("classify.log")));
  }

  /**
   * Waits until so many papers came out.
   *
   * @return mebibytes that the service held at most meanwhile
   */
  private static long awaitClassified(int papers, PackagedService classify)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long most = 0;
    while (System.nanoTime() < deadline && classify.process().isAlive()) {
      most = Math.max(most, ResidentMemory.own(classify.process()));
      if (TopicRecords.sent(Backing.current().kafkaBootstrap(), CLASSIFIED) >= papers) {
        return most;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("classify does not come to %,d papers".formatted(papers));
  }
}
