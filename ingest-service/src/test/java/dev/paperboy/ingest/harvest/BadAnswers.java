package dev.paperboy.ingest.harvest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.backing.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** What broken, busy and hostile servers answer. */
final class BadAnswers {
  private static final int BOMB_MEBIBYTES = 65;
  private static final byte BEGINS_TWO_BYTES = (byte) 0xC3;
  private static final String TITLE = "<title>";

  private BadAnswers() {}

  /** A status without a body, and one header at most. */
  static Fault status(int code, String... header) {
    return new Fault.Status(code, header.length == 0 ? Map.of() : Map.of(header[0], header[1]), "");
  }

  /** The true answer by a server whose clock is so far ahead. */
  static Fault skewed(int hours) {
    return Fault.text(
        xml ->
            xml.replaceFirst(
                "<responseDate>[^<]*",
                "<responseDate>" + Instant.now().plusSeconds(hours * 3600L)));
  }

  /** The true answer with declarations, whose entity x stands in the first title. */
  static Fault entity(String declared) {
    return Fault.text(
        xml ->
            xml.replaceFirst("<OAI-PMH", "<!DOCTYPE OAI-PMH [" + declared + "]><OAI-PMH")
                .replaceFirst("<title>T", "<title>&x;"));
  }

  /** The true answer with half a character in its first title. */
  static Fault notUtf8() {
    return changed(
        body -> {
          byte[] bad = body.clone();
          bad[new String(body, ISO_8859_1).indexOf(TITLE) + TITLE.length()] = BEGINS_TWO_BYTES;
          return bad;
        },
        Map.of());
  }

  /** A few kilobytes that are more than any honest answer when they are unpacked. */
  static Fault bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("<OAI-PMH>".getBytes(UTF_8));
      byte[] blank = " ".repeat(1 << 20).getBytes(UTF_8);
      for (int i = 0; i < BOMB_MEBIBYTES; i++) {
        gzip.write(blank);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changed(body -> bytes.toByteArray(), Map.of("Content-Encoding", "gzip"));
  }

  private static Fault changed(UnaryOperator<byte[]> change, Map<String, String> headers) {
    return new Fault.Changed(change, headers, Fault.Sending.WHOLE);
  }
}
