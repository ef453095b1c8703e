package dev.paperboy.bench.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.paper.MadeUpPapers;
import dev.paperboy.bench.paper.PaperFile;
import dev.paperboy.bench.stack.ScratchDirectory;
import dev.paperboy.bench.stack.ScratchStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One day's papers through the whole packaged stack: a file in, the shelf out.
 *
 * <p>The stack is warm: some papers went through it before. All stages share the machine while they
 * are measured, as they do in use; the baselines have it to themselves.
 */
public final class ChainBench implements Bench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final Instant EVENING = DAY.atTime(LocalTime.of(23, 0)).toInstant(ZoneOffset.UTC);
  private static final long SEED = 20_260_512;
  private static final String ANNOUNCED = "papers.announced.v1";
  private static final int PAPERS = 2_000;
  private static final int WARMUP = 200;
  private static final int AWAITED = 200;
  private static final double OF_BARE_ENCODER = 0.90;

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String about() {
    return "papers from a file to the shelf: speed, latency, memory, start";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    List<String> warmup = new MadeUpPapers(SEED + 1, "4101", DAY).lines(WARMUP);
    int count = options.count().orElse(PAPERS);
    List<String> papers =
        options.papers().isPresent()
            ? PaperFile.first(count, options.papers().get(), DAY)
            : new MadeUpPapers(SEED, "4102", DAY).lines(count);
    List<Figure> figures = new ArrayList<>();
    try (ScratchDirectory scratch = ScratchDirectory.create()) {
      Path file = Files.createFile(scratch.file("papers.jsonl.gz"));
      progress.say("starting the stack on an empty directory");
      try (ScratchStack stack = ScratchStack.start(scratch, file, EVENING)) {
        progress.say("healthy; %,d papers to warm up".formatted(warmup.size()));
        figures.add(Figure.of("start, empty directory to healthy", stack.startSeconds(), "s"));
        ChainRun run = new ChainRun(stack, file, progress);
        long warmedUp = run.through(warmup);
        progress.say("measuring with %,d papers".formatted(papers.size()));
        long opened = run.through(papers);
        Map<String, Double> memory = stack.memory();
        List<ConsumerRecord<String, byte[]>> announced =
            TopicTimes.since(opened, ANNOUNCED, stack.kafka());
        ChainTimes times =
            ChainTimes.of(
                opened,
                announced,
                TopicTimes.since(opened, "sources.v1", stack.kafka()),
                TopicTimes.since(opened, "papers.classified.v1", stack.kafka()),
                run.shelved());
        List<String> warmupTexts =
            texts(TopicTimes.since(warmedUp, ANNOUNCED, stack.kafka()).subList(0, WARMUP));
        progress.say("baseline: one record at a time");
        double awaited =
            Baselines.awaitedSending(
                announced.subList(0, Math.min(AWAITED, announced.size())), stack.kafka());
        progress.say("stopping the stack");
        stack.stop();
        progress.say("baseline: reading and decoding the file");
        double decoding = Baselines.decoding(file);
        progress.say("baseline: the bare encoder");
        double encoder = Baselines.bareEncoder(warmupTexts, texts(announced));
        figures.addAll(figures(times, decoding, awaited, encoder));
        figures.addAll(memoryFigures(memory));
      }
    }
    return figures;
  }

  private static List<Figure> figures(
      ChainTimes times, double decoding, double awaited, double encoder) {
    Spread lag = times.shelfLag();
    Spread latency = times.latency();
    return List.of(
        Figure.of("ingest", times.ingest(), "papers/s")
            .beside("read and decode only", decoding)
            .beside("one record at a time", awaited),
        Figure.of("classify", times.classify(), "papers/s").beside("bare encoder", encoder),
        Figure.of("classify / bare encoder", times.classify() / encoder, "")
            .atLeast(OF_BARE_ENCODER),
        Figure.of("shelf", times.shelf(), "papers/s").beside("classify", times.classify()),
        Figure.of("shelf behind classify, p50", lag.percentile(50), "s"),
        Figure.of("shelf behind classify, p99", lag.percentile(99), "s"),
        Figure.of("announced to shelf, p50", latency.percentile(50), "s"),
        Figure.of("announced to shelf, p99", latency.percentile(99), "s"));
  }

  private static List<Figure> memoryFigures(Map<String, Double> memory) {
    List<Figure> figures = new ArrayList<>();
    memory.forEach((part, mib) -> figures.add(Figure.of("memory, " + part, mib, "MiB")));
    double all = memory.values().stream().mapToDouble(Double::doubleValue).sum();
    figures.add(Figure.of("memory, all", all, "MiB"));
    return figures;
  }

  /** What classify encodes of each paper: title, line break, abstract. */
  private static List<String> texts(List<ConsumerRecord<String, byte[]>> announced)
      throws IOException {
    List<String> texts = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : announced) {
      JsonNode paper = JSON.readTree(record.value());
      texts.add(paper.path("title").asText() + "\n" + paper.path("abstract").asText());
    }
    return texts;
  }
}
