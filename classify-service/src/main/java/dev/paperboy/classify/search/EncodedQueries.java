package dev.paperboy.classify.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.paperboy.classify.encode.Description;
import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.encode.Vectors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Queries through the encoder, each once while it is asked often. On threads of its own: behind the
 * papers that are being classified a query would wait for minutes. A few words take milliseconds;
 * whoever has waited for {@code paperboy.search.encoder-wait} gets the words' answer alone.
 */
@Singleton
class EncodedQueries implements QueryVectors {
  private static final Logger LOG = Logger.getLogger(EncodedQueries.class);
  private static final int MOST_KEPT = 10_000;
  private static final int MOST_WAITING = 64;

  private final Encoder encoder;
  private final Duration wait;
  private final Counter without;
  private final Cache<String, QueryVector> known =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
  private final ExecutorService workers;

  EncodedQueries(
      Encoder encoder,
      @ConfigProperty(name = "paperboy.search.encoder-wait", defaultValue = "250ms") Duration wait,
      MeterRegistry metrics) {
    this.encoder = encoder;
    this.wait = wait;
    without =
        Counter.builder("paperboy.search.without.meaning")
            .description("Searches answered by words alone, since the encoder was busy")
            .register(metrics);
    int threads = Runtime.getRuntime().availableProcessors();
    workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("query-encoder-", 0).daemon().factory());
  }

  @Override
  public Optional<QueryVector> of(String text) {
    String key = text.strip().toLowerCase(Locale.ROOT);
    QueryVector kept = known.getIfPresent(key);
    if (kept != null) {
      return Optional.of(kept);
    }
    try {
      Future<QueryVector> made = workers.submit(() -> made(key));
      return Optional.of(made.get(wait.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | RejectedExecutionException e) {
      // Late ones are kept all the same, for whoever asks next.
      without.increment();
    } catch (ExecutionException e) {
      LOG.errorf(e, "a query could not be encoded");
      without.increment();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private QueryVector made(String text) {
    QueryVector kept = known.getIfPresent(text);
    if (kept != null) {
      return kept;
    }
    Description description = Description.of(text);
    QueryVector vector =
        new QueryVector(
            new IndexedVector(encoder.id(), Vectors.toBytes(encoder.encode(description.encoded()))),
            description.threshold());
    known.put(text, vector);
    return vector;
  }

  void stop(@Observes ShutdownEvent event) {
    workers.shutdownNow();
  }
}
