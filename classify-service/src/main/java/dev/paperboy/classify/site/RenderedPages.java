package dev.paperboy.classify.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.classify.search.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pages as they were last made: each is made once for all who ask for it while nothing that it
 * shows has changed, and not sent again to a browser that has it.
 *
 * <p>While announcements pour in everything changes many times a second; then a page may be as old
 * as {@code paperboy.site.keep-for}.
 */
@ApplicationScoped
class RenderedPages {
  private static final long MOST_BYTES = 32L << 20;

  /** What is said of papers elsewhere may change without the index. */
  private static final Duration OLDEST = Duration.ofMinutes(10);

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Made(byte[] body, boolean whole, EntityTag tag, long version, LocalDate day, long nanos) {}

  private final Cache<String, Made> pages =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String address, Made page) -> page.body().length + address.length())
          .expireAfterWrite(OLDEST)
          .build();
  private final LongSupplier version;
  private final LongSupplier nanos;
  private final Clock clock;
  private final Duration keepFor;

  @Inject
  RenderedPages(
      Announcements announcements,
      Clock clock,
      @ConfigProperty(name = "paperboy.site.keep-for", defaultValue = "5s") Duration keepFor) {
    this(announcements::version, System::nanoTime, clock, keepFor);
  }

  /**
   * @param version another number whenever pages may show something else
   * @param nanos a clock that only goes forward
   */
  RenderedPages(LongSupplier version, LongSupplier nanos, Clock clock, Duration keepFor) {
    this.version = version;
    this.nanos = nanos;
    this.clock = clock;
    this.keepFor = keepFor;
  }

  /**
   * A page just rendered.
   *
   * @param whole whether it shows all that it should; what lacks something is shown and not kept
   */
  record Rendering(String html, boolean whole) {}

  /**
   * The answer to a request for a page.
   *
   * @param address all that the page depends on, in one spelling
   * @param making makes it; what it throws is thrown
   */
  Response answer(Request request, String address, Supplier<String> making) {
    return answer(request, page(address, making));
  }

  /** The same for a page that may lack something just now. */
  Response answerWhole(Request request, String address, Supplier<Rendering> making) {
    return answer(request, wholePage(address, making));
  }

  private static Response answer(Request request, Made page) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(page.tag());
    return (unchanged == null
            ? Response.ok(page.body(), MediaType.TEXT_HTML + ";charset=UTF-8")
            : unchanged)
        .tag(page.tag())
        .build();
  }

  /** The page as it was last made, or made anew. */
  Made page(String address, Supplier<String> making) {
    return wholePage(address, () -> new Rendering(making.get(), true));
  }

  /** The same for a page that may lack something just now. */
  Made wholePage(String address, Supplier<Rendering> making) {
    Made page = pages.getIfPresent(address);
    if (isGood(page)) {
      return page;
    }
    AtomicReference<Made> shown = new AtomicReference<>();
    pages
        .asMap()
        .compute(
            address,
            (key, kept) -> {
              shown.set(isGood(kept) ? kept : made(making));
              return shown.get().whole() ? shown.get() : null;
            });
    return shown.get();
  }

  private boolean isGood(Made page) {
    if (page == null || !page.day().equals(LocalDate.now(clock))) {
      return false;
    }
    long age = nanos.getAsLong() - page.nanos();
    return age < keepFor.toNanos()
        || (age < OLDEST.toNanos() && page.version() == version.getAsLong());
  }

  private Made made(Supplier<Rendering> making) {
    // Before it is made, so that what comes meanwhile makes it old.
    long shown = version.getAsLong();
    LocalDate day = LocalDate.now(clock);
    Rendering rendering = making.get();
    byte[] body = rendering.html().getBytes(UTF_8);
    // Weak: a compressed answer has other bytes.
    return new Made(
        body, rendering.whole(), new EntityTag(hash(body), true), shown, day, nanos.getAsLong());
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
