package dev.paperboy.ingest.attention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.attention.GithubStars.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionParsersTest {
  private static final Instant AT = Instant.parse("2026-05-12T14:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-05-12");
  private static final PaperId PAPER = PaperId.parse("arxiv:2605.00001");
  private static final Repository CODE = new Repository(PAPER, "https://github.com/specimen/code");
  private static final String LISTED =
      """
      {"paper":{"id":"2605.00001","upvotes":37,"githubRepo":"https://github.com/specimen/code.git",
       "githubStars":120,"ai_keywords":["sentence  encoder",""],"title":"T"},"numComments":3}
      """;

  @Test
  void readsADailyPaper() throws IOException {
    assertThat(HfDaily.parse(stream("[" + LISTED + "]"), DAY, AT).observations())
        .containsExactly(
            new Observation(
                PAPER,
                "hf-daily",
                AT,
                DAY,
                37,
                3,
                null,
                120,
                null,
                "https://github.com/specimen/code",
                List.of("sentence encoder"),
                "https://huggingface.co/papers/2605.00001"));
  }

  @Test
  void aDailyPaperWithoutCodeHasNoStars() throws IOException {
    String text = LISTED.replace("https://github.com/specimen/code.git", "https://example.org");
    Observation observation =
        HfDaily.parse(stream("[" + text + "]"), DAY, AT).observations().getFirst();
    assertThat(observation.repository()).isNull();
    assertThat(observation.stars()).isNull();
  }

  @Test
  void anEmptyDayIsNoError() throws IOException {
    assertThat(HfDaily.parse(stream("[]"), DAY, AT).observations()).isEmpty();
  }

  @Test
  void aBadRecordIsRefusedAndItsNeighbourIsRead() throws IOException {
    Answer answer =
        HfDaily.parse(stream("[%s,%s,7]".formatted(LISTED.replace("37", "-1"), LISTED)), DAY, AT);
    assertThat(answer.observations()).hasSize(1);
    assertThat(answer.refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly(
            "2605.00001: upvotes is «-1», no count", "record 3: a record is no JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"{'paper': 1}\"] | none of 1 records could be read: a record is no JSON object",
        "{\"error\":\"no such day\"} | Hugging Face says: no such day",
        "{} | the answer is JSON, but no list of daily papers",
      })
  void anotherAnswerIsRefusedAsAWhole(String body, String message) {
    assertThatThrownBy(() -> HfDaily.parse(stream(body), DAY, AT))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
  }

  @Test
  void storiesOfOnePaperAreOneObservation() throws IOException {
    String hits =
        """
        {"hits":[
         {"objectID":"1","url":"https://arxiv.org/abs/2605.00001","points":10,"num_comments":2},
         {"objectID":"2","url":"https://arxiv.org/pdf/2605.00001v2","points":200,"num_comments":86},
         {"objectID":"3","url":"https://example.org/about-arxiv.org","points":5,"num_comments":1},
         {"objectID":"4","url":null,"points":5,"num_comments":null},
         {"objectID":"5","url":"https://arxiv.org/abs/2605.00002","points":null,"num_comments":null}]}
        """;
    assertThat(HackerNews.parse(stream(hits), AT).observations())
        .containsExactly(
            story("arxiv:2605.00001", 210, 88, 2, 2), story("arxiv:2605.00002", 0, 0, 1, 5));
  }

  private static Observation story(String id, int votes, int comments, int mentions, int item) {
    return new Observation(
        PaperId.parse(id),
        "hacker-news",
        AT,
        null,
        votes,
        comments,
        mentions,
        null,
        null,
        null,
        List.of(),
        "https://news.ycombinator.com/item?id=" + item);
  }

  @Test
  void readsStars() throws IOException {
    assertThat(GithubStars.parse(stream("{\"stargazers_count\":120}"), CODE, AT).observations())
        .containsExactly(Observation.stars(PAPER, AT, 120, "https://github.com/specimen/code"));
  }

  @Test
  void aRepositoryThatIsGoneIsRefused() throws IOException {
    assertThat(GithubStars.parse(stream("{\"message\":\"Not Found\"}"), CODE, AT).refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly("https://github.com/specimen/code: GitHub says: Not Found");
  }

  @Test
  void readsCitationsAndPassesOverWorksThatAreNoPapersOfOurs() throws IOException {
    String works =
        """
        {"results":[{"id":"W1","doi":"https://doi.org/10.48550/arxiv.2605.00001","cited_by_count":4},
         {"id":"W2","doi":"https://doi.org/10.1000/x","cited_by_count":9},{"id":"W3","doi":null,"cited_by_count":9},
         {"id":"W4","doi":"https://doi.org/10.48550/arxiv.2605.00002"}]}
        """;
    Answer answer = OpenAlexCitations.parse(stream(works), AT);
    assertThat(answer.observations()).containsExactly(Observation.citations(PAPER, AT, 4));
    assertThat(answer.refusals())
        .extracting(r -> r.place() + ": " + r.reason())
        .containsExactly("W4: cited_by_count is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/b, https://github.com/a/b",
    "http://www.github.com/a/b.git, https://github.com/a/b",
    "https://github.com/a/b.js/tree/main/x?y#z, https://github.com/a/b.js",
    "https://github.com/a, ",
    "https://gitlab.com/a/b, ",
    "https://github.com.example.org/a/b, ",
    "'', ",
  })
  void repositoriesAreWrittenInOneWay(String text, String expected) {
    assertThat(Answer.repository(text)).isEqualTo(expected);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
