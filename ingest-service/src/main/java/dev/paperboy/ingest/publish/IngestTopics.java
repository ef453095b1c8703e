package dev.paperboy.ingest.publish;

import dev.paperboy.events.TopicSpec;
import java.util.List;

/** The topics that ingest produces. */
final class IngestTopics {
  static final List<TopicSpec> ALL =
      List.of(
          TopicSpec.compacted(EventPublisher.PAPERS), TopicSpec.compacted(EventPublisher.SOURCES));

  private IngestTopics() {}
}
