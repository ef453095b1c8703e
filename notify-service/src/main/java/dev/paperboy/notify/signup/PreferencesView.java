package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.PreviewView;
import java.util.List;

/**
 * The preferences page: one filter, and ways to the others.
 *
 * @param problem of the whole; null for none
 * @param unsubscribe a link
 * @param filters the reader's, the shown one chosen
 * @param shown id of the filter; {@code new} for one that is not stored
 * @param nameProblem null for none
 * @param mayAdd whether there may be one more
 * @param feed address of the filter's private feed without its ending; null where it has none
 * @param preview what the filter would have sent; null where nobody asked
 */
public record PreferencesView(
    String token,
    String address,
    String problem,
    String unsubscribe,
    List<Choice> filters,
    String shown,
    String name,
    String nameProblem,
    boolean mayAdd,
    FilterForm filter,
    String feed,
    PreviewView preview) {
  /** Whether there is another one to stay. */
  public boolean mayDelete() {
    return filters.size() > 1 && filters.stream().anyMatch(Choice::chosen);
  }

  /** Whether it is stored, so that it can have a feed. */
  public boolean stored() {
    return !shown.equals(PreferencesPages.NEW);
  }

  /** Whether there is a choice to show. */
  public boolean several() {
    return filters.size() > 1 || shown.equals(PreferencesPages.NEW);
  }
}
