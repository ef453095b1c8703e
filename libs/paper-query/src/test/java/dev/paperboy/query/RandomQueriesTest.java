package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Seeded, so that what fails once fails again. */
class RandomQueriesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 15);
  private static final String ALPHABET =
      "ab -\"()~:*.,&|!/<>=+#^_{}\\$'5\u201cé\u00a0\t\ud835\udca9\ud835 ";
  private static final List<String> PIECES =
      List.of(
          "AND", "OR", "NOT", "title:", "author:", "cat:", "id:", "since:", "until:", "topic:",
          "trend", ">", ">=", "0.5", "7d", "~", "\"", "(", ")", "-", " ", " ", "cs.*", "word",
          "titel:", "f(x)", "*");

  @Test
  void readsEveryCanonicalFormAsTheSameQuery() {
    Random random = new Random(1);
    RandomNodes nodes = new RandomNodes(random);
    int read = 0;
    while (read < 5_000) {
      Node node = nodes.node(random.nextInt(5));
      String canonical = Canonical.of(node);
      if (tooMuch(node, canonical)) {
        continue;
      }
      PaperQuery query = PaperQuery.parse(canonical);
      assertThat(query.root()).as(canonical).isEqualTo(node);
      assertThat(query.canonical()).isEqualTo(canonical);
      read++;
    }
  }

  @Test
  void garbageIsReadOrRefusedWithItsPlace() {
    Random random = new Random(2);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      String text = random.nextBoolean() ? characters(random) : pieces(random);
      try {
        PaperQuery query = PaperQuery.parse(text);
        assertThat(PaperQuery.parse(query.canonical())).as(text).isEqualTo(query);
        assertThat(query.toLucene(TODAY)).isNotNull();
        read++;
      } catch (QuerySyntaxException refused) {
        assertThat(refused.position()).as(text).isBetween(0, text.length());
        assertThat(refused.problem()).isNotBlank();
        assertThat(refused.suggestion()).isNotBlank();
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  @Test
  void garbageIsAlwaysPlainWords() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      String text = random.nextBoolean() ? characters(random) : pieces(random);
      PaperQuery words = PaperQuery.words(text);
      assertThat(PaperQuery.parse(words.canonical())).as(text).isEqualTo(words);
    }
  }

  @Test
  void findsWhatLookingAtEveryPaperFinds() throws IOException {
    Random random = new Random(4);
    RandomNodes nodes = new RandomNodes(random);
    BruteForce bruteForce = new BruteForce(TODAY);
    int found = 0;
    int queries = 0;
    for (int round = 0; round < 20; round++) {
      List<PaperText> papers = new RandomPapers(random).papers(30);
      try (TestIndex index = new TestIndex(papers)) {
        for (int i = 0; i < 150; i++) {
          Node node = nodes.node(random.nextInt(4));
          String query = Canonical.of(node);
          if (tooMuch(node, query)) {
            continue;
          }
          TreeSet<String> expected =
              papers.stream()
                  .filter(paper -> bruteForce.matches(node, paper))
                  .map(PaperText::id)
                  .collect(Collectors.toCollection(TreeSet::new));
          assertThat(index.matches(query)).as("%s among %s", query, papers).isEqualTo(expected);
          queries++;
          found += expected.isEmpty() || expected.size() == papers.size() ? 0 : 1;
        }
      }
    }
    // Queries that find none or all would agree too easily.
    assertThat(found).isGreaterThan(queries / 2);
  }

  private static boolean tooMuch(Node node, String query) {
    List<Node> terms = new ArrayList<>();
    collect(node, terms);
    return query.length() > Parser.MOST_CHARS
        || terms.size() > Parser.MOST_TERMS
        || terms.stream().filter(Node.Meaning.class::isInstance).count() > Parser.MOST_MEANINGS;
  }

  private static void collect(Node node, List<Node> terms) {
    switch (node) {
      case Node.And(var parts) -> parts.forEach(part -> collect(part, terms));
      case Node.Or(var parts) -> parts.forEach(part -> collect(part, terms));
      case Node.Not(var part) -> collect(part, terms);
      case Node.In(_, var part) -> collect(part, terms);
      default -> terms.add(node);
    }
  }

  private static String characters(Random random) {
    return random
        .ints(random.nextInt(25), 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static String pieces(Random random) {
    return random
        .ints(random.nextInt(12), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }
}
