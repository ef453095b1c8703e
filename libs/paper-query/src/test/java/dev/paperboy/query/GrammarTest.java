package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.Node.And;
import dev.paperboy.query.Node.Everything;
import dev.paperboy.query.Node.In;
import dev.paperboy.query.Node.Meaning;
import dev.paperboy.query.Node.Not;
import dev.paperboy.query.Node.Or;
import dev.paperboy.query.Node.Phrase;
import dev.paperboy.query.Node.Prefix;
import dev.paperboy.query.Node.Since;
import dev.paperboy.query.Node.TrendAbove;
import dev.paperboy.query.Node.Until;
import dev.paperboy.query.Node.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
  private static final Word A = new Word("a");
  private static final Word B = new Word("b");
  private static final Word C = new Word("c");

  static Stream<Arguments> readings() {
    return Stream.of(
        reading("", new Everything()),
        reading(" \t\n ", new Everything()),
        reading("& – .", new Everything()),
        reading("a", A),
        reading("a b", all(A, B)),
        reading("a AND b", all(A, B)),
        reading("a & b", all(A, B)),
        reading("a and b", all(A, new Word("and"), B)),
        reading("a OR b", any(A, B)),
        reading("a OR b c", any(A, all(B, C))),
        reading("a b OR c", any(all(A, B), C)),
        reading("(a OR b) c", all(any(A, B), C)),
        reading("a (b (c))", all(A, B, C)),
        reading("a OR (b OR c)", any(A, B, C)),
        reading("-a", new Not(A)),
        reading("NOT a", new Not(A)),
        reading("--a", A),
        reading("NOT -a", A),
        reading("-(a b)", new Not(all(A, B))),
        reading("a - b", all(A, B)),
        reading("\"a  b\"", new Phrase("a b")),
        reading("\u201ca b\u201d", new Phrase("a b")),
        reading("\"a\"b", all(new Phrase("a"), B)),
        reading("\"AND\"", new Phrase("AND")),
        reading("transform*", new Prefix("transform")),
        reading("pre-train*", new Prefix("pre-train")),
        reading("f(x)", new Word("f(x)")),
        reading("(f(x) OR a)", any(new Word("f(x)"), A)),
        reading("$\\mathcal{O}(n)$", new Word("$\\mathcal{O}(n)$")),
        reading("C++", new Word("C++")),
        reading("10:30", new Word("10:30")),
        reading("std::vector", new Word("std::vector")),
        reading("Mamba: a", all(new Word("Mamba:"), A)),
        reading("title:a", new In(Field.TITLE, A)),
        reading("Title:a", new In(Field.TITLE, A)),
        reading("abstract:\"a b\"", new In(Field.ABSTRACT, new Phrase("a b"))),
        reading("title:(a OR b)", new In(Field.TITLE, any(A, B))),
        reading("title:(a -b)", new In(Field.TITLE, all(A, new Not(B)))),
        reading("title:(a) b", all(new In(Field.TITLE, A), B)),
        reading("-title:a", new Not(new In(Field.TITLE, A))),
        reading("author:\"Ada Lovelace\"", new In(Field.AUTHOR, new Phrase("Ada Lovelace"))),
        reading("author:lovel*", new In(Field.AUTHOR, new Prefix("lovel"))),
        reading("cat:cs.*", new In(Field.CATEGORY, new Word("cs.*"))),
        reading(
            "cat:(cs.LG OR hep-th)",
            new In(Field.CATEGORY, any(new Word("cs.LG"), new Word("hep-th")))),
        reading("topic:\"deep sets\"", new In(Field.TOPIC, new Phrase("deep sets"))),
        reading("source:arxiv", new In(Field.SOURCE, new Word("arxiv"))),
        reading("id:arxiv:2405.14906", new In(Field.ID, new Word("arxiv:2405.14906"))),
        reading(
            "id:(arxiv:2405.14906 OR biorxiv:10.1101/1)",
            new In(Field.ID, any(new Word("arxiv:2405.14906"), new Word("biorxiv:10.1101/1")))),
        reading("since:7d", new Since(new DayBound.DaysAgo(7))),
        reading("until:4W", new Until(new DayBound.WeeksAgo(4))),
        reading("since:2026-05-12", new Since(new DayBound.Day(LocalDate.of(2026, 5, 12)))),
        reading("since:\"2026-05-12\"", new Since(new DayBound.Day(LocalDate.of(2026, 5, 12)))),
        reading("trend>0.80", new TrendAbove(new BigDecimal("0.8"), false)),
        reading("trend >= 100", new TrendAbove(new BigDecimal("100"), true)),
        reading("~\"a b\"", new Meaning("a b")),
        reading("a OR ~\"b\"", any(A, new Meaning("b"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void readsWhatIsMeant(String text, Node meant) {
    assertThat(PaperQuery.parse(text).root()).isEqualTo(meant);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void readsItsCanonicalFormAsTheSame(String text, Node meant) {
    PaperQuery query = PaperQuery.parse(text);

    assertThat(PaperQuery.parse(query.canonical())).isEqualTo(query);
    assertThat(query.root()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "a   AND b, a b",
        "NOT a, -a",
        "((a)), a",
        "a b OR c d, a AND b OR c AND d",
        "a AND (b OR c), a (b OR c)",
        "NOT (a OR b), -(a OR b)",
        "TITLE:(a), title:a",
        "title:(-a), title:(-a)",
        "trend > 0.50, trend>0.5",
        "SINCE:07D, since:7d",
        "Topic:\"Deep  sets\", topic:\"Deep sets\"",
        "~\"papers  about b\" a, ~\"papers about b\" a",
      })
  void hasOneSpelling(String text, String canonical) {
    assertThat(PaperQuery.parse(text).canonical()).isEqualTo(canonical);
  }

  @Test
  void keepsMeaningsInOrder() {
    assertThat(PaperQuery.parse("~\"one\" a (b OR ~\"two\")").meanings())
        .containsExactly("one", "two");
  }

  @Test
  void onlyTheEmptyQueryIsEmpty() {
    assertThat(PaperQuery.parse("  ").isEmpty()).isTrue();
    assertThat(PaperQuery.parse("-a").isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"open quote | open quote",
        "titel:foo (bar | titel foo bar",
        "a AND OR b | a and or b",
        "trend>0.8 | trend 0.8",
        "pre-training with C++ & GPT-4! | pre-training with C++ GPT-4",
        "*.* | ''",
      })
  void takesAnythingAsPlainWords(String text, String canonical) {
    PaperQuery words = PaperQuery.words(text);

    assertThat(words.canonical()).isEqualTo(canonical);
    assertThat(PaperQuery.parse(canonical)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 5_000})
  void takesOnlyAsManyPlainWordsAsAQueryMayHave(int count) {
    PaperQuery words = PaperQuery.words("word ".repeat(count));

    assertThat(words.canonical().split(" ")).hasSize(Math.min(count, 64));
  }

  private static Arguments reading(String text, Node meant) {
    return Arguments.of(text, meant);
  }

  private static Node all(Node... parts) {
    return new And(List.of(parts));
  }

  private static Node any(Node... parts) {
    return new Or(List.of(parts));
  }
}
