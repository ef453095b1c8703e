package dev.paperboy.query;

import java.util.Optional;

/**
 * What surrounds the part of a query that is being read.
 *
 * @param field the field whose group this is
 * @param excluded whether below a minus
 * @param depth how many parentheses are open
 */
record Scope(Optional<Field> field, boolean excluded, int depth) {
  static final Scope WHOLE_QUERY = new Scope(Optional.empty(), false, 0);

  Scope deeper() {
    return new Scope(field, excluded, depth + 1);
  }

  Scope below(Field name) {
    return new Scope(Optional.of(name), excluded, depth);
  }

  Scope belowMinus() {
    return new Scope(field, true, depth);
  }
}
