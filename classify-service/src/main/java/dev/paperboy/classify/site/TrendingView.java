package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.FieldName;
import dev.paperboy.classify.paper.Link;
import dev.paperboy.classify.search.TrendWindow;
import dev.paperboy.pagekit.paper.UrlPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The front page.
 *
 * @param date the business date in words, and that of the newest papers where it is another
 * @param window what the list looks back on
 * @param field null for all
 * @param fields to choose from, most papers first
 * @param picks topics offered to subscribe to
 */
public record TrendingView(
    String date,
    TrendWindow window,
    String field,
    List<Choice> fields,
    List<Chip> picks,
    List<PaperView> papers,
    Pages pages,
    FeedLinks feeds) {

  /**
   * One of several to choose from.
   *
   * @param value as in the address
   * @param href with everything else as it is
   */
  public record Choice(String value, String name, String href, boolean chosen) {}

  static Choice fieldChoice(String field, String chosen) {
    return new Choice(field, FieldName.of(field), null, field.equals(chosen));
  }

  /** The address of this list, or of a page of it. */
  static Link address(TrendWindow window, String field) {
    return Link.to("/")
        .with("window", window == TrendWindow.DAY ? null : window.value())
        .with("field", field);
  }

  /** Whether it is the first page, which tells what all this is. */
  public boolean first() {
    return pages.previous() == null;
  }

  /** Whether not one paper has come yet, as in the first minutes of a new installation. */
  public boolean nothingRead() {
    return fields.isEmpty();
  }

  /** The window as in the address. */
  public String windowValue() {
    return window.value();
  }

  public String heading() {
    return window.title();
  }

  /** The address of the list without pages. */
  public String href() {
    return address(window, field).toString();
  }

  /** The chosen field as readers see it; null for all. */
  public String fieldName() {
    return field == null ? null : FieldName.of(field);
  }

  /** The form that mails the chosen field's papers; null where none is chosen. */
  public String subscribeHref() {
    return field == null
        ? null
        : Link.to("/subscribe").with("cat", FieldName.categories(field)).toString();
  }

  /** The newest papers of the chosen field, whatever their trend; null where none is chosen. */
  public FeedLinks newest() {
    return field == null
        ? null
        : FeedLinks.of(
            "Newest in " + FieldName.of(field), "/feeds/fields/" + UrlPath.encode(field));
  }

  /** Day, week and month. */
  public List<Choice> windows() {
    return Arrays.stream(TrendWindow.values())
        .map(
            w ->
                new Choice(
                    w.value(),
                    w.value().substring(0, 1).toUpperCase(Locale.ROOT) + w.value().substring(1),
                    address(w, field).toString(),
                    w == window))
        .toList();
  }
}
