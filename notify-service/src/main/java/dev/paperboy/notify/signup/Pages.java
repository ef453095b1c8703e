package dev.paperboy.notify.signup;

import dev.paperboy.notify.wording.Wording;
import dev.paperboy.pagekit.ResponseHeaders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The templates, and answers that several pages give. */
final class Pages {
  private static final Wording WORDS = Wording.of("signup");

  static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  /** Until a crowd before the previews has gone. */
  static final int SECONDS_TO_WAIT = 10;

  /** Above a form with mistakes. */
  static final String ALMOST = WORDS.say("form.almost");

  private Pages() {}

  @CheckedTemplate(basePath = "notify")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance subscribe(SubscribeView view);

    static native TemplateInstance preferences(PreferencesView view);

    static native TemplateInstance askLink(AskLinkView view);

    static native TemplateInstance message(MessageView view);

    static native TemplateInstance pause(PauseView view);

    static native TemplateInstance address(AddressView view);

    static native TemplateInstance history(HistoryView view);
  }

  /** Of whom the gateway says that the request comes. */
  static Caller caller(HttpServerRequest request) {
    return Caller.of(
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress());
  }

  static Response ok(TemplateInstance page) {
    return Response.ok(page, HTML).build();
  }

  static Response ok(MessageView message) {
    return ok(Templates.message(message));
  }

  /**
   * A page with the filter form, which has a script of ours to find topics; all others have none.
   */
  static Response form(TemplateInstance page) {
    return withScript(Response.ok(page, HTML));
  }

  /** The filter form again, with what is wrong. */
  static Response formAgain(TemplateInstance page) {
    return withScript(Response.status(Response.Status.BAD_REQUEST).entity(page).type(HTML));
  }

  /** The filter form for who has to wait. */
  static Response formLater(Response.Status status, int seconds, TemplateInstance page) {
    return withScript(
        Response.status(status).header("Retry-After", seconds).entity(page).type(HTML));
  }

  private static Response withScript(Response.ResponseBuilder page) {
    return page.header("Content-Security-Policy", ResponseHeaders.WITH_OWN_SCRIPTS).build();
  }

  /** The form again, with what is wrong. */
  static Response again(TemplateInstance page) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page).type(HTML).build();
  }

  /** A link that is used up, run out, cut short or not ours. */
  static ClientErrorException gone(String instead) {
    return new ClientErrorException(WORDS.say("link.gone", instead), Response.Status.GONE);
  }

  static ClientErrorException tooMany() {
    return new ClientErrorException(
        WORDS.say("forms.too-many"),
        Response.status(Response.Status.TOO_MANY_REQUESTS).header("Retry-After", 3600).build());
  }

  /** As many previews are being made as may wait. */
  static ServiceUnavailableException busy() {
    return new ServiceUnavailableException(
        WORDS.say("previews.busy"),
        Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .header("Retry-After", SECONDS_TO_WAIT)
            .build());
  }
}
