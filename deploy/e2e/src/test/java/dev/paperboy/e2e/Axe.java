package dev.paperboy.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, https://github.com/dequelabs/axe-core: what keeps people from using a page. */
final class Axe {
  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /** Run by the browser's debugger: the page's own policy allows no script, and stays as it is. */
  private static final String SERIOUS =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ['violations'] });
        return found.violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ' ' + n.target.join(' ') + ' ' + n.html.slice(0, 120)
            + ' ' + (n.any[0]?.message ?? '')));
      }
      """;

  private static String script;

  private Axe() {}

  /** Serious and critical violations of a page that lets its browser run scripts. */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    page.evaluate(script());
    return (List<String>) page.evaluate(SERIOUS);
  }

  private static synchronized String script() {
    if (script == null) {
      try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
        if (in == null) {
          throw new IllegalStateException("not on the class path: " + SCRIPT);
        }
        script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return script;
  }
}
