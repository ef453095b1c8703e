package dev.paperboy.notify.shelf;

import dev.paperboy.events.TrendScore;
import java.time.LocalDate;
import java.util.Map;

/** A paper and the decay-free parts of its trend. */
public record TrendingPaper(ShelvedPaper paper, Map<String, Double> trendParts) {
  /** The trend score on a business date. */
  public double trend(LocalDate today) {
    return TrendScore.at(trendParts, paper.announced(), today);
  }
}
