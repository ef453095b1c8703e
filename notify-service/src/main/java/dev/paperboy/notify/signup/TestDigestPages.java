package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.Preview;
import dev.paperboy.notify.digest.TestDigest;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Mails readers the latest digest as it would be now, so that they see how it looks there. */
@Path("/preferences/{token}/test")
public class TestDigestPages {
  private static final Wording WORDS = Wording.of("signup");

  private final FreshLink link;
  private final Throttle throttle;
  private final TestDigest digest;

  TestDigestPages(FreshLink link, Throttle throttle, TestDigest digest) {
    this.link = link;
    this.throttle = throttle;
    this.digest = digest;
  }

  /** Mails it, a few times a day. */
  @POST
  @TokenAuthorised
  @WithSession
  public Uni<Response> send(@PathParam("token") String text) {
    return link.reader(text)
        .flatMap(
            reader ->
                throttle
                    .admitsLink("test " + reader.addressKey)
                    .flatMap(
                        admitted ->
                            admitted
                                ? digest.send(reader).map(sent -> sent ? sent(reader) : nothing())
                                : Uni.createFrom().item(enough())))
        .map(message -> Pages.ok(message.withLink("/preferences/" + text, WORDS.say("back"))))
        .onFailure(Preview.Busy.class)
        .transform(busy -> Pages.busy());
  }

  private static MessageView sent(Subscriber reader) {
    return MessageView.of(WORDS.say("test.sent.heading"), WORDS.say("test.sent", reader.address));
  }

  private static MessageView nothing() {
    return MessageView.of(WORDS.say("test.nothing.heading"), WORDS.say("test.nothing"));
  }

  private static MessageView enough() {
    return MessageView.of(WORDS.say("enough"), WORDS.say("test.enough"));
  }
}
