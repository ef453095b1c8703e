package dev.paperboy.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.Arrivals;
import dev.paperboy.notify.Events;
import dev.paperboy.notify.QuietDays;
import dev.paperboy.notify.Rows;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.subscriber.Frequency;
import dev.paperboy.notify.subscriber.Schedule;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A paper that changes between being read for a digest and being sent. */
@QuarkusTest
@TestProfile(QuietDays.class)
class LateChangeQuarkusTest {
  @Inject DigestStore store;
  @Inject InContext context;

  private final UUID reader = UUID.randomUUID();

  private Draft draft() {
    Digest digest = new Digest();
    digest.id = UUID.randomUUID();
    digest.subscriberId = reader;
    digest.day = Specimens.DAY;
    digest.status = DigestStatus.MAILED;
    digest.createdAt = Instant.now();
    Match match = new Match(Specimens.tagged(1), 1, 0, 2, List.of());
    return new Draft(
        new Reader(
            reader,
            "reader@example.org",
            1,
            Specimens.DAY,
            new Schedule(Frequency.DAILY, DayOfWeek.MONDAY, 7, ZoneOffset.UTC, null),
            null,
            null,
            false,
            List.of()),
        digest,
        Specimens.edition(1, 1, List.of(match), 12, null),
        new Letter("Subject", "<p>x</p>", "x", Map.of()));
  }

  private static void shelve(int seq, int version, boolean withdrawn) {
    Rows.change(
        "insert into shelf (paper_id, seq, announced, body, encoder, vector)"
            + " values ('arxiv:2605.00001', ?, '2026-05-12', ?::jsonb, '', '')",
        seq,
        Events.paper("arxiv:2605.00001")
            .put("version", version)
            .put("withdrawn", withdrawn)
            .toString());
  }

  private String written() throws Exception {
    assertThat(context.run(() -> store.store(draft())).await().atMost(Duration.ofSeconds(30)))
        .isTrue();
    return Rows.one(
        "select string_agg(seq || ' ' || version || ' ' || withdrawn || coalesce(digest_id::text, ''),"
            + " ', ') from digest_change where subscriber_id = ?",
        reader);
  }

  private void aReader() throws Exception {
    Arrivals.nothing();
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at)"
            + " values (?, 'reader@example.org', 'reader@example.org', 'active', 'UTC', 7, now())",
        reader);
  }

  @Test
  void isWrittenDownForTheNextDigest() throws Exception {
    aReader();
    shelve(5, 2, true);

    assertThat(written()).isEqualTo("5 2 true");
  }

  @Test
  void unlessItIsStillWhatIsSent() throws Exception {
    aReader();
    shelve(5, 1, false);

    assertThat(written()).isNull();
  }
}
