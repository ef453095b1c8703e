package dev.paperboy.query;

import java.util.ArrayList;
import java.util.List;

/** Puts nodes together without levels that say nothing. */
final class NormalForm {
  private NormalForm() {}

  static Node all(List<Node> parts) {
    List<Node> flat = new ArrayList<>();
    for (Node part : parts) {
      flat.addAll(part instanceof Node.And(var inner) ? inner : List.of(part));
    }
    return flat.size() == 1 ? flat.getFirst() : new Node.And(flat);
  }

  static Node any(List<Node> parts) {
    List<Node> flat = new ArrayList<>();
    for (Node part : parts) {
      flat.addAll(part instanceof Node.Or(var inner) ? inner : List.of(part));
    }
    return flat.size() == 1 ? flat.getFirst() : new Node.Or(flat);
  }

  static Node not(Node part) {
    return part instanceof Node.Not(var inner) ? inner : new Node.Not(part);
  }
}
