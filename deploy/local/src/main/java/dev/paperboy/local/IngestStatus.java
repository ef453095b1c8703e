package dev.paperboy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What ingest tells of its sources at {@code /internal/status}.
 *
 * @param announced papers announced so far
 * @param specimens papers of our own that stand in until the first real one
 */
record IngestStatus(long announced, long specimens, List<Feed> feeds) {
  /** The harvest; arXiv's listing and query API are feeds of their own. */
  private static final String ARXIV = "arxiv-oai";

  private static final Set<String> READ = Set.of("fresh", "quiet", "late", "partial");

  /**
   * A source.
   *
   * @param verdict {@code starting}, {@code fresh}, {@code quiet}, {@code late}, {@code partial},
   *     {@code down} or {@code waiting}
   * @param detail why, for a person
   * @param reading first day of the list that is being read
   * @param behind back to which day it has been read
   * @param target how far back it will go
   */
  record Feed(
      String name,
      String verdict,
      String detail,
      Optional<LocalDate> reading,
      Optional<LocalDate> behind,
      Optional<LocalDate> target) {
    boolean isDown() {
      return verdict.equals("down");
    }

    /** Whether it was read to its end, whatever it held: an empty Sunday is no failure. */
    boolean isRead() {
      return READ.contains(verdict);
    }

    /** Whether it has been read as far back as it will go. */
    boolean isComplete() {
      return isRead()
          && (target.isEmpty() || behind.filter(day -> !day.isAfter(target.get())).isPresent());
    }
  }

  /** Empty where ingest does not answer. */
  static Optional<IngestStatus> ask(Management ingest) throws InterruptedException {
    try {
      Management.Answer answer = ingest.get("/internal/status");
      return answer.status() == 200 ? Optional.of(of(answer.body())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static IngestStatus of(JsonNode json) {
    List<Feed> feeds = new ArrayList<>();
    for (JsonNode feed : json.path("feeds")) {
      feeds.add(
          new Feed(
              feed.path("feed").asText(),
              feed.path("verdict").asText(),
              Text.line(feed.path("detail").asText("")),
              day(feed.path("reading")),
              day(feed.path("behind")),
              day(feed.path("target"))));
    }
    JsonNode counters = json.path("counters");
    return new IngestStatus(
        counters.path("announced").asLong(), counters.path("specimens").asLong(), feeds);
  }

  Optional<Feed> arxiv() {
    return feeds.stream().filter(feed -> feed.name().equals(ARXIV)).findFirst();
  }

  private static Optional<LocalDate> day(JsonNode text) {
    try {
      return text.isTextual() ? Optional.of(LocalDate.parse(text.asText())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
