package dev.paperboy.classify.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the Python package huggingface_hub (1.x) asks of a papers endpoint and how it reads the
 * answers: {@code HfApi.list_daily_papers}, {@code list_papers}, {@code paper_info}, {@code
 * read_paper} and the class {@code PaperInfo}, said again in Java.
 */
final class HfHubClient {
  private final ObjectMapper json;

  HfHubClient(ObjectMapper json) {
    this.json = json;
  }

  /** {@code PaperInfo}: what is looked for in the entry, in its paper, or in either. */
  record PaperInfo(
      String id,
      List<String> authors,
      OffsetDateTime publishedAt,
      String title,
      String source,
      String summary,
      Integer upvotes,
      String discussionId,
      int comments,
      OffsetDateTime submittedAt,
      String submittedBy,
      List<String> keywords,
      String githubRepo,
      Integer githubStars) {
    static PaperInfo of(JsonNode entry) {
      JsonNode paper = entry.path("paper");
      JsonNode authors = first(paper, entry, "authors");
      JsonNode submitter =
          entry.has("submittedBy") ? entry.get("submittedBy") : entry.path("submittedOnDailyBy");
      // As in Python, what was taken from the entry for the one is not there for the other.
      JsonNode submitted =
          paper.has("publishedAt") && entry.has("publishedAt")
              ? entry.get("publishedAt")
              : entry.path("submittedOnDailyAt");
      return new PaperInfo(
          text(first(entry, paper, "id")),
          names(authors),
          time(first(paper, entry, "publishedAt")),
          text(entry.path("title")),
          text(entry.path("source")),
          text(first(paper, entry, "summary")),
          number(first(paper, entry, "upvotes")),
          text(first(paper, entry, "discussionId")),
          entry.path("numComments").asInt(0),
          time(submitted),
          text(submitter.path("user")),
          texts(entry.path("ai_keywords")),
          text(entry.path("githubRepo")),
          number(entry.path("githubStars")));
    }

    private static JsonNode first(JsonNode one, JsonNode other, String name) {
      return one.hasNonNull(name) ? one.get(name) : other.path(name);
    }

    private static List<String> names(JsonNode authors) {
      List<String> names = new ArrayList<>();
      authors.forEach(author -> names.add(author.get("name").textValue()));
      return names;
    }

    private static List<String> texts(JsonNode list) {
      List<String> texts = new ArrayList<>();
      list.forEach(one -> texts.add(one.textValue()));
      return texts;
    }

    private static String text(JsonNode node) {
      if (!node.isMissingNode() && !node.isTextual()) {
        throw new AssertionError("no text: " + node);
      }
      return node.textValue();
    }

    private static Integer number(JsonNode node) {
      if (!node.isMissingNode() && !node.isInt()) {
        throw new AssertionError("no number: " + node);
      }
      return node.isMissingNode() ? null : node.intValue();
    }

    /** {@code parse_datetime} knows one form: {@code 2022-08-19T07:19:38.123Z}. */
    private static OffsetDateTime time(JsonNode node) {
      if (node.isMissingNode()) {
        return null;
      }
      if (!node.textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z")) {
        throw new AssertionError("no time: " + node);
      }
      return OffsetDateTime.parse(node.textValue());
    }
  }

  List<PaperInfo> listDailyPapers(Map<String, ?> params) throws IOException {
    return list(get("/api/daily_papers", params));
  }

  List<PaperInfo> listPapers(String query, int limit) throws IOException {
    return list(get("/api/papers/search", Map.of("q", query, "limit", limit)));
  }

  PaperInfo paperInfo(String id) throws IOException {
    return PaperInfo.of(json.readTree(get("/api/papers/" + id, Map.of())));
  }

  String readPaper(String id) {
    return get("/papers/" + id + ".md", Map.of());
  }

  private List<PaperInfo> list(String body) throws IOException {
    List<PaperInfo> papers = new ArrayList<>();
    json.readTree(body).forEach(entry -> papers.add(PaperInfo.of(entry)));
    return papers;
  }

  private static String get(String path, Map<String, ?> params) {
    RequestSpecification request =
        RestAssured.given()
            .header("User-Agent", "unknown/None; hf_hub/1.0.0; python/3.12.0")
            .header("X-Forwarded-For", "192.0.2.9")
            .queryParams(params);
    Response response = request.get(path);
    if (response.statusCode() >= 400) {
      throw new AssertionError(response.statusCode() + " " + response.asString());
    }
    return response.asString();
  }
}
