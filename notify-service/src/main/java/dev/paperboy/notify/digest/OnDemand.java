package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Address;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * {@code POST /internal/digest?date=&for=} on the management port: makes digests now. Only the send
 * hour is ignored; there is still one a reader and date.
 */
@Singleton
class OnDemand {
  private static final Logger LOG = Logger.getLogger(OnDemand.class);

  private final Readers readers;
  private final DigestPress press;
  private final InContext context;
  private final Clock clock;

  OnDemand(Readers readers, DigestPress press, InContext context, Clock clock) {
    this.readers = readers;
    this.press = press;
    this.context = context;
    this.clock = clock;
  }

  void register(@Observes ManagementInterface management) {
    management.router().post("/internal/digest").handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    LocalDate date;
    String addressKey;
    try {
      String day = routing.request().getParam("date");
      date = day == null || day.isBlank() ? null : LocalDate.parse(day);
      String address = routing.request().getParam("for");
      addressKey = address == null || address.isBlank() ? null : Address.parse(address).key();
    } catch (DateTimeException e) {
      refuse(routing, "date must be written as 2026-05-12");
      return;
    } catch (IllegalArgumentException e) {
      refuse(routing, e.getMessage());
      return;
    }
    if (date != null && date.isAfter(LocalDate.now(clock).plusDays(1))) {
      refuse(routing, date + " is in the future; it is " + LocalDate.now(clock));
      return;
    }
    context
        .run(() -> readers.active(date, addressKey).flatMap(press::make))
        .subscribe()
        .with(
            outcomes -> routing.json(json(date, addressKey, outcomes)),
            failure -> {
              LOG.errorf(failure, "digests could not be made");
              routing.fail(failure);
            });
  }

  private JsonObject json(LocalDate date, String addressKey, List<DigestOutcome> outcomes) {
    JsonArray messages = new JsonArray();
    outcomes.forEach(outcome -> messages.add(outcome.reader().address() + ": " + outcome.words()));
    if (outcomes.isEmpty()) {
      messages.add(
          addressKey == null
              ? "There is no confirmed subscriber yet."
              : addressKey + " is no confirmed subscriber.");
    }
    return new JsonObject()
        .put("date", (date == null ? LocalDate.now(clock) : date).toString())
        .put("created", count(outcomes, DigestOutcome.Kind.CREATED))
        .put("existing", count(outcomes, DigestOutcome.Kind.EXISTING))
        .put("failed", count(outcomes, DigestOutcome.Kind.FAILED))
        .put("messages", messages);
  }

  private static long count(List<DigestOutcome> outcomes, DigestOutcome.Kind kind) {
    return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }

  private static void refuse(RoutingContext routing, String message) {
    routing.response().setStatusCode(400);
    routing.json(new JsonObject().put("message", message));
  }
}
