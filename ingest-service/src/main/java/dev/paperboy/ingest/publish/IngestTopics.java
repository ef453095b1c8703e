package dev.paperboy.ingest.publish;

import dev.paperboy.events.TopicSpec;
import java.time.Duration;
import java.util.List;

/** The topics that ingest produces. */
final class IngestTopics {
  /** What a replay can fill again. */
  static final List<TopicSpec> REPLAYED =
      List.of(
          TopicSpec.compacted(EventPublisher.PAPERS), TopicSpec.compacted(EventPublisher.SOURCES));

  static final List<TopicSpec> ALL =
      List.of(
          REPLAYED.get(0),
          REPLAYED.get(1),
          TopicSpec.keptFor(EventPublisher.ATTENTION, Duration.ofDays(30)));

  private IngestTopics() {}
}
