package dev.paperboy.notify.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes and reads the tokens in mailed links, under the installation's secret. */
@ApplicationScoped
public class Tokens {
  private final TokenFormat format;

  Tokens(@ConfigProperty(name = "paperboy.secret") String secret) {
    this.format = new TokenFormat(secret, Clock.systemUTC());
  }

  /**
   * A token for a link.
   *
   * @param item the one thing that it is about; null if none
   * @param life null for a link that never expires
   */
  public String issue(Purpose purpose, UUID subscriber, int generation, UUID item, Duration life) {
    return format.issue(purpose, subscriber, generation, item, life);
  }

  /**
   * What a token says. Generation and single use are for the caller to check.
   *
   * @throws InvalidTokenException where it can't be honoured, with a message for the reader
   */
  public Token verify(Purpose purpose, String text) {
    return format.verify(purpose, text);
  }
}
