package dev.paperboy.classify.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.junit.BackingResource;
import dev.paperboy.classify.encode.Description;
import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.encode.Vectors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the management port tells whoever compares papers by meaning. */
@QuarkusTest
@QuarkusTestResource(
    value = BackingResource.class,
    initArgs = {
      @ResourceArg(name = "service", value = "classify"),
      @ResourceArg(name = "paperboy.clock", value = "2026-05-12T23:00:00Z"),
    })
class LikenessQuarkusTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject Encoder encoder;

  @BeforeEach
  void onePaper() throws SQLException {
    try (Connection connection = Backing.current().connect("classify");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into paper (id, seq, announced_seq, announced, text_hash, encoder, vector, body)
          values ('arxiv:2401.00001', 1, 1, '2026-05-12', '', 'made-up/2', '\\x7f81',
            '{"title": "A specimen", "abstract": "Made up."}')
          on conflict do nothing
          """);
    }
  }

  private Response encode(String text) {
    return encode("", text);
  }

  private Response encode(String what, String text) {
    return given()
        .contentType("text/plain; charset=UTF-8")
        .body(text)
        .post(management.resolve("/internal/encode" + what));
  }

  @Test
  void aTextIsEncodedAsTheEncoderDoes() {
    String text = "How are réseaux of neurons made sparse while they are being trained?";

    JsonPath answer = encode(" " + text + "\n").then().statusCode(200).extract().jsonPath();

    assertThat(answer.getString("encoder")).isEqualTo(encoder.id());
    assertThat(Base64.getDecoder().decode(answer.getString("int8")))
        .isEqualTo(Vectors.toBytes(encoder.encode(text)));
    assertThat(answer.getDouble("about")).isBetween(0.5, 0.95);
  }

  @Test
  void whatIsTooLongOrNothingIsRefusedWithWhatToSend() {
    encode("a".repeat(500)).then().statusCode(200);
    encode("a".repeat(501)).then().statusCode(400).body("message", containsString("1 to 500"));
    encode("  ").then().statusCode(400).body("message", containsString("1 to 500"));
    encode("a".repeat(100_000)).then().statusCode(400);
  }

  @Test
  void aPaperThatIsNotHereIsEncodedAsThoseThatAre() {
    String paper = "A title\nAn abstract of " + "réseaux ".repeat(200);

    JsonPath answer = encode("/paper", paper).then().statusCode(200).extract().jsonPath();

    assertThat(Base64.getDecoder().decode(answer.getString("int8")))
        .isEqualTo(Vectors.toBytes(encoder.encode(paper.strip())));
    assertThat(answer.getDouble("about")).isEqualTo(Description.LIKE);
    encode("/paper", "a".repeat(5001))
        .then()
        .statusCode(400)
        .body("message", containsString("1 to 5000"));
  }

  @Test
  void vectorsOfKnownPapersAreTold() {
    JsonPath answer =
        given()
            .queryParam("id", "arxiv:2401.00001", "arxiv:2401.00002")
            .get(management.resolve("/internal/vectors"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getList("papers.id")).containsExactly("arxiv:2401.00001");
    assertThat(answer.getString("papers[0].title")).isEqualTo("A specimen");
    assertThat(answer.getString("papers[0].abstract")).isEqualTo("Made up.");
    assertThat(answer.getString("papers[0].encoder")).isEqualTo("made-up/2");
    assertThat(Base64.getDecoder().decode(answer.getString("papers[0].int8")))
        .containsExactly(127, -127);
    assertThat(answer.getDouble("like")).isBetween(0.5, 0.95);
  }

  @Test
  void aRequestForVectorsNamesPapers() {
    given()
        .get(management.resolve("/internal/vectors"))
        .then()
        .statusCode(400)
        .body("message", containsString("1 to 20"));
    given()
        .queryParam("id", "no paper")
        .get(management.resolve("/internal/vectors"))
        .then()
        .statusCode(400)
        .body("message", containsString("not a paper id"));
  }
}
