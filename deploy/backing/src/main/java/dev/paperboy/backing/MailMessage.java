package dev.paperboy.backing;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A message as it arrived.
 *
 * @param id the name of its file without ending; sorts by arrival
 * @param file the message as received, with the trace headers that the server put before it
 * @param received when the server took it (real time)
 * @param from the From header, decoded; empty where missing
 * @param to the envelope recipient (header Delivered-To), the address it was really sent to
 * @param subject decoded; empty where missing
 * @param html the first text/html part, or empty
 * @param text the first text/plain part, or empty
 * @param headers all headers in order, unfolded but not decoded
 */
public record MailMessage(
    String id,
    Path file,
    Instant received,
    String from,
    String to,
    String subject,
    String html,
    String text,
    List<Map.Entry<String, String>> headers) {

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  static MailMessage read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage mime = new MimeMessage(Session.getInstance(new Properties()), in);
      List<Map.Entry<String, String>> headers = new ArrayList<>();
      for (Header header : Collections.list(mime.getAllHeaders())) {
        headers.add(Map.entry(header.getName(), MimeUtility.unfold(header.getValue())));
      }
      String name = file.getFileName().toString();
      String id = name.substring(0, name.length() - MailInbox.ENDING.length());
      return new MailMessage(
          id,
          file,
          MailInbox.arrival(id),
          decoded(mime, "From"),
          decoded(mime, "Delivered-To"),
          Optional.ofNullable(mime.getSubject()).orElse(""),
          part(mime, "text/html"),
          part(mime, "text/plain"),
          List.copyOf(headers));
    } catch (MessagingException e) {
      throw new IOException("not a readable message: " + file, e);
    }
  }

  private static String decoded(MimeMessage mime, String header)
      throws MessagingException, IOException {
    String value = mime.getHeader(header, ", ");
    return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent() instanceof String text ? text : "";
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
