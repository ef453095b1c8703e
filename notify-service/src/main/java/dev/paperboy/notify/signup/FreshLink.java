package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The link to the preferences: mailed on request, for half an hour, until it is used. */
@Singleton
class FreshLink {
  private static final String INSTEAD = "Please ask for a new one at «Change your preferences».";

  private final Tokens tokens;

  FreshLink(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whose it is; fails with an answer for the reader where it opens nothing. */
  Uni<Subscriber> reader(String text) {
    Token token = tokens.read(text, Purpose.PREFERENCES).orElseThrow(() -> Pages.gone(INSTEAD));
    return Subscriber.<Subscriber>findById(token.subscriber())
        .onItem()
        .transform(
            subscriber -> {
              if (subscriber == null
                  || subscriber.status != SubscriberStatus.ACTIVE
                  || subscriber.generation != token.generation()
                  || !token.subject().equals(subscriber.linkId)) {
                throw Pages.gone(INSTEAD);
              }
              return subscriber;
            });
  }
}
