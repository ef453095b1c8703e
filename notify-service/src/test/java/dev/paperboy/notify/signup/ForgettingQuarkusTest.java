package dev.paperboy.notify.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.QuietDays;
import dev.paperboy.notify.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuietDays.class)
class ForgettingQuarkusTest {
  @Inject Forgetting forgetting;

  @BeforeEach
  void nobody() {
    Rows.forgetAll();
  }

  private static UUID reader(String name, String status, String createdAgo, String letterAgo) {
    UUID id = UUID.randomUUID();
    Rows.change(
        "insert into subscriber (id, address, address_key, status, zone, send_hour, created_at,"
            + " last_letter_at) values (?, ?, ?, ?, 'UTC', 7, now() - ?::interval,"
            + " now() - ?::interval)",
        id,
        name + "@example.org",
        name + "@example.org",
        status,
        createdAgo,
        letterAgo);
    Rows.change(
        "insert into filter values (?, ?, 'x', '{}', '{}', '{}', 5)", UUID.randomUUID(), id);
    return id;
  }

  @Test
  void whatNobodyConfirmedGoesAfterAWeekWithAllThatHangsOnIt() throws Exception {
    reader("old", "pending", "9 days", "8 days");
    reader("asked-again", "pending", "9 days", "6 days");
    reader("reader", "active", "90 days", "90 days");
    reader("left", "unsubscribed", "90 days", "90 days");

    forgetting.forget().subscribeAsCompletionStage().get(20, TimeUnit.SECONDS);

    assertThat(Rows.one("select string_agg(address, ' ' order by address) from subscriber"))
        .isEqualTo("asked-again@example.org left@example.org reader@example.org");
    assertThat(Rows.count("select count(*) from filter")).isEqualTo(3);
  }

  @Test
  void whoLeftBeforeAndDidNotConfirmHasStillLeft() throws Exception {
    Rows.change(
        "update subscriber set confirmed_at = now() - interval '80 days' where id in (?, ?)",
        reader("typed-by-somebody", "pending", "90 days", "8 days"),
        reader("asked-again", "pending", "90 days", "6 days"));

    forgetting.forget().subscribeAsCompletionStage().get(20, TimeUnit.SECONDS);

    assertThat(
            Rows.one(
                "select string_agg(address || ' ' || status, ', ' order by address)"
                    + " from subscriber"))
        .isEqualTo("asked-again@example.org pending, typed-by-somebody@example.org unsubscribed");
    assertThat(Rows.count("select count(*) from filter")).isEqualTo(2);
  }

  private static void change(UUID reader, String to, String askedAgo) {
    Rows.change(
        "update subscriber set new_address = ?, change_id = gen_random_uuid() where id = ?",
        to,
        reader);
    Rows.change(
        "insert into mail (id, kind, subscriber_id, message_id, subject, html, body_text, headers,"
            + " status, next_attempt, created_at, recipient) values (gen_random_uuid(), 'change',"
            + " ?, ?, '', '', '', '{}', 'sent', now(), now() - ?::interval, ?)",
        reader,
        to,
        askedAgo,
        to);
  }

  @Test
  void anAddressThatDidNotAgreeToGetDigestsGoesToo() throws Exception {
    change(reader("old", "active", "90 days", "90 days"), "stranger@example.org", "8 days");
    change(reader("new", "active", "90 days", "90 days"), "maybe@example.org", "6 days");
    change(reader("moved", "active", "90 days", "90 days"), "Moved@example.org", "8 days");

    forgetting.forget().subscribeAsCompletionStage().get(20, TimeUnit.SECONDS);

    assertThat(Rows.one("select string_agg(new_address, ' ') from subscriber"))
        .isEqualTo("maybe@example.org");
    assertThat(Rows.count("select count(*) from subscriber where change_id is not null"))
        .isEqualTo(1);
    assertThat(Rows.one("select string_agg(recipient, ' ' order by created_at) from mail"))
        .isEqualTo("Moved@example.org maybe@example.org");
  }

  @Test
  void countsOfWindowsLongOverGo() throws Exception {
    Rows.change(
        "insert into signup_throttle values ('over', now() - interval '3 days', 1),"
            + " ('now', now(), 1)");

    forgetting.forget().subscribeAsCompletionStage().get(20, TimeUnit.SECONDS);

    assertThat(Rows.one("select string_agg(bucket, ' ') from signup_throttle")).isEqualTo("now");
  }
}
