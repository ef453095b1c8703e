package dev.paperboy.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.subscriber.SubscriberStatus;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.token.Purpose;
import dev.paperboy.notify.token.Token;
import dev.paperboy.notify.token.Tokens;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.feed.Feed;
import dev.paperboy.pagekit.feed.FeedFormat;
import dev.paperboy.pagekit.feed.JsonFeed;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A filter as a feed, for whoever has its address: what its digests would show, whether or not any
 * are sent. The address ends when the reader wants another one, or leaves.
 */
@Path("/my/feeds/{token: [A-Za-z0-9_-]+}.{format: atom|rss|json}")
public class PrivateFeeds {
  private static final Wording WORDS = Wording.of("digest");

  /** Papers come once a day. */
  private static final int FRESH_SECONDS = 900;

  private static final int SECONDS_TO_WAIT = 60;

  private final Tokens tokens;
  private final Links links;
  private final Preview preview;
  private final ObjectMapper json;
  private final Clock clock;

  PrivateFeeds(Tokens tokens, Links links, Preview preview, ObjectMapper json, Clock clock) {
    this.tokens = tokens;
    this.links = links;
    this.preview = preview;
    this.json = json;
    this.clock = clock;
  }

  /** The last week's papers. */
  @GET
  @WithSession
  public Uni<Response> read(
      @PathParam("token") String text,
      @PathParam("format") String ending,
      @Context Request request) {
    FeedFormat format = FeedFormat.named(ending).orElseThrow(PrivateFeeds::gone);
    Token token = tokens.read(text, Purpose.FEED).orElseThrow(PrivateFeeds::gone);
    return Subscriber.<Subscriber>findById(token.subscriber())
        .flatMap(
            reader ->
                reader == null || reader.status != SubscriberStatus.ACTIVE
                    ? Uni.createFrom().<Response>failure(gone())
                    : Filter.<Filter>find(
                            "subscriberId = ?1 and feedId = ?2", reader.id, token.subject())
                        .firstResult()
                        .onItem()
                        .ifNull()
                        .failWith(PrivateFeeds::gone)
                        .flatMap(filter -> answer(text, format, reader, filter, request)));
  }

  private Uni<Response> answer(
      String token, FeedFormat format, Subscriber reader, Filter filter, Request request) {
    LocalDate today = clock.instant().atZone(reader.schedule().zone()).toLocalDate();
    return preview
        .entries(filter.interests(), reader.schedule())
        .map(entries -> feed(token, format, filter.name, entries, today))
        .map(feed -> body(format, feed))
        .map(
            body -> {
              EntityTag tag =
                  new EntityTag(UUID.nameUUIDFromBytes(body.getBytes(UTF_8)).toString(), true);
              Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
              return (unchanged == null ? Response.ok(body, format.contentType()) : unchanged)
                  .tag(tag)
                  .header("Cache-Control", "private, max-age=" + FRESH_SECONDS)
                  .header("X-Robots-Tag", "noindex")
                  .build();
            })
        .onFailure(Preview.Busy.class)
        .transform(
            busy ->
                new ServiceUnavailableException(
                    WORDS.say("feed.busy"),
                    Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .header("Retry-After", SECONDS_TO_WAIT)
                        .build()));
  }

  private Feed feed(
      String token, FeedFormat format, String name, List<Feed.Entry> entries, LocalDate today) {
    return Feed.of(
        name,
        WORDS.say("feed.about"),
        links.page(""),
        "/my/feeds/" + token + "." + format.ending(),
        "/preferences",
        entries,
        today);
  }

  private String body(FeedFormat format, Feed feed) {
    try {
      return switch (format) {
        case ATOM -> feed.atom();
        case RSS -> feed.rss();
        case JSON -> json.writeValueAsString(JsonFeed.of(feed));
        case BIB, RIS -> throw gone();
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NotFoundException gone() {
    return new NotFoundException(WORDS.say("feed.gone"));
  }
}
