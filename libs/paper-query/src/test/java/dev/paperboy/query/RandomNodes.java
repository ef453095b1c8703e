package dev.paperboy.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes queries in normal form, from the same few words as {@link RandomPapers}. */
final class RandomNodes {
  private static final List<String> PHRASES =
      List.of("deep sets", "pre training", "of deep", "graph", "large-scale graph", "gpt 4");
  private static final List<String> PREFIXES = List.of("gra", "pre", "pre-tra", "net", "zzz");
  private static final List<String> NAMES =
      List.of("Ada", "Lovelace", "A.", "Ada Lovelace", "A. Lovelace", "A King", "King, Ada", "Ö");
  private static final List<String> CATEGORIES = List.of("cs.LG", "cs", "cs.*", "math.*", "hep-th");
  private static final List<String> TOPICS = List.of("deep-sets", "Deep Sets", "graphs");
  private static final List<String> IDS =
      List.of("arxiv:2605.00001", "2605.00002", "2605.00003v2", "arxiv:none");

  private final Random random;

  RandomNodes(Random random) {
    this.random = random;
  }

  /** Any node of at most so many levels. */
  Node node(int levels) {
    return node(levels, false, true);
  }

  private Node node(int levels, boolean withinField, boolean mayMean) {
    int kind = levels <= 0 ? 9 : random.nextInt(10);
    return switch (kind) {
      case 0, 1 -> NormalForm.all(several(levels, withinField, mayMean));
      case 2, 3 -> NormalForm.any(several(levels, withinField, mayMean));
      case 4 -> NormalForm.not(node(levels - 1, withinField, false));
      default -> withinField ? text() : leaf(levels, mayMean);
    };
  }

  private List<Node> several(int levels, boolean withinField, boolean mayMean) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      nodes.add(node(levels - 1, withinField, mayMean));
    }
    return nodes;
  }

  private Node leaf(int levels, boolean mayMean) {
    return switch (random.nextInt(mayMean ? 14 : 13)) {
      case 0 -> new Node.In(Field.TITLE, node(levels - 1, true, false));
      case 1 -> new Node.In(Field.ABSTRACT, node(levels - 1, true, false));
      case 2 -> new Node.In(Field.AUTHOR, new Node.Prefix("lov"));
      case 3 -> new Node.In(Field.AUTHOR, value(NAMES));
      case 4 -> new Node.In(Field.CATEGORY, either(CATEGORIES));
      case 5 -> new Node.In(Field.TOPIC, either(TOPICS));
      case 6 -> new Node.In(Field.ID, either(IDS));
      case 7 -> new Node.In(Field.SOURCE, new Node.Word("arxiv"));
      case 8 -> random.nextBoolean() ? new Node.Since(day()) : new Node.Until(day());
      case 9 -> new Node.TrendAbove(BigDecimal.valueOf(random.nextInt(4), 1), random.nextBoolean());
      case 13 -> new Node.Meaning(one(PHRASES));
      default -> text();
    };
  }

  private Node text() {
    return switch (random.nextInt(6)) {
      case 0 -> new Node.Phrase(one(PHRASES));
      case 1 -> new Node.Prefix(one(PREFIXES));
      default -> new Node.Word(one(RandomPapers.WORDS));
    };
  }

  private Node either(List<String> values) {
    return random.nextInt(3) > 0
        ? value(values)
        : NormalForm.any(List.of(value(values), NormalForm.not(value(values))));
  }

  private Node value(List<String> values) {
    String value = one(values);
    return value.contains(" ") || random.nextBoolean() && !value.contains("*")
        ? new Node.Phrase(value)
        : new Node.Word(value);
  }

  private DayBound day() {
    return switch (random.nextInt(3)) {
      case 0 -> new DayBound.DaysAgo(random.nextInt(10));
      case 1 -> new DayBound.WeeksAgo(random.nextInt(3));
      default -> new DayBound.Day(LocalDate.of(2026, 5, 1 + random.nextInt(20)));
    };
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
