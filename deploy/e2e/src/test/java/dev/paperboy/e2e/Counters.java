package dev.paperboy.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code status} counts: papers, except where the name says otherwise. */
record Counters(
    long announced,
    long refused,
    long classified,
    long shelved,
    long subscribers,
    long digests,
    long mailsSent,
    long deadLetters) {
  static Counters of(JsonNode json) {
    return new Counters(
        json.path("announced").asLong(-1),
        json.path("refused").asLong(-1),
        json.path("classified").asLong(-1),
        json.path("shelved").asLong(-1),
        json.path("subscribers").asLong(-1),
        json.path("digests").asLong(-1),
        json.path("mails_sent").asLong(-1),
        json.path("dead_letters").asLong(-1));
  }
}
