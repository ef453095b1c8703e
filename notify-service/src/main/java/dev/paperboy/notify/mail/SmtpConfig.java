package dev.paperboy.notify.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails, and who they come from. */
@ConfigMapping(prefix = "paperboy.smtp")
public interface SmtpConfig {
  /** Host name. */
  @WithDefault("localhost")
  String host();

  /** 25 within a site, 587 with STARTTLS, 465 with TLS from the first byte. */
  @WithDefault("25")
  int port();

  /** The From field: {@code Paperboy <paperboy@example.org>}. */
  @WithDefault("Paperboy <paperboy@localhost>")
  String from();

  /** No login without it. */
  Optional<String> username();

  /** Goes with the name. */
  Optional<String> password();

  /** How the connection is encrypted. */
  @WithDefault("optional")
  Starttls starttls();

  /** Longest wait for an answer; RFC 5321 asks for minutes after the final dot. */
  @WithDefault("60S")
  Duration timeout();

  /** Whether to encrypt a connection that begins in clear. */
  enum Starttls {
    /** Never. */
    OFF,
    /** Where the server offers it. */
    OPTIONAL,
    /** Or not at all. */
    REQUIRED
  }
}
