package dev.paperboy.events;

import java.time.LocalDate;
import java.util.Map;

/**
 * The score of {@code papers.trend.v1}: a pure function of the published parts and a business date.
 *
 * <p>Published with the contract and pinned by its sample {@code scores.json}; because time enters
 * only here, no decay ever has to be republished.
 */
public final class TrendScore {
  /** Announcement days after which a score has halved. */
  public static final double HALF_LIFE_DAYS = 3;

  private TrendScore() {}

  /**
   * The sum of the parts, halved every {@value #HALF_LIFE_DAYS} announcement days.
   *
   * @param parts non-negative contributions by name
   * @param announced the paper's announcement date
   * @param date the business date to score at
   */
  public static double at(Map<String, Double> parts, LocalDate announced, LocalDate date) {
    double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    return at(sum, announced, date);
  }

  /** The same for a sum of parts already taken. */
  public static double at(double sumOfParts, LocalDate announced, LocalDate date) {
    return sumOfParts * Math.pow(0.5, AnnouncementDays.between(announced, date) / HALF_LIFE_DAYS);
  }
}
