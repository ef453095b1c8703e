package dev.paperboy.bench.chain;

import dev.paperboy.bench.Progress;
import dev.paperboy.bench.paper.PaperFile;
import dev.paperboy.bench.stack.Counters;
import dev.paperboy.bench.stack.OpenFile;
import dev.paperboy.bench.stack.ScratchStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Puts papers before a running stack and waits until they are on the shelf. */
final class ChainRun {
  private static final long PATIENCE_SECONDS = 120;
  private static final long PAUSE_SECONDS = 1;

  private final ScratchStack stack;
  private final Path file;
  private final Progress progress;
  private long before;

  /**
   * @param file what the stack's ingest reads
   */
  ChainRun(ScratchStack stack, Path file, Progress progress) {
    this.stack = stack;
    this.file = file;
    this.progress = progress;
  }

  /**
   * Replaces the file by these papers and returns when all of them are on the shelf.
   *
   * @return when ingest opened the file, milliseconds of the epoch
   */
  long through(List<String> papers) throws IOException, InterruptedException {
    Path fresh = file.resolveSibling("fresh.jsonl.gz");
    PaperFile.write(papers, fresh);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    long opened = OpenFile.awaitedIn(stack.process("ingest"), file);
    awaitShelved(before + papers.size());
    before += papers.size();
    return opened;
  }

  private void awaitShelved(long expected) throws IOException, InterruptedException {
    Counters counters = stack.counters();
    Counters.Flow last = null;
    long moved = System.nanoTime();
    while (true) {
      Counters.Flow flow = counters.flow();
      if (flow.announced() + flow.refused() >= expected && flow.shelved() >= flow.announced()) {
        return;
      }
      if (!flow.equals(last)) {
        progress.say("  " + flow);
        last = flow;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IOException("nothing moves any more: " + flow);
      }
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    }
  }

  /** When each paper came onto the shelf, milliseconds of the epoch by paper id. */
  Map<String, Long> shelved() throws IOException, SQLException {
    try (Connection connection = stack.database("notify");
        PreparedStatement query =
            connection.prepareStatement(
                "select paper_id, (extract(epoch from shelved_at) * 1000)::bigint from shelf");
        ResultSet rows = query.executeQuery()) {
      Map<String, Long> times = new HashMap<>();
      while (rows.next()) {
        times.put(rows.getString(1), rows.getLong(2));
      }
      return times;
    }
  }
}
