package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.notify.wording.Wording;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/** The link to the preferences: mailed on request, for half an hour, until it is used. */
@Singleton
class FreshLink {
  private static final Wording WORDS = Wording.of("signup");

  private static final String INSTEAD = WORDS.say("link.instead");

  private final Tokens tokens;

  FreshLink(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whose it is; fails with an answer for the reader where it opens nothing. */
  Uni<Subscriber> reader(String text) {
    return of(text, FreshLink::reads);
  }

  /** The same, of somebody who left too: what is kept of them is theirs to see and to erase. */
  Uni<Subscriber> owner(String text) {
    return of(text, subscriber -> reads(subscriber) || subscriber.hasLeft());
  }

  private static boolean reads(Subscriber subscriber) {
    return subscriber.status == SubscriberStatus.ACTIVE;
  }

  private Uni<Subscriber> of(String text, Predicate<Subscriber> admitted) {
    Token token = tokens.read(text, Purpose.PREFERENCES).orElseThrow(() -> Pages.gone(INSTEAD));
    return Subscriber.<Subscriber>findById(token.subscriber())
        .onItem()
        .transform(
            subscriber -> {
              if (subscriber == null
                  || !admitted.test(subscriber)
                  || subscriber.generation != token.generation()
                  || !token.subject().equals(subscriber.linkId)) {
                throw Pages.gone(INSTEAD);
              }
              return subscriber;
            });
  }
}
