package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Mail;
import dev.paperboy.notify.mail.MailKind;
import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.shelf.Change;
import dev.paperboy.notify.shelf.Changes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores a digest, its ledger lines and its mail in one transaction, or nothing at all. */
@ApplicationScoped
class DigestStore {
  private final Sender sender;

  DigestStore(Sender sender) {
    this.sender = sender;
  }

  /**
   * Claims the reader's day and stores what is in the draft.
   *
   * @return false where somebody else had the day first
   */
  Uni<Boolean> store(Draft draft) {
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .flatMap(
                    session ->
                        claim(session, draft.digest())
                            .flatMap(
                                claimed ->
                                    claimed == 0
                                        ? Uni.createFrom().item(false)
                                        : session
                                            .persistAll(rows(draft))
                                            .chain(session::flush)
                                            .chain(() -> settleChanges(session, draft))
                                            .replaceWith(true))));
  }

  /** Waits for whoever is claiming the same day, and then inserts nothing. */
  private static Uni<Integer> claim(Mutiny.Session session, Digest digest) {
    return session
        .createNativeQuery(
            """
            insert into digest (id, subscriber_id, day, status, reason, note, last_announced,
              papers, matched, created_at)
            values (:id, :subscriber, :day, :status, :reason, :note, :last, :papers, :matched, :now)
            on conflict (subscriber_id, day) do nothing
            """)
        .setParameter("id", digest.id)
        .setParameter("subscriber", digest.subscriberId)
        .setParameter("day", digest.day)
        .setParameter("status", digest.status.label())
        .setParameter("reason", digest.reason == null ? null : digest.reason.label())
        .setParameter("note", digest.note)
        .setParameter("last", digest.lastAnnounced)
        .setParameter("papers", digest.papers)
        .setParameter("matched", digest.matched)
        .setParameter("now", digest.createdAt)
        .executeUpdate();
  }

  /** Marks as told what the mail tells, and writes down what came while the draft was made. */
  private static Uni<Void> settleChanges(Mutiny.Session session, Draft draft) {
    Uni<?> done = Uni.createFrom().voidItem();
    if (draft.letter() != null) {
      for (Change change : draft.edition().changes()) {
        done =
            done.chain(
                () ->
                    session
                        .createNativeQuery(
                            """
                            update digest_change set digest_id = :digest
                            where subscriber_id = :subscriber and paper_id = :paper and seq = :seq
                            """)
                        .setParameter("digest", draft.digest().id)
                        .setParameter("subscriber", draft.digest().subscriberId)
                        .setParameter("paper", change.id().toString())
                        .setParameter("seq", change.seq())
                        .executeUpdate());
      }
    }
    if (!draft.edition().isEmpty()) {
      done =
          done.chain(
              () ->
                  session
                      .createNativeQuery(Changes.WRITE_OF_DIGEST)
                      .setParameter("digest", draft.digest().id)
                      .executeUpdate());
    }
    return done.replaceWithVoid();
  }

  private Object[] rows(Draft draft) {
    List<Object> rows = new ArrayList<>();
    if (draft.letter() != null) {
      int rank = 0;
      int full = draft.edition().shown().size();
      for (Match match : draft.edition().sent()) {
        rank++;
        rows.add(DigestItem.of(draft.digest(), match, rank, rank > full));
      }
      Mail mail =
          Mail.of(
              MailKind.DIGEST,
              draft.reader().id(),
              draft.digest().day.toString(),
              sender.domain(),
              draft.letter(),
              draft.digest().createdAt);
      mail.digestId = draft.digest().id;
      rows.add(mail);
    }
    return rows.toArray();
  }
}
