package dev.paperboy.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.http.LoadClient.Answers;
import dev.paperboy.bench.stack.MemoryWatch;
import dev.paperboy.bench.stack.ScratchDirectory;
import dev.paperboy.bench.stack.ScratchStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Pages of the reading site under load on loopback, beside a static file of the same server. Client
 * and server share the machine.
 */
public final class HttpBench implements Bench {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final long SEED = 20_260_512;
  private static final int PAPERS = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 500;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final double WARMUP_SECONDS = 8;
  private static final double SECONDS = 8;
  private static final int CONNECTIONS = 16;
  private static final int CROWD = 600;
  private static final int STEADY_ROUNDS = 12;
  private static final double STEADY_SECONDS = 5;

  /** Papers that are asked for again and again. */
  private static final int POPULAR = 200;

  private static final List<String> QUERIES =
      List.of(
          "sparse+retrieval",
          "%22graph+neural%22",
          "robust+OR+fast",
          "title:quantum",
          "cat:cs.*",
          "galaxy+cluster",
          "author:%22Ada+Author+7%22",
          "since:7d+learning",
          "robot*",
          "-survey+model");

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String about() {
    return "pages under load: requests/s and p99 beside a static file, memory, overload";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    int count = options.count().orElse(PAPERS);
    try (ScratchDirectory scratch = ScratchDirectory.create()) {
      Path nothing = Files.createFile(scratch.file("papers.jsonl.gz"));
      progress.say("starting the stack");
      try (ScratchStack stack =
          ScratchStack.start(
              scratch, nothing, DAY.atTime(LocalTime.of(23, 0)).toInstant(ZoneOffset.UTC))) {
        int port = stack.httpPort("classify");
        MadeUpIndex papers = new MadeUpIndex(SEED, DAY, topics(port));
        progress.say("%,d made-up papers into the index".formatted(count));
        papers.send(count, stack.kafka());
        awaitPapers(port, count);
        progress.say("indexed; measuring");
        return measured(port, papers.ids(count), stack.process("classify"), progress);
      }
    }
  }

  private static List<Figure> measured(
      int port, List<String> ids, ProcessHandle classify, Progress progress) throws Exception {
    LoadClient client = new LoadClient(port);
    MemoryWatch memory = new MemoryWatch();
    IntFunction<String> front = n -> "/";
    IntFunction<String> search = n -> "/search?q=" + QUERIES.get(n % QUERIES.size());
    IntFunction<String> popular = n -> "/papers/" + ids.get(n % Math.min(POPULAR, ids.size()));
    IntFunction<String> rare =
        n -> "/papers/" + ids.get((int) ((n * 7_919L + POPULAR) % ids.size()));
    String style = "/static/paperboy.css";
    for (IntFunction<String> page : List.of(n -> style, front, search, popular)) {
      client.ask(CONNECTIONS, WARMUP_SECONDS, page);
      memory.look(classify);
    }
    List<Figure> figures = new ArrayList<>();
    Answers file = asked("a static file", client, n -> style, progress);
    figures.addAll(figures("static file", file, file));
    figures.addAll(figures("/", asked("/", client, front, progress), file));
    memory.look(classify);
    figures.addAll(
        figures(
            "/papers/{id}, asked often", asked("popular papers", client, popular, progress), file));
    memory.look(classify);
    figures.addAll(
        figures("/papers/{id}, seldom asked", asked("rare papers", client, rare, progress), file));
    memory.look(classify);
    figures.addAll(
        figures("/search?q=, by words", asked("searches", client, search, progress), file));
    memory.look(classify);
    progress.say("a crowd of %d connections".formatted(CROWD));
    Answers crowd = client.ask(CROWD, SECONDS, search);
    figures.add(
        Figure.of("crowd of %d searching: answered".formatted(CROWD), crowd.rate(), "requests/s"));
    figures.add(Figure.of("crowd: answered, p99", crowd.millis(99), "ms").atMost(5_000));
    figures.add(
        Figure.of("crowd: sent away with 503", crowd.refused() / crowd.seconds(), "requests/s"));
    figures.add(Figure.of("crowd: any other answer", crowd.other(), "requests").atMost(0));
    Answers after = asked("/ after the crowd", client, front, progress);
    figures.add(Figure.of("/ after the crowd", after.rate(), "requests/s"));
    memory.look(classify);
    progress.say("a steady load of all of them, for memory");
    MemoryWatch steady = new MemoryWatch();
    for (int round = 0; round < STEADY_ROUNDS; round++) {
      client.ask(CONNECTIONS, STEADY_SECONDS, n -> n % 2 == 0 ? search.apply(n) : rare.apply(n));
      memory.look(classify);
      steady.look(classify);
    }
    figures.add(Figure.of("memory of classify, most", memory.most(), "MiB"));
    figures.add(
        Figure.of("memory under steady load, last quarter / second", steady.growth(), "")
            .atMost(1.1));
    return figures;
  }

  private static Answers asked(
      String what, LoadClient client, IntFunction<String> page, Progress progress)
      throws InterruptedException, IOException {
    progress.say(what);
    Answers answers = client.ask(CONNECTIONS, SECONDS, page);
    if (answers.good() == 0 || answers.other() > 0) {
      throw new IOException(
          "%s: %d good answers, %d sent away, %d others"
              .formatted(what, answers.good(), answers.refused(), answers.other()));
    }
    return answers;
  }

  private static List<Figure> figures(String page, Answers answers, Answers file) {
    return List.of(
        Figure.of(page, answers.rate(), "requests/s").beside("static file", file.rate()),
        Figure.of(page + " / static file", answers.rate() / file.rate(), ""),
        Figure.of(page + ", p50", answers.millis(50), "ms").beside("static file", file.millis(50)),
        Figure.of(page + ", p99", answers.millis(99), "ms").beside("static file", file.millis(99)));
  }

  private static List<String> topics(int port) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (JsonNode topic : JSON.readTree(get(port, "/api/v1/topics"))) {
      if (topic.has("parent")) {
        ids.add(topic.get("id").asText());
      }
    }
    return ids;
  }

  private static void awaitPapers(int port, int count) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (JSON.readTree(get(port, "/api/v1/search?limit=1")).path("total").asInt() < count) {
      if (System.nanoTime() > end) {
        throw new IOException("the papers are not all indexed after " + PATIENCE);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("%s answers %d".formatted(path, answer.statusCode()));
    }
    return answer.body();
  }
}
