package dev.paperboy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one site that the browser tests look at: that which {@link RunningSite} names, otherwise one
 * of our own, started by the first test class and stopped after the last. The papers of {@link
 * Specimens#DAY} are on its shelf.
 */
final class SharedSite implements ParameterResolver {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!Chromium.isThere()) {
      System.out.println(Chromium.absence());
    }
    assumeTrue(Chromium.isThere(), Chromium.absence());
    // What is kept there is closed with the last test.
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedSite.class))
        .computeIfAbsent(Site.class, key -> started(), Site.class);
  }

  private static Site started() {
    try {
      Stopwatch watch = new Stopwatch("shared site");
      Optional<Site> running = RunningSite.given();
      Site site = running.isPresent() ? running.get() : LocalSite.up("journey");
      watch.lap("healthy");
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(site.shelved()).isEqualTo(Specimens.A_DAY));
      watch.lap("papers on the shelf");
      return site;
    } catch (IOException e) {
      throw new IllegalStateException("the site did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
