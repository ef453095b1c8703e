package dev.paperboy.notify.token;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the secrets; without one the service does not start. */
@Singleton
class TokensProducer {
  @Produces
  @Singleton
  Tokens tokens(
      @ConfigProperty(name = "paperboy.secret") Optional<String> secret,
      @ConfigProperty(name = "paperboy.secret.former") Optional<List<String>> former) {
    String current =
        secret.orElseThrow(
            () ->
                new IllegalStateException(
                    "paperboy.secret is not set; links in mails are signed with it. Set"
                        + " PAPERBOY_SECRET to something random, such as from: openssl rand -hex 32"));
    return new Tokens(
        Stream.concat(Stream.of(current), former.stream().flatMap(List::stream)).toList(),
        Clock.systemUTC());
  }
}
