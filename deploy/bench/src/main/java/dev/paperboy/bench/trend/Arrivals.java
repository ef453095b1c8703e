package dev.paperboy.bench.trend;

import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.topics.Paper;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.topic.AuthorRecords;
import dev.paperboy.classify.topic.TextFeatures;
import dev.paperboy.classify.trend.TrendParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the archive announced, and tells what of it came on a list of votes. */
final class Arrivals {
  /** A paper is on a list within so many days of its announcement, or on none. */
  static final int SOON = 14;

  /** A paper may be on a list before the archive's own announcement of it. */
  private static final int BEFORE = 2;

  private static final int WEEK = 7;
  private static final int LISTS_A_WEEK = 3;

  private Arrivals() {}

  /** The field of categories, the primary one first: its archive. */
  static String field(List<String> categories) {
    return categories.isEmpty() ? "" : categories.getFirst().split("\\.", 2)[0];
  }

  /**
   * What lists don't tell of their papers, by id: categories and comments.
   *
   * @param ids of the papers on lists
   */
  static Map<String, DataPaper> details(DataDirectory data, Set<String> ids) throws IOException {
    Map<String, DataPaper> details = new HashMap<>();
    for (Path month : data.months()) {
      data.read(
          month,
          paper -> {
            if (ids.contains(paper.id())) {
              details.put(paper.id(), paper);
            }
          });
    }
    return details;
  }

  /** The first list that each paper was on. */
  static Map<String, LocalDate> lists(DataDirectory data) throws IOException {
    Map<String, LocalDate> lists = new HashMap<>();
    data.read(
        data.listed(),
        paper ->
            lists.merge(
                paper.id(), paper.day(), (one, other) -> one.isBefore(other) ? one : other));
    return lists;
  }

  /**
   * Papers of days that lists are known of, oldest first; those that no vector is known of are left
   * out.
   *
   * @param from the first day
   * @param until the last one
   * @param traits whether what trends look at is kept
   */
  static List<Arrival> read(
      DataDirectory data,
      VectorCache vectors,
      Map<String, LocalDate> lists,
      LocalDate from,
      LocalDate until,
      boolean traits)
      throws IOException {
    NavigableSet<LocalDate> days = new TreeSet<>(lists.values());
    Set<String> ids = new HashSet<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (Path month : data.months().reversed()) {
      data.read(
          month,
          paper -> {
            LocalDate day = paper.day();
            if (!day.isBefore(from)
                && !day.isAfter(until)
                && isCovered(day, days)
                && ids.add(paper.id())) {
              byte[] vector = vectors.get(paper.text());
              if (vector != null) {
                arrivals.add(arrival(paper, vector, lists.get(paper.id()), traits));
              }
            }
          });
    }
    return arrivals;
  }

  private static Arrival arrival(DataPaper paper, byte[] vector, LocalDate list, boolean traits) {
    List<String> authors = paper.authors();
    String comments = paper.comments().isEmpty() ? null : paper.comments();
    String field = field(paper.categories());
    boolean listed =
        list != null
            && !list.isBefore(paper.day().minusDays(BEFORE))
            && !list.isAfter(paper.day().plusDays(SOON));
    return new Arrival(
        new Paper(
            paper.id(),
            paper.day(),
            TextFeatures.of(paper.title(), paper.abstractText(), comments),
            authors.stream().mapToLong(AuthorRecords::hash).toArray(),
            new int[0],
            vector),
        traits
            ? new TrendParts.Paper(
                paper.title(), paper.abstractText(), comments, authors, field, paper.day(), null)
            : null,
        field,
        listed);
  }

  /** Whether there are lists enough in the week after a day to tell which of its papers came on. */
  private static boolean isCovered(LocalDate day, NavigableSet<LocalDate> days) {
    return days.subSet(day, true, day.plusDays(WEEK), true).size() >= LISTS_A_WEEK;
  }
}
