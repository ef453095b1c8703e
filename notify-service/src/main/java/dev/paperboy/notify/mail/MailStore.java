package dev.paperboy.notify.mail;

import dev.paperboy.notify.subscriber.SubscriberStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The outbox's states. {@code queued} may be claimed; {@code sending} is marked before the server
 * hears of the mail, so that whoever finds a run-out lease on it knows that it may have arrived;
 * {@code sent}, {@code failed} and {@code uncertain} are final. All times are real.
 */
@ApplicationScoped
class MailStore {
  private static final int BATCH = 50;

  private final Pool pool;
  private final Duration lease;
  private final UUID owner = UUID.randomUUID();
  private final Clock clock = Clock.systemUTC();

  MailStore(
      Pool pool,
      @ConfigProperty(name = "paperboy.mail.lease", defaultValue = "2M") Duration lease) {
    this.pool = pool;
    this.lease = lease;
  }

  /**
   * Takes some mails whose turn it is; nobody else takes them until the lease runs out. A mail that
   * was being sent when its sender vanished is taken once more, with the same Message-ID; the
   * second time it stays uncertain.
   */
  Uni<List<OpenMail>> claim() {
    return settleLost()
        .chain(
            () ->
                pool.preparedQuery(
                        """
                        with turn as (
                          select id from mail
                          where status = 'queued' and next_attempt <= $1
                            and (lease_until is null or lease_until < $1)
                          order by next_attempt limit %d for update skip locked),
                        claimed as (
                          update mail set lease_owner = $2, lease_until = $3
                          from turn where mail.id = turn.id returning mail.*)
                        select m.id, m.kind, m.subscriber_id, m.digest_id, coalesce(m.recipient, s.address),
                          m.message_id,
                          m.subject, m.html, m.body_text, m.headers, m.attempts, m.resends,
                          m.created_at
                        from claimed m join subscriber s on s.id = m.subscriber_id
                        order by m.created_at
                        """
                            .formatted(BATCH))
                    .execute(Tuple.of(now(), owner, now().plus(lease)))
                    .map(rows -> rows.stream().map(MailStore::read).toList()));
  }

  /** A mail left half sent: its lease ran out between the final dot and the mark. */
  private Uni<Void> settleLost() {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(
                    """
                    update mail set status = case when resends = 0 then 'queued' else 'uncertain' end,
                      resends = resends + 1, lease_owner = null, lease_until = null,
                      last_reply = 'the sender vanished while sending'
                    where status = 'sending' and lease_until < $1
                    """)
                .execute(Tuple.of(now()))
                .replaceWithVoid());
  }

  /**
   * Marks a mail as being sent, if it is still ours to send and its reader still wants it.
   *
   * @return false where it is not; then it is over
   */
  Uni<Boolean> begin(OpenMail mail) {
    return pool.preparedQuery(
            """
            update mail m set status = 'sending', attempts = attempts + 1, lease_until = $3
            from subscriber s
            where m.id = $1 and m.lease_owner = $2 and m.status = 'queued'
              and s.id = m.subscriber_id and s.status = any($4)
            """)
        .execute(
            Tuple.of(
                mail.id(),
                owner,
                now().plus(lease),
                mail.kind().recipientStatuses().stream()
                    .map(SubscriberStatus::label)
                    .toArray(String[]::new)))
        .flatMap(
            rows ->
                rows.rowCount() == 1
                    ? Uni.createFrom().item(true)
                    : fail(mail, "queued", "the reader does not want it any more")
                        .replaceWith(false));
  }

  Uni<Void> sent(OpenMail mail, String reply) {
    return pool.preparedQuery(
            """
            update mail set status = 'sent', sent_at = $3, last_reply = $4, lease_owner = null,
              lease_until = null
            where id = $1 and lease_owner = $2
            """)
        .execute(Tuple.of(mail.id(), owner, now(), reply))
        .replaceWithVoid();
  }

  Uni<Void> later(OpenMail mail, Instant next, String reply) {
    return requeue(mail, next, reply, 0);
  }

  /** Not tried at all: there was no server to try it with. */
  Uni<Void> untried(OpenMail mail, String reply) {
    return pool.preparedQuery(
            """
            update mail set status = 'queued', attempts = attempts - 1, last_reply = $3,
              lease_owner = null, lease_until = null
            where id = $1 and lease_owner = $2
            """)
        .execute(Tuple.of(mail.id(), owner, reply))
        .replaceWithVoid();
  }

  /** Its day is over before it could be tried. */
  Uni<Void> expired(OpenMail mail) {
    return fail(mail, "queued", "its day was over before a mail server took it");
  }

  /** To be sent once more with the same Message-ID, since it may not have arrived. */
  Uni<Void> resend(OpenMail mail, Instant next, String reply) {
    return requeue(mail, next, reply, 1);
  }

  private Uni<Void> requeue(OpenMail mail, Instant next, String reply, int resends) {
    return pool.preparedQuery(
            """
            update mail set status = 'queued', next_attempt = $3, last_reply = $4,
              resends = resends + $5, lease_owner = null, lease_until = null
            where id = $1 and lease_owner = $2
            """)
        .execute(Tuple.of(mail.id(), owner, next.atOffset(ZoneOffset.UTC), reply, resends))
        .replaceWithVoid();
  }

  /** It may have arrived or not; a third copy would be worse than none. */
  Uni<Void> uncertain(OpenMail mail, String reply) {
    return pool.preparedQuery(
            """
            update mail set status = 'uncertain', last_reply = $3, lease_owner = null,
              lease_until = null
            where id = $1 and lease_owner = $2
            """)
        .execute(Tuple.of(mail.id(), owner, reply))
        .replaceWithVoid();
  }

  /** Gives up; a digest's papers return to the reader's next one. */
  Uni<Void> failed(OpenMail mail, String reply) {
    return fail(mail, "sending", reply);
  }

  private Uni<Void> fail(OpenMail mail, String from, String reply) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(
                    """
                    update mail set status = 'failed', last_reply = $3, lease_owner = null,
                      lease_until = null
                    where id = $1 and lease_owner = $2 and status = $4
                    """)
                .execute(Tuple.of(mail.id(), owner, reply, from))
                .chain(
                    rows ->
                        rows.rowCount() == 0 || mail.digest() == null
                            ? Uni.createFrom().voidItem()
                            : giveBack(tx, mail.digest())));
  }

  /** What a digest that nobody got told is for its reader's next one. */
  private static Uni<Void> giveBack(SqlConnection tx, UUID digest) {
    Uni<?> done = Uni.createFrom().voidItem();
    for (String statement :
        List.of(
            "update digest set status = 'failed' where id = $1",
            """
            delete from digest_change c using digest_item i
            where i.digest_id = $1 and c.subscriber_id = i.subscriber_id
              and c.paper_id = i.paper_id
            """,
            "delete from digest_item where digest_id = $1",
            "update digest_change set digest_id = null where digest_id = $1")) {
      done = done.chain(() -> tx.preparedQuery(statement).execute(Tuple.of(digest)));
    }
    return done.replaceWithVoid();
  }

  /** Drops the bodies of mails that are through and older than that; how many. */
  Uni<Integer> dropBodies(Instant before) {
    return pool.preparedQuery(
            """
            update mail set html = '', body_text = '', headers = '{}', bodiless = true
            where created_at < $1 and not bodiless and status in ('sent', 'failed', 'uncertain')
            """)
        .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount());
  }

  /** Nothing is sent to that reader again. */
  Uni<Void> suppress(UUID subscriber) {
    return pool.preparedQuery(
            """
            update subscriber set status = 'suppressed', generation = generation + 1,
              ended_at = $2 where id = $1
            """)
        .execute(Tuple.of(subscriber, now()))
        .replaceWithVoid();
  }

  /** Gives claimed mails back untouched. */
  Uni<Void> release() {
    return pool.preparedQuery(
            """
            update mail set lease_owner = null, lease_until = null
            where lease_owner = $1 and status = 'queued'
            """)
        .execute(Tuple.of(owner))
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static OpenMail read(Row row) {
    JsonObject headers = row.getJsonObject(9);
    Map<String, String> fields = new HashMap<>();
    headers.fieldNames().forEach(name -> fields.put(name, headers.getString(name)));
    return new OpenMail(
        row.getUUID(0),
        Arrays.stream(MailKind.values())
            .filter(kind -> kind.label().equals(row.getString(1)))
            .findFirst()
            .orElseThrow(),
        row.getUUID(2),
        row.getUUID(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        Map.copyOf(fields),
        row.getInteger(10),
        row.getInteger(11),
        row.getOffsetDateTime(12).toInstant());
  }
}
