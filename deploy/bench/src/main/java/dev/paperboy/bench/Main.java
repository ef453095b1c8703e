package dev.paperboy.bench;

import dev.paperboy.bench.chain.ChainBench;
import dev.paperboy.bench.chain.ClassifyBench;
import dev.paperboy.bench.day.DayBench;
import dev.paperboy.bench.harvest.HarvestBench;
import dev.paperboy.bench.harvest.ImportBench;
import dev.paperboy.bench.http.HttpBench;
import dev.paperboy.bench.interests.InterestBench;
import dev.paperboy.bench.matching.MatchBench;
import dev.paperboy.bench.preview.PreviewBench;
import dev.paperboy.bench.search.SearchBench;
import dev.paperboy.bench.vectors.EncodeBench;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** {@code ./paperboy bench}. Exit codes: 0 measured, 1 it failed, 2 the command line is wrong. */
public final class Main {
  private static final List<Bench> BENCHES =
      List.of(
          new ChainBench(),
          new ClassifyBench(),
          new DayBench(),
          new HarvestBench(),
          new HttpBench(),
          new ImportBench(),
          new EncodeBench(),
          new InterestBench(),
          new MatchBench(),
          new PreviewBench(),
          new QualityBench(),
          new SearchBench());

  private Main() {}

  public static void main(String[] arguments) {
    // Kafka's clients and DJL would tell all they do between the lines of progress.
    Logger.getLogger("").setLevel(Level.SEVERE);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(arguments), BENCHES, out, err));
  }

  /** Runs the bench that {@code words} name; the report goes to {@code out}, all else to err. */
  static int run(List<String> words, List<Bench> benches, PrintStream out, PrintStream err) {
    BenchOptions options;
    Bench bench;
    try {
      options = BenchOptions.parse(words, Path.of(System.getProperty("paperboy.cwd", "")));
      bench = named(options.name(), benches);
    } catch (UsageException e) {
      err.println("paperboy: " + e.getMessage());
      err.println();
      err.print(usage(benches));
      return 2;
    }
    try {
      Report report =
          new Report(bench.name(), Machine.describe(), bench.run(options, new Progress(err)));
      out.println(options.json() ? report.json() : report.text());
      return 0;
    } catch (Exception | LinkageError e) {
      err.println(
          "The bench "
              + bench.name()
              + " failed: "
              + (e.getMessage() == null ? e.toString() : e.getMessage()));
      return 1;
    }
  }

  private static Bench named(String name, List<Bench> benches) throws UsageException {
    Optional<Bench> found = benches.stream().filter(b -> b.name().equals(name)).findFirst();
    return found.orElseThrow(() -> new UsageException("there is no bench «" + name + "»"));
  }

  private static String usage(List<Bench> benches) {
    return benches.stream()
        .map(bench -> "  %-9s %s%n".formatted(bench.name(), bench.about()))
        .collect(
            Collectors.joining(
                "",
                "  ./paperboy bench NAME [--papers FILE] [--count PAPERS] [--data DIR] [--json]%n%n"
                    .formatted(),
                ""));
  }
}
