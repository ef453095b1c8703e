package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Mail;
import dev.paperboy.notify.mail.MailKind;
import dev.paperboy.notify.mail.Sender;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Links;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A reader's latest digest as it would be now, by mail; the next real one comes as if it had not.
 */
@ApplicationScoped
public class TestDigest {
  private final Preview preview;
  private final Links links;
  private final Sender sender;
  private final Clock clock = Clock.systemUTC();

  TestDigest(Preview preview, Links links, Sender sender) {
    this.preview = preview;
    this.links = links;
    this.sender = sender;
  }

  /**
   * Mails it. Fails with {@link Preview.Busy} where too many ask at once.
   *
   * @return false where no paper of the last week fits
   */
  public Uni<Boolean> send(Subscriber reader) {
    return Filter.of(reader.id)
        .flatMap(
            filters ->
                preview.latest(
                    filters(filters),
                    reader.schedule(),
                    DigestLinks.ofTest(links, reader.id, reader.generation)))
        .flatMap(
            letter ->
                letter.isEmpty()
                    ? Uni.createFrom().item(false)
                    : Panache.withTransaction(
                            () -> {
                              Instant now = clock.instant();
                              return Mail.of(
                                      MailKind.TEST,
                                      reader.id,
                                      now.toString(),
                                      sender.domain(),
                                      letter.get(),
                                      now)
                                  .persist();
                            })
                        .replaceWith(true));
  }

  private static List<ReaderFilter> filters(List<Filter> filters) {
    return filters.stream()
        .map(filter -> new ReaderFilter(filter.id, filter.name, filter.interests()))
        .toList();
  }
}
