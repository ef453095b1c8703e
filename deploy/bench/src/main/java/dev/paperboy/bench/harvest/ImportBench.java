package dev.paperboy.bench.harvest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.backing.Backing;
import dev.paperboy.backing.PackagedService;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.harvest.ImportFile.Change;
import dev.paperboy.bench.stack.MemoryWatch;
import dev.paperboy.bench.stack.OpenFile;
import dev.paperboy.bench.stack.ScratchDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A snapshot file into Kafka three times: all of it is news, none of it is, some papers have
 * changed.
 */
public final class ImportBench implements Bench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EACH_KIND = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int ROUNDS_A_SECOND = 10;
  private static final long POLL_MILLIS = 1_000 / ROUNDS_A_SECOND;
  private static final String FEED = "snapshot";
  private static final String BARE = "bench.bare";

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String about() {
    return "a snapshot file into Kafka: speed, exact counts, nothing twice, changes by kind";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (ScratchDirectory scratch = ScratchDirectory.create()) {
      Path path = scratch.file("papers.jsonl.gz");
      ImportFile file;
      if (options.data().isPresent()) {
        file = ImportFile.of(new DataDirectory(options.data().get()), path);
      } else {
        progress.say("made-up papers: --data DIR with arxiv/YYYY-MM.jsonl.gz in it has real ones");
        file = ImportFile.madeUp(path);
      }
      progress.say("%,d papers in the file".formatted(file.papers()));
      try (AnnouncedTopic topic = new AnnouncedTopic(Backing.current().kafkaBootstrap());
          PackagedService ingest =
              new OnlyIngest(scratch)
                  .start(Map.of("paperboy.ingest.snapshot.file", path.toString()))) {
        figures.addAll(first(file, ingest, topic, progress));
        figures.addAll(again(file, ingest, topic, progress));
        figures.addAll(changed(file, ingest, topic, progress));
      }
    }
    return figures;
  }

  private static List<Figure> first(
      ImportFile file, PackagedService ingest, AnnouncedTopic topic, Progress progress)
      throws Exception {
    MemoryWatch memory = new MemoryWatch();
    // To the file's end, not to a count: more papers than there are would be seen.
    double seconds = untilRead(file, ingest, memory);
    AnnouncedTopic.Announced announced = topic.since(Map.of());
    progress.say("  %s after %.1f s".formatted(announced, seconds));
    long expected = file.papers() - OnlyIngest.refused();
    return List.of(
        Figure.of("first import: papers in Kafka", announced.papers(), "papers")
            .atLeast(expected)
            .beside("papers in the file", file.papers())
            .beside("refused", OnlyIngest.refused()),
        Figure.of("first import: papers stored", OnlyIngest.papers(), "papers").atLeast(expected),
        Figure.of("first import: time", seconds, "s"),
        Figure.of("first import: speed", announced.papers() / seconds, "papers/s")
            .beside("bare producer", bareProducer(topic)),
        Figure.of("ingest's memory at most", memory.most(), "MiB"));
  }

  private static List<Figure> again(
      ImportFile file, PackagedService ingest, AnnouncedTopic topic, Progress progress)
      throws Exception {
    Map<TopicPartition, Long> before = topic.ends();
    file.touch();
    double seconds = untilRead(file, ingest, new MemoryWatch());
    AnnouncedTopic.Announced announced = topic.since(before);
    progress.say("  second import: %s after %.1f s".formatted(announced, seconds));
    return List.of(
        Figure.of("second import: announced", announced.events(), "events").atMost(0),
        Figure.of("second import: speed", file.papers() / seconds, "papers/s"));
  }

  private static List<Figure> changed(
      ImportFile file, PackagedService ingest, AnnouncedTopic topic, Progress progress)
      throws Exception {
    Map<TopicPartition, Long> before = topic.ends();
    Map<Change, Integer> made = file.change(EACH_KIND);
    untilRead(file, ingest, new MemoryWatch());
    Map<Change, Integer> told = new EnumMap<>(Change.class);
    topic.read(
        before,
        record ->
            told.merge(
                Change.valueOf(
                    JSON.readTree(record.value()).path("kind").asText().toUpperCase(Locale.ROOT)),
                1,
                Integer::sum));
    progress.say("  third import: changed %s, announced %s".formatted(made, told));
    List<Figure> figures = new ArrayList<>();
    for (Change kind : Change.values()) {
      int changes = made.getOrDefault(kind, 0);
      int events = told.getOrDefault(kind, 0);
      figures.add(
          Figure.of("third import: " + kind.name().toLowerCase(Locale.ROOT), events, "events")
              .atLeast(changes)
              .beside("changed", changes));
    }
    int all = told.values().stream().mapToInt(Integer::intValue).sum();
    figures.add(
        Figure.of("third import: announced", all, "events")
            .atMost(made.values().stream().mapToInt(Integer::intValue).sum()));
    return figures;
  }

  /**
   * Waits until ingest has read the file as it is now to its end.
   *
   * @param memory looks at ingest while it reads
   * @return seconds since ingest opened the file
   */
  private static double untilRead(ImportFile file, PackagedService ingest, MemoryWatch memory)
      throws Exception {
    long opened = OpenFile.awaitedIn(ingest.process(), file.path());
    String ofThisFile = " " + Files.getLastModifiedTime(file.path()).toMillis() + " ";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int round = 0; System.nanoTime() < deadline; round++) {
      String checkpoint = OnlyIngest.checkpoint(FEED);
      if (checkpoint != null && checkpoint.contains(ofThisFile) && !checkpoint.contains("+ ")) {
        return (System.currentTimeMillis() - opened) / 1e3;
      }
      if (round % ROUNDS_A_SECOND == 0) {
        memory.look(ingest.process());
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new IOException("ingest does not come to the end of the file");
  }

  /** The same events sent by a producer that does nothing else, papers per second. */
  private static double bareProducer(AnnouncedTopic topic) throws Exception {
    String kafka = Backing.current().kafkaBootstrap();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
      int partitions = topic.ends().size();
      admin.createTopics(List.of(new NewTopic(BARE, partitions, (short) 1))).all().get();
      long[] sent = {0};
      long[] nanos = {0};
      topic.read(
          Map.of(),
          record -> {
            long begin = System.nanoTime();
            producer.send(new ProducerRecord<>(BARE, record.key(), record.value()));
            nanos[0] += System.nanoTime() - begin;
            sent[0]++;
          });
      long begin = System.nanoTime();
      producer.flush();
      nanos[0] += System.nanoTime() - begin;
      return sent[0] / (nanos[0] / 1e9);
    }
  }
}
