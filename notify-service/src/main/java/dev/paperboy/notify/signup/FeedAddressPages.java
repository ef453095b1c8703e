package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Subscriber;
import dev.paperboy.notify.token.Links;
import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.TokenAuthorised;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Gives a filter a feed with a secret address, another address, or none. */
@Path("/preferences/{token}/feed")
public class FeedAddressPages {
  private static final Wording WORDS = Wording.of("signup");

  private final FreshLink link;
  private final Links links;

  FeedAddressPages(FreshLink link, Links links) {
    this.link = link;
    this.links = links;
  }

  /** Changes it, uses the link up, and goes on with the next one, which shows the address. */
  @POST
  @TokenAuthorised
  @WithTransaction
  public Uni<Response> change(
      @PathParam("token") String text,
      @RestForm("filter") String wanted,
      @RestForm("feed") String feed) {
    if (!"new".equals(feed) && !"none".equals(feed)) {
      throw new BadRequestException(WORDS.say("choose.button"));
    }
    return link.reader(text)
        .flatMap(
            reader ->
                Filter.of(reader.id)
                    .map(
                        filters ->
                            filters.stream()
                                .filter(filter -> filter.id.toString().equals(wanted))
                                .findFirst()
                                .orElseThrow(
                                    () -> new BadRequestException(WORDS.say("filter.gone"))))
                    .map(filter -> changed(reader, filter, "new".equals(feed))));
  }

  private Response changed(Subscriber reader, Filter filter, boolean wanted) {
    filter.feedId = wanted ? UUID.randomUUID() : null;
    reader.linkId = UUID.randomUUID();
    return Response.seeOther(
            URI.create(
                links.preferences(reader.id, reader.generation, reader.linkId)
                    + "?filter="
                    + filter.id
                    + "#feed"))
        .build();
  }
}
