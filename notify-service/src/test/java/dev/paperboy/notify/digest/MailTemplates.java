package dev.paperboy.notify.digest;

import dev.paperboy.notify.Bundles;
import dev.paperboy.notify.mail.MailMessages;
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
import java.util.Optional;

/** The mail templates as Quarkus would render them, without Quarkus. */
public final class MailTemplates {
  private static final Engine ENGINE = engine();

  private MailTemplates() {}

  /** A template by its path. */
  public static Template of(String path) {
    return ENGINE.getTemplate(path);
  }

  private static Engine engine() {
    EngineBuilder builder =
        Engine.builder()
            .addDefaults()
            .removeStandaloneLines(true)
            .addValueResolver(new ReflectionValueResolver())
            .addNamespaceResolver(Bundles.resolver(MailMessages.class))
            .addResultMapper(new HtmlEscaper(List.of("text/html")));
    return builder.addLocator(MailTemplates::locate).build();
  }

  private static Optional<TemplateLocator.TemplateLocation> locate(String path) {
    if (MailTemplates.class.getResource("/templates/" + path) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TemplateLocator.TemplateLocation() {
          @Override
          public Reader read() {
            return new InputStreamReader(
                MailTemplates.class.getResourceAsStream("/templates/" + path),
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
