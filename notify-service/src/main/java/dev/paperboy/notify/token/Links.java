package dev.paperboy.notify.token;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public addresses that mails and forms carry. */
@Singleton
public class Links {
  /** Time to answer a confirmation mail. */
  public static final Duration CONFIRM_WITHIN = Duration.ofDays(3);

  /** Time to use a preferences link. */
  public static final Duration PREFERENCES_WITHIN = Duration.ofMinutes(30);

  private static final Duration DIGEST_WITHIN = Duration.ofDays(730);
  private static final Duration FORM_WITHIN = Duration.ofDays(1);

  private final Tokens tokens;
  private final String site;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param site address of the public site, with or without a slash at its end
   */
  public Links(
      Tokens tokens,
      @ConfigProperty(name = "paperboy.public-url", defaultValue = "http://localhost:8080")
          String site) {
    this.tokens = tokens;
    this.site = site.replaceFirst("/+$", "");
  }

  /** A page of the site. */
  public String page(String path) {
    return site + path;
  }

  /** Confirms the address of a subscriber of that generation. */
  public String confirm(UUID subscriber, int generation) {
    return link("/confirm/", Purpose.CONFIRM, subscriber, generation, Token.NONE, CONFIRM_WITHIN);
  }

  /** Opens the preferences, while {@code link} is the subscriber's current link. */
  public String preferences(UUID subscriber, int generation, UUID link) {
    return link(
        "/preferences/", Purpose.PREFERENCES, subscriber, generation, link, PREFERENCES_WITHIN);
  }

  /** Shows what is kept of somebody, while {@code link} is their current link. */
  public String account(UUID subscriber, int generation, UUID link) {
    return preferences(subscriber, generation, link) + "/account";
  }

  /** Ends the mails. */
  public String unsubscribe(UUID subscriber, int generation) {
    return link("/unsubscribe/", Purpose.UNSUBSCRIBE, subscriber, generation, Token.NONE, null);
  }

  /** Shows a digest. */
  public String digest(UUID subscriber, int generation, UUID digest) {
    return link("/digests/", Purpose.DIGEST, subscriber, generation, digest, DIGEST_WITHIN);
  }

  /** To which a paper's place in a digest is added: where the reader says something of it. */
  public String feedback(UUID subscriber, int generation, UUID digest) {
    return link("/feedback/", Purpose.DIGEST, subscriber, generation, digest, DIGEST_WITHIN) + "/";
  }

  /**
   * Moves the subscription to the address that this goes to, while it is the subscriber's change.
   */
  public String change(UUID subscriber, int generation, UUID change) {
    return link(
        "/confirm/address/", Purpose.CHANGE, subscriber, generation, change, CONFIRM_WITHIN);
  }

  /** A filter's private feed, to which {@code .atom}, {@code .rss} or {@code .json} is added. */
  public String feed(UUID subscriber, UUID feed) {
    return link("/my/feeds/", Purpose.FEED, subscriber, 0, feed, null);
  }

  /** For a hidden field of a form: says when it was given out. */
  public String form() {
    return tokens.write(
        new Token(Purpose.FORM, Token.NONE, 0, Token.NONE, clock.instant().plus(FORM_WITHIN)));
  }

  /** How long ago a form was given out; empty where that is not known, or longer than a day. */
  public Optional<Duration> formAge(String form) {
    return tokens
        .read(form, Purpose.FORM)
        .map(token -> Duration.between(token.expires().minus(FORM_WITHIN), clock.instant()));
  }

  private String link(
      String path, Purpose purpose, UUID subscriber, int generation, UUID subject, Duration valid) {
    return site
        + path
        + tokens.write(
            new Token(
                purpose,
                subscriber,
                generation,
                subject,
                valid == null ? null : clock.instant().plus(valid)));
  }
}
