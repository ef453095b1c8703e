package dev.paperboy.ingest.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a snapshot file has been read.
 *
 * @param file what identifies the file's content: name, size, time of change, and the day chosen
 * @param lines lines behind us
 * @param end whether the end of the file was reached
 */
record SnapshotCheckpoint(String file, long lines, boolean end) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d+)(\\+?) (.+)", Pattern.DOTALL);

  /**
   * Reads the written form; the start of {@code file} where it speaks of another file or is null.
   */
  static SnapshotCheckpoint parse(String text, String file) {
    Matcher m = WRITTEN.matcher(text == null ? "" : text);
    return m.matches() && m.group(3).equals(file)
        ? new SnapshotCheckpoint(file, Long.parseLong(m.group(1)), m.group(2).isEmpty())
        : new SnapshotCheckpoint(file, 0, false);
  }

  /** {@code 500+ papers.jsonl.gz …} while there may be more, without the plus at the end. */
  String written() {
    return lines + (end ? "" : "+") + " " + file;
  }
}
