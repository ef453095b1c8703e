package dev.paperboy.bench.harvest;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.PackagedService;
import dev.paperboy.bench.stack.ScratchDirectory;
import dev.paperboy.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged ingest-service, PostgreSQL and Kafka; nothing reads what it announces. */
final class OnlyIngest {
  private static final int LINES = 12;

  private final ScratchDirectory scratch;
  private int started;

  OnlyIngest(ScratchDirectory scratch) {
    this.scratch = scratch;
  }

  /** A replica as the launcher would run it, with more settings; every other source is off. */
  PackagedService start(Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("paperboy.clock", MadeUpArchive.DAY + "T23:00:00Z");
    all.put("paperboy.ingest.every", "1s");
    all.put("paperboy.ingest.specimens", "off");
    all.put("paperboy.ingest.arxiv.listing.enabled", "false");
    all.put("paperboy.ingest.arxiv.api.enabled", "false");
    all.put("paperboy.ingest.attention.hf-daily.enabled", "false");
    Path checkout = Path.of(System.getProperty("paperboy.checkout", "")).toAbsolutePath();
    return PackagedService.start(
        new PackagedService.Launch(
            "ingest", Service.INGEST.jar(checkout), Service.INGEST.jvm(), all, log(++started)));
  }

  /** The last lines of what each replica said, for a run that failed. */
  String lastWords() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int replica = 1; replica <= started; replica++) {
      List<String> lines = Files.readAllLines(log(replica));
      words.append("%nreplica %d:%n".formatted(replica));
      lines
          .subList(Math.max(0, lines.size() - LINES), lines.size())
          .forEach(line -> words.append("  ").append(line).append('\n'));
    }
    return words.toString();
  }

  private Path log(int replica) {
    return scratch.file("ingest-%d.log".formatted(replica));
  }

  /** Everything that ingest remembers, forgotten; for a service that does not run. */
  static void forget() throws SQLException {
    try (Connection db = Backing.current().connect("ingest");
        Statement statement = db.createStatement()) {
      statement.execute("truncate paper, feed, refusal, request_limit, lease");
    }
  }

  /** How many papers it remembers. */
  static long papers() throws SQLException {
    return Long.parseLong(one("select count(*) from paper"));
  }

  /** How many records it has refused. */
  static long refused() throws SQLException {
    return Long.parseLong(one("select count(*) from refusal"));
  }

  /** Where a feed stands; null before its first page. */
  static String checkpoint(String feed) throws SQLException {
    return one("select max(checkpoint) from feed where name = '" + feed + "'");
  }

  private static String one(String query) throws SQLException {
    try (Connection db = Backing.current().connect("ingest");
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
