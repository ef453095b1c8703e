package dev.paperboy.classify.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RenderedPagesTest {
  private long index = 1;
  private long nanos;
  private Instant now = Instant.parse("2026-05-12T23:00:00Z");
  private int made;

  private final InstantSource time = () -> now;
  private final RenderedPages pages =
      new RenderedPages(
          () -> index, () -> nanos, time.withZone(ZoneOffset.UTC), Duration.ofSeconds(5));

  private String page(String address) {
    return new String(pages.page(address, () -> "page " + ++made).body(), UTF_8);
  }

  private void wait(Duration howLong) {
    nanos += howLong.toNanos();
  }

  @Test
  void aPageIsMadeOnceWhileNothingChanges() {
    assertThat(page("/")).isEqualTo("page 1");
    wait(Duration.ofMinutes(9));
    assertThat(page("/")).isEqualTo("page 1");
    assertThat(page("/topics")).isEqualTo("page 2");
  }

  @Test
  void aPageIsAFewSecondsOldWhileTheIndexIsFed() {
    page("/");
    index++;
    wait(Duration.ofMillis(4_900));
    assertThat(page("/")).isEqualTo("page 1");
    wait(Duration.ofMillis(200));
    assertThat(page("/")).isEqualTo("page 2");
  }

  @Test
  void anotherDayMakesAnotherPage() {
    page("/");
    now = now.plus(Duration.ofHours(1));
    assertThat(page("/")).isEqualTo("page 2");
  }

  @Test
  void noPageIsOlderThanTenMinutes() {
    page("/");
    wait(Duration.ofMinutes(11));
    assertThat(page("/")).isEqualTo("page 2");
  }

  @Test
  void theTagIsThatOfWhatIsShown() {
    String tag = pages.page("/", () -> "same").tag().getValue();
    index++;
    wait(Duration.ofSeconds(6));
    assertThat(pages.page("/", () -> "same").tag().getValue()).isEqualTo(tag);
    index++;
    wait(Duration.ofSeconds(6));
    assertThat(pages.page("/", () -> "other").tag().getValue()).isNotEqualTo(tag);
  }

  @Test
  void whatThereIsNotIsNotKept() {
    assertThatThrownBy(
            () ->
                pages.page(
                    "/papers/1",
                    () -> {
                      throw new NotFoundException("none");
                    }))
        .isInstanceOf(NotFoundException.class);
    assertThat(page("/papers/1")).isEqualTo("page 1");
  }
}
