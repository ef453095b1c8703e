package dev.paperboy.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.MailMessage;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Somebody with an address and a browser. */
final class Visitor {
  static final Duration PATIENCE = Duration.ofSeconds(40);
  static final String SITE = "http://localhost:8080";
  private static int visitors;

  final String address = "visitor-%d-%d@example.org".formatted(System.nanoTime(), ++visitors);
  private String hour = "7";
  private String zone = "UTC";

  /** Wants digests not before that hour. */
  Visitor at(String hour, String zone) {
    this.hour = hour;
    this.zone = zone;
    return this;
  }

  /** The sign-up form as a browser would send it, address and time filled in. */
  RequestSpecification form() {
    String page = given().get("/subscribe").then().statusCode(200).extract().asString();
    return browser()
        .formParam("form", Jsoup.parse(page).select("input[name=form]").attr("value"))
        .formParam("address", address)
        .formParam("hour", hour)
        .formParam("zone", zone);
  }

  static RequestSpecification browser() {
    return given()
        .header("Origin", SITE)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/x-www-form-urlencoded");
  }

  Visitor signUp(String... topics) {
    form().formParam("topic", (Object[]) topics).post("/subscribe").then().statusCode(200);
    return this;
  }

  /** Opens the link of the newest confirmation mail and presses the button. */
  Visitor confirm() {
    String link = path(mail("confirm your").text(), "/confirm/");
    Response page = given().get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    browser()
        .post(Jsoup.parse(page.asString()).select("form").attr("action"))
        .then()
        .statusCode(200);
    return this;
  }

  /** The newest mail with that in its subject, once it has come. */
  MailMessage mail(String subjectPart) {
    return await()
        .atMost(PATIENCE)
        .until(() -> mails(subjectPart), mails -> !mails.isEmpty())
        .getFirst();
  }

  List<MailMessage> mails(String subjectPart) throws IOException {
    return mails().stream().filter(mail -> mail.subject().contains(subjectPart)).toList();
  }

  List<MailMessage> mails() throws IOException {
    return Backing.current().inbox().messages().stream()
        .filter(mail -> mail.to().equals(address))
        .toList();
  }

  String status() {
    return Rows.one("select status from subscriber where address = ?", address);
  }

  /** The site's path of a link in a text. */
  static String path(String text, String prefix) {
    Matcher link = Pattern.compile(SITE + "(" + prefix + "[A-Za-z0-9_-]+)").matcher(text);
    assertThat(link.find()).as("link %s in:%n%s", prefix, text).isTrue();
    return link.group(1);
  }
}
