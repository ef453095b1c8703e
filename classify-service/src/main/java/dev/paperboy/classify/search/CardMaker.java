package dev.paperboy.classify.search;

import dev.paperboy.classify.topic.Taxonomy;
import dev.paperboy.classify.topic.Topic;
import dev.paperboy.events.TrendScore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Makes of what the index holds of a paper what pages show of it today. */
final class CardMaker {
  private final Taxonomy taxonomy;
  private final Clock clock;

  CardMaker(Taxonomy taxonomy, Clock clock) {
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  PaperCard of(IndexEntry entry) {
    IndexedPaper paper = entry.paper();
    Map<String, Double> parts = entry.trend() == null ? Map.of() : entry.trend().parts();
    return new PaperCard(
        paper.id(),
        paper.source(),
        paper.version(),
        paper.title(),
        paper.authors(),
        paper.abstractText(),
        paper.comments(),
        paper.doi(),
        paper.announced(),
        paper.updated(),
        paper.categories(),
        paper.field(),
        paper.tags().stream()
            .map(tag -> new Tag(tag.topic(), name(tag.topic()), tag.confidence(), tag.evidence()))
            .toList(),
        paper.suggested(),
        parts,
        TrendScore.at(parts, paper.announced(), LocalDate.now(clock)),
        paper.withdrawn(),
        paper.specimen());
  }

  private String name(String topic) {
    Topic known = taxonomy.get(topic);
    return known == null ? topic : known.name();
  }
}
