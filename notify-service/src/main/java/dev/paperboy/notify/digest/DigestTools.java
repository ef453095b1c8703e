package dev.paperboy.notify.digest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what selects and writes, one of each for digests, previews, tests and feeds. */
@Singleton
class DigestTools {
  @Produces
  @Singleton
  Selection selection(
      @ConfigProperty(name = "paperboy.digest.topic-confidence", defaultValue = "0.5")
          double topicConfidence) {
    return new Selection(new Matcher(topicConfidence));
  }

  @Produces
  @Singleton
  DigestComposer composer(
      @Location("mail/digest.html") Template html,
      @Location("mail/digest.txt") Template text,
      @ConfigProperty(name = "paperboy.postal-address", defaultValue = " ") String postal) {
    return new DigestComposer(html, text, postal);
  }
}
