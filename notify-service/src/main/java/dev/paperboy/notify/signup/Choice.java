package dev.paperboy.notify.signup;

/**
 * Something to choose in a form.
 *
 * @param words what else it is called, to be found by; may be empty
 */
public record Choice(String id, String name, boolean chosen, String words) {
  /** By its name alone. */
  Choice(String id, String name, boolean chosen) {
    this(id, name, chosen, "");
  }
}
