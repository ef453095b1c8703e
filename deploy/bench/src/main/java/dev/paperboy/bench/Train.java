package dev.paperboy.bench;

import dev.paperboy.bench.search.SearchTraining;
import dev.paperboy.bench.topics.TopicQuality;
import dev.paperboy.bench.trend.TrendQuality;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./paperboy train}: makes the weights that the services carry. Exit codes: 0 written, 1 it
 * failed, 2 the command line is wrong.
 */
public final class Train {
  private static final Path CATEGORIES =
      Path.of("classify-service/src/main/resources/topics/categories.bin");
  private static final Path TREND = Path.of("classify-service/src/main/resources/trend/trend.bin");

  private static final Path SEARCH =
      Path.of("classify-service/src/main/resources/search/fusion.properties");

  private Train() {}

  public static void main(String[] arguments) {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(
        run(
            Arrays.asList(arguments),
            Path.of(System.getProperty("paperboy.cwd", "")),
            Path.of(System.getProperty("paperboy.checkout", "")),
            err));
  }

  /**
   * @param checkout where the weights are written to, below the service's resources
   */
  static int run(List<String> words, Path cwd, Path checkout, PrintStream err) {
    try {
      BenchOptions options = BenchOptions.parse(words, cwd);
      Path file =
          checkout.resolve(
              switch (options.name()) {
                case "topics" -> CATEGORIES;
                case "trend" -> TREND;
                case "search" -> SEARCH;
                default ->
                    throw new UsageException(
                        "train makes «topics», «trend» or «search», not «" + options.name() + "»");
              });
      Files.createDirectories(file.getParent());
      Files.write(file, trained(options, new Progress(err)));
      err.printf("%s holds %,d bytes%n", file, Files.size(file));
      return 0;
    } catch (UsageException e) {
      err.println("paperboy: " + e.getMessage());
      err.println();
      err.println(
          "  ./paperboy train topics|trend|search --data DIR [--train-until D] [--test-from D] [--count N]");
      return 2;
    } catch (IOException e) {
      err.println("The training failed: " + e.getMessage());
      return 1;
    }
  }

  private static byte[] trained(BenchOptions options, Progress progress) throws IOException {
    options.dataDirectory();
    if (options.name().equals("search")) {
      return SearchTraining.trained(options, progress);
    }
    try (VectorCache vectors = VectorCache.shared()) {
      return options.name().equals("trend")
          ? TrendQuality.trained(options, vectors, BgeSmallEncoder.ID, progress)
          : TopicQuality.trained(options, vectors, BgeSmallEncoder.ID, progress);
    }
  }
}
