package dev.paperboy.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes what a query says in its one spelling. */
final class Canonical {
  private Canonical() {}

  static String of(Node node) {
    return switch (node) {
      case Node.Everything() -> "";
      case Node.Word(var text) -> text;
      case Node.Prefix(var start) -> start + "*";
      case Node.Phrase(var text) -> '"' + text + '"';
      case Node.And(var parts) -> joined(parts, " ");
      case Node.Or(var parts) ->
          parts.stream().map(Canonical::alternative).collect(Collectors.joining(" OR "));
      case Node.Not(var part) -> "-" + grouped(part);
      case Node.In(var field, Node.Not part) -> field.written() + ":(" + of(part) + ")";
      case Node.In(var field, var part) -> field.written() + ":" + grouped(part);
      case Node.Since(var day) -> "since:" + day.written();
      case Node.Until(var day) -> "until:" + day.written();
      case Node.TrendAbove(var threshold, var orEqual) ->
          "trend" + (orEqual ? ">=" : ">") + threshold.toPlainString();
      case Node.Meaning(var text) -> "~\"" + text + '"';
    };
  }

  private static String joined(List<Node> parts, String operator) {
    return parts.stream()
        .map(part -> part instanceof Node.Or ? grouped(part) : of(part))
        .collect(Collectors.joining(operator));
  }

  /** AND binds tighter than OR; spelled out, since not every reader knows. */
  private static String alternative(Node part) {
    return part instanceof Node.And(var parts) ? joined(parts, " AND ") : of(part);
  }

  private static String grouped(Node part) {
    return part instanceof Node.And || part instanceof Node.Or ? "(" + of(part) + ")" : of(part);
  }
}
