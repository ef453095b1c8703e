package dev.paperboy.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paperboy.events.EventId;
import dev.paperboy.ingest.paper.Paper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * arXiv's public metadata snapshot, or a part of it: a JSON object a line, plain or gzip.
 *
 * <p>Streamed, so that all of arXiv (millions of lines) takes no more memory than one page; resumed
 * at a line, passing over those before it without parsing.
 */
public final class SnapshotFile implements PaperSource {
  private static final int LONGEST_LINE = 4 * 1024 * 1024;
  private static final int PAPERS_PER_PAGE = 1000;
  private static final int LINES_PER_PAGE = 20_000;

  private final Path file;
  private final LocalDate day;

  /**
   * @param file JSON lines; gzip is recognised by its first bytes
   * @param day only papers last changed on that day; null for all
   */
  public SnapshotFile(Path file, LocalDate day) {
    this.file = file;
    this.day = day;
  }

  @Override
  public String feed() {
    return "snapshot";
  }

  @Override
  public Pages open(String checkpoint, boolean now) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such snapshot file");
    }
    SnapshotCheckpoint from = SnapshotCheckpoint.parse(checkpoint, fingerprint());
    if (from.end()) {
      return new NoPages();
    }
    InputStream in = decompressed();
    try {
      BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
      for (long i = 0; i < from.lines(); i++) {
        if (lines.next() == null) {
          throw new IOException(
              file + " has fewer than the " + from.lines() + " lines read before");
        }
      }
      return new FilePages(in, lines, from);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private String fingerprint() throws IOException {
    return "%s %d %d %s"
        .formatted(
            file.getFileName(),
            Files.size(file),
            Files.getLastModifiedTime(file).toMillis(),
            day == null ? "all" : day);
  }

  private InputStream decompressed() throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private final class FilePages implements Pages {
    private final InputStream in;
    private final BoundedLines lines;
    private SnapshotCheckpoint position;

    FilePages(InputStream in, BoundedLines lines, SnapshotCheckpoint position) {
      this.in = in;
      this.lines = lines;
      this.position = position;
    }

    @Override
    public Page next() throws IOException {
      if (position.end()) {
        return null;
      }
      List<Paper> papers = new ArrayList<>();
      List<Refusal> refusals = new ArrayList<>();
      long line = position.lines();
      boolean end = false;
      while (papers.size() < PAPERS_PER_PAGE && line - position.lines() < LINES_PER_PAGE) {
        byte[] bytes = lines.next();
        if (bytes == null) {
          end = true;
          break;
        }
        line++;
        read(bytes, line, papers, refusals);
      }
      position = new SnapshotCheckpoint(position.file(), line, end);
      return new Page(papers, refusals, position.written());
    }

    private void read(byte[] bytes, long line, List<Paper> papers, List<Refusal> refusals) {
      if (bytes.length == 0) {
        return;
      }
      String id = null;
      try {
        if (bytes.length > LONGEST_LINE) {
          throw new IllegalArgumentException("longer than " + LONGEST_LINE + " bytes");
        }
        SnapshotRecord record = SnapshotRecord.parse(bytes);
        id = record.id();
        if (day == null || day.equals(record.updated())) {
          papers.add(record.toPaper());
        }
      } catch (JsonProcessingException e) {
        refusals.add(refusal(null, bytes, line, "not JSON: " + e.getOriginalMessage()));
      } catch (IOException | IllegalArgumentException e) {
        refusals.add(refusal(id, bytes, line, e.getMessage()));
      }
    }

    private Refusal refusal(String id, byte[] bytes, long line, String reason) {
      String hash = EventId.of(new String(bytes, StandardCharsets.ISO_8859_1), 0);
      return new Refusal(id == null ? hash : id, "line " + line + ": " + reason);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private record NoPages() implements Pages {
    @Override
    public Page next() {
      return null;
    }

    @Override
    public void close() {}
  }
}
