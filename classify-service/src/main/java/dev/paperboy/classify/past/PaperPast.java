package dev.paperboy.classify.past;

import dev.paperboy.classify.trend.Attention;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The past of one paper.
 *
 * @param changes earliest first
 * @param discussions one a place, by its name
 * @param days what each place had said by the end of a day (UTC)
 */
public record PaperPast(
    List<Change> changes,
    List<Discussion> discussions,
    SortedMap<LocalDate, List<Attention>> days) {
  /** It cannot be asked for just now; of a paper of which nothing is known all are empty. */
  public static final PaperPast UNKNOWN = new PaperPast(List.of(), List.of(), new TreeMap<>());
}
