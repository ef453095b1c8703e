package dev.paperboy.pagekit.standalone;

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

/**
 * A service's templates as Quarkus would render them, without Quarkus, for benchmarks and unit
 * tests. Values are found by reflection, where a service has resolvers that its build made.
 */
public final class StandaloneTemplates {
  private final Class<?> service;
  private final Engine engine;

  /**
   * @param service a class beside whose root the folder {@code templates} lies
   * @param bundles the message bundles that the templates name
   */
  public StandaloneTemplates(Class<?> service, Class<?>... bundles) {
    this.service = service;
    EngineBuilder builder =
        Engine.builder()
            .addDefaults()
            .removeStandaloneLines(true)
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .addLocator(this::locate);
    for (Class<?> bundle : bundles) {
      builder.addNamespaceResolver(new StandaloneBundle(bundle).resolver());
    }
    this.engine = builder.build();
  }

  /**
   * A template by its path, as {@code mail/digest.html}.
   *
   * @return null where there is none
   */
  public Template template(String path) {
    return engine.getTemplate(path);
  }

  private Optional<TemplateLocator.TemplateLocation> locate(String path) {
    return service.getResource("/templates/" + path) == null
        ? Optional.empty()
        : Optional.of(new Location(service, path));
  }

  private record Location(Class<?> service, String path)
      implements TemplateLocator.TemplateLocation {
    @Override
    public Reader read() {
      return new InputStreamReader(
          service.getResourceAsStream("/templates/" + path), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(
          Variant.forContentType(path.endsWith(".html") ? "text/html" : "text/plain"));
    }
  }
}
