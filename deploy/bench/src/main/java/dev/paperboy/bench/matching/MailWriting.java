package dev.paperboy.bench.matching;

import dev.paperboy.notify.digest.DigestComposer;
import dev.paperboy.notify.digest.DigestLinks;
import dev.paperboy.notify.digest.Edition;
import dev.paperboy.notify.mail.Letter;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes mails with notify's templates. Values are found by reflection, where the service has
 * resolvers that the build made, so that it is a little faster there.
 */
final class MailWriting {
  /** As long as a signed one. */
  private static final String TOKEN = "T".repeat(108);

  private static final DigestLinks LINKS =
      new DigestLinks(
          "https://papers.example.org/",
          "https://papers.example.org/digests/" + TOKEN,
          "https://papers.example.org/digests/" + TOKEN + "/pause",
          "https://papers.example.org/unsubscribe/" + TOKEN,
          "https://papers.example.org/preferences",
          "https://papers.example.org/search?q=",
          "https://papers.example.org/feedback/" + TOKEN + "/");

  private final Map<String, String> names;
  private final DigestComposer composer;

  /**
   * @param names of topics by their ids
   */
  MailWriting(Map<String, String> names) {
    this.names = names;
    Engine engine = engine();
    this.composer = new DigestComposer(of(engine, "html"), of(engine, "txt"), "");
  }

  /** The mail of an edition with papers. */
  Letter letter(Edition edition) {
    return composer.compose(edition, names, LINKS, Map.of()).letter();
  }

  private static Template of(Engine engine, String ending) {
    return engine.getTemplate("mail/digest." + ending);
  }

  private static Engine engine() {
    EngineBuilder builder =
        Engine.builder()
            .addDefaults()
            .removeStandaloneLines(true)
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")));
    return builder.addLocator(MailWriting::locate).build();
  }

  private static Optional<TemplateLocator.TemplateLocation> locate(String path) {
    if (DigestComposer.class.getResource("/templates/" + path) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TemplateLocator.TemplateLocation() {
          @Override
          public Reader read() {
            return new InputStreamReader(
                DigestComposer.class.getResourceAsStream("/templates/" + path),
                StandardCharsets.UTF_8);
          }

          @Override
          public Optional<Variant> getVariant() {
            return Optional.of(
                Variant.forContentType(path.endsWith(".html") ? "text/html" : "text/plain"));
          }
        });
  }
}
