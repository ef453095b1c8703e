package dev.paperboy.bench.preview;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.PackagedService;
import dev.paperboy.bench.Bench;
import dev.paperboy.bench.BenchOptions;
import dev.paperboy.bench.Figure;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.matching.RealDay;
import dev.paperboy.bench.stack.ScratchDirectory;
import dev.paperboy.local.Service;
import dev.paperboy.notify.shelf.ShelvedPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What previews promise on five real days for ten filters, beside what digests of readers with
 * these filters then hold: numbers, papers and their order, by the packaged notify, its public
 * pages and its ledger.
 */
public final class PreviewBench implements Bench {
  private static final List<LocalDate> DAYS =
      LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2026, 6, 6)).toList();
  private static final long PATIENCE_SECONDS = 60;
  private static final long POLL_MILLIS = 100;

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public String about() {
    return "previews beside digests on five days of --data DIR, for ten filters";
  }

  @Override
  public List<Figure> run(BenchOptions options, Progress progress) throws Exception {
    List<RealDay> days =
        RealDay.several(new DataDirectory(options.dataDirectory()), DAYS, progress);
    Map<String, ShelvedPaper> papers =
        days.stream()
            .flatMap(day -> day.papers().stream())
            .map(paper -> paper.paper())
            .collect(Collectors.toMap(ShelvedPaper::key, paper -> paper, (one, other) -> one));
    List<Map<String, String>> filters = filters(days.getFirst());
    List<List<String>> promised = new ArrayList<>();
    List<List<String>> sent;
    try (ScratchDirectory scratch = ScratchDirectory.create();
        Encoding encoding = new Encoding(papers);
        RealTopics topics = new RealTopics(Backing.current().kafkaBootstrap())) {
      topics.topics(days.getFirst().topics());
      long shelved = 0;
      for (RealDay day : days) {
        topics.day(day);
        shelved += day.papers().size();
        // Each day is looked at when it is today.
        try (PackagedService notify = start(scratch, encoding, day.day());
            Browser browser = new Browser(notify)) {
          notify.awaitWell();
          await(shelved, days.getFirst().topics().size());
          List<String> ofDay = new ArrayList<>();
          for (Map<String, String> filter : filters) {
            ofDay.add(browser.preview(filter));
          }
          promised.add(ofDay);
          progress.say("%s is previewed".formatted(day.day()));
        }
      }
      try (PackagedService notify = start(scratch, encoding, DAYS.getLast());
          Browser browser = new Browser(notify)) {
        notify.awaitWell();
        sent = digests(notify, browser, filters);
      }
    }
    return compare(filters, promised, sent, progress);
  }

  private static PackagedService start(ScratchDirectory scratch, Encoding encoding, LocalDate day)
      throws IOException {
    Path checkout = Path.of(System.getProperty("paperboy.checkout", "")).toAbsolutePath();
    return PackagedService.start(
        new PackagedService.Launch(
            "notify",
            Service.NOTIFY.jar(checkout),
            Service.NOTIFY.jvm(),
            Map.of(
                "paperboy.clock", day + "T23:00:00Z",
                "paperboy.classify", encoding.address(),
                "paperboy.public-url", Browser.SITE,
                "paperboy.digest.every", "24h",
                "paperboy.signup.min-fill-time", "0S",
                "paperboy.signup.per-network-and-hour", "1000",
                "paperboy.preview.per-network-and-hour", "1000"),
            scratch.file("notify.log")));
  }

  private static void await(long papers, long topics) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String wanted = papers + " " + papers + " " + topics;
    String found;
    do {
      found =
          one(
              "select (select count(*) from shelf) || ' ' || (select count(*) from paper_trend)"
                  + " || ' ' || (select count(*) from topic)");
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } while (!wanted.equals(found) && System.nanoTime() < deadline);
    if (!wanted.equals(found)) {
      throw new IOException("papers, trends, topics: " + found + " instead of " + wanted);
    }
  }

  private static List<List<String>> digests(
      PackagedService notify, Browser browser, List<Map<String, String>> filters) throws Exception {
    List<List<String>> sent = new ArrayList<>();
    DAYS.forEach(day -> sent.add(new ArrayList<>()));
    for (int i = 0; i < filters.size(); i++) {
      String address = "reader" + i + "@example.org";
      browser.subscribe(filters.get(i), address);
      change("update subscriber set status = 'active' where address = ?", address);
      for (int day = 0; day < DAYS.size(); day++) {
        notify.ask("POST", "/internal/digest?for=" + address + "&date=" + DAYS.get(day));
        sent.get(day).add(sent(address, DAYS.get(day)));
      }
    }
    return sent;
  }

  private static String sent(String address, LocalDate day) throws SQLException {
    return one(
        """
        select d.papers || ' ' || d.matched || ' ' || count(*) filter (where not i.title_only) || ' '
          || count(*) filter (where i.title_only) || ': '
          || coalesce(string_agg(i.paper_id, ' ' order by i.rank), '')
        from digest d join subscriber s on s.id = d.subscriber_id
          left join digest_item i on i.digest_id = d.id
        where s.address = ? and d.day = ?::date group by d.id
        """,
        address,
        day.toString());
  }

  private static List<Figure> compare(
      List<Map<String, String>> filters,
      List<List<String>> promised,
      List<List<String>> sent,
      Progress progress) {
    int different = 0;
    int papers = 0;
    for (int i = 0; i < filters.size(); i++) {
      StringBuilder line = new StringBuilder("filter %2d".formatted(i + 1));
      for (int day = 0; day < DAYS.size(); day++) {
        String before = promised.get(day).get(i);
        String then = sent.get(day).get(i);
        String numbers = before.substring(0, before.indexOf(':'));
        papers += before.length() > numbers.length() + 2 ? before.split(" ").length - 4 : 0;
        if (before.equals(then)) {
          line.append("  | %-18s =".formatted(numbers));
        } else {
          different++;
          line.append("  | %-18s ≠".formatted(numbers));
          progress.say(
              "%s, filter %d:%n  promised %s%n  sent     %s"
                  .formatted(DAYS.get(day), i + 1, before, then));
        }
      }
      progress.say(line + "  " + filters.get(i));
    }
    progress.say(
        "  (new papers, that fit, in full, by title; = the same papers in the same order)");
    return List.of(
        Figure.of("previews compared with digests", (double) filters.size() * DAYS.size(), ""),
        Figure.of("papers in them", papers, "papers"),
        Figure.of("with other papers, another order or other numbers", different, "").atMost(0));
  }

  /** Of all kinds, after what the first day is about. */
  private static List<Map<String, String>> filters(RealDay day) {
    Map<String, Long> topics =
        day.papers().stream()
            .flatMap(paper -> paper.paper().tags().stream())
            .collect(Collectors.groupingBy(ShelvedPaper.Tag::topic, Collectors.counting()));
    List<String> common =
        topics.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(3)
            .map(Map.Entry::getKey)
            .toList();
    ShelvedPaper first = day.papers().get(day.papers().size() / 3).paper();
    ShelvedPaper second = day.papers().get(day.papers().size() / 2).paper();
    String authors = name(first) + "\n" + name(second);
    return List.of(
        Map.of(),
        Map.of("topic", common.get(0) + "|" + common.get(1)),
        Map.of("category", "cs.*", "exclusions", "survey OR benchmark", "max", "20"),
        Map.of("keywords", "\"language model\" OR agents\n-survey", "max", "50"),
        Map.of("authors", authors, "category", "cs.LG", "dial", "3", "max", "5"),
        Map.of("about", "how robots learn to grasp objects", "max", "5"),
        Map.of("examples", first.id().local(), "dial", "0"),
        Map.of("category", "math.CO|quant-ph", "dial", "4"),
        Map.of(
            "topic", common.get(2),
            "keywords", "diffusion\n\"reinforcement learning\"",
            "about", "faster attention for long documents",
            "exclusions", "cat:cs.CR\ntitle:survey",
            "trend", "0.05",
            "max", "8",
            "dial", "1"),
        Map.of("keywords", "\"a phrase that nobody writes\""));
  }

  private static String name(ShelvedPaper paper) {
    return paper.authors().getFirst().replaceAll("[^\\p{L} .-]", "");
  }

  private static String one(String query, String... parameters) throws SQLException {
    try (Connection db = Backing.current().connect("notify");
        PreparedStatement statement = prepared(db, query, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : "none";
    }
  }

  private static void change(String statement, String... parameters) throws SQLException {
    try (Connection db = Backing.current().connect("notify");
        PreparedStatement prepared = prepared(db, statement, parameters)) {
      prepared.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection db, String query, String... parameters)
      throws SQLException {
    PreparedStatement statement = db.prepareStatement(query);
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
    return statement;
  }
}
