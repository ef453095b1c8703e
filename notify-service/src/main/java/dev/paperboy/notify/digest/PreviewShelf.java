package dev.paperboy.notify.digest;

import dev.paperboy.notify.subscriber.Schedule;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the last week ready for previews: made when the first one asks, for all who ask within a
 * minute, and then let go. What is in memory needs no closing; weeks of different rhythms share
 * their windows in the stock.
 */
@ApplicationScoped
class PreviewShelf {
  static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final Stock stock;
  private final Vertx vertx;
  private final Map<Rhythm, Uni<PreviewWeek>> weeks = new HashMap<>();

  PreviewShelf(Stock stock, Vertx vertx) {
    this.stock = stock;
    this.vertx = vertx;
  }

  /**
   * Which days of a week have a digest: all that a week of papers depends on. There are few of them
   * at a time: the dates that it is somewhere on earth, each daily, on weekdays and once a week.
   *
   * @param firstDays how many days the first of them covers
   */
  private record Rhythm(List<LocalDate> days, int firstDays) {
    static Rhythm of(Schedule schedule, LocalDate today) {
      return new Rhythm(
          today
              .minusDays(PreviewWeek.DAYS - 1)
              .datesUntil(today.plusDays(1))
              .filter(schedule::sends)
              .toList(),
          schedule.firstDays());
    }
  }

  /** The week that ends with a day, at most {@link #GOOD_FOR} old. */
  synchronized Uni<PreviewWeek> upTo(LocalDate today, Schedule schedule) {
    Rhythm asked = Rhythm.of(schedule, today);
    Uni<PreviewWeek> known = weeks.get(asked);
    if (known != null) {
      return known;
    }
    Uni<PreviewWeek> made = Uni.createFrom().deferred(() -> make(asked)).memoize().indefinitely();
    weeks.put(asked, made);
    vertx.setTimer(GOOD_FOR.toMillis(), timer -> letGo(asked, made));
    return made.onFailure().invoke(() -> letGo(asked, made));
  }

  private synchronized void letGo(Rhythm rhythm, Uni<PreviewWeek> old) {
    weeks.remove(rhythm, old);
  }

  private Uni<PreviewWeek> make(Rhythm asked) {
    return stock
        .state()
        .map(ShelfState::asItIs)
        .flatMap(
            state ->
                stock
                    .topicNames()
                    .flatMap(
                        names ->
                            from(asked, null, state, names, new ArrayList<>())
                                .map(days -> new PreviewWeek(days, state, names))));
  }

  /** Day after day, since where a digest begins to look is where the one before stopped. */
  private Uni<List<PreviewWeek.Day>> from(
      Rhythm asked,
      LocalDate served,
      ShelfState state,
      Map<String, String> names,
      List<PreviewWeek.Day> made) {
    if (made.size() == asked.days().size()) {
      return Uni.createFrom().item(made);
    }
    LocalDate day = asked.days().get(made.size());
    Window window = state.window(served, day, asked.firstDays());
    ShelfState.Go go = state.go(window);
    return stock
        .papers(window, names)
        .flatMap(
            papers -> {
              made.add(new PreviewWeek.Day(day, papers, go));
              LocalDate to = Selection.servedTo(papers.papers(), go, List.of());
              return from(asked, to == null ? served : to, state, names, made);
            });
  }
}
