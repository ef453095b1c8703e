package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySyntaxExceptionTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        // text | position | problem | suggestion
        "a \"b c | 2 | this quote is never closed | close the quote",
        "a \"\" | 2 | no words in these quotes | write words",
        "a \"$\" | 2 | no words in these quotes | write words",
        "a ~\"b | 3 | this quote is never closed | close the quote",
        "a ~b c | 2 | ~ is followed by no quote | ~\"b\"",
        "(a OR b | 0 | this parenthesis is never closed | close it with )",
        "a ( | 2 | this parenthesis is never closed | close it with )",
        "a) b | 1 | this parenthesis closes none | remove it",
        ") | 0 | this parenthesis closes none | remove it",
        "a () | 2 | these parentheses are empty | remove them",
        "a OR | 2 | OR has nothing on its right | add a word",
        "a OR OR b | 2 | OR has nothing on its right | add a word",
        "a AND | 2 | AND has nothing on its right | add a word",
        "OR a | 0 | OR has nothing on its left | \"OR\"",
        "a (OR b) | 3 | OR has nothing on its left | add a word",
        "a NOT | 2 | NOT has nothing on its right | add a word",
        "'a || b' | 2 | is no operator here | write OR",
        "a && b | 2 | && is no operator here | write AND",
        "a !b | 2 | ! does not exclude here | write -b",
        "a autor:x | 2 | there is no field autor: | did you mean author:?",
        "tilte:x | 0 | there is no field tilte: | did you mean title:?",
        "autor: x | 0 | there is no field autor: | did you mean author:?",
        "au:x | 0 | there is no field au: | did you mean author:?",
        "before:2026-01-01 | 0 | there is no field before: | did you mean until:?",
        "since2:x y:z | 9 | there is no field y: | \"y:z\"",
        "foo:bar | 0 | there is no field foo: | \"foo:bar\"",
        "arxiv:2405.14906 | 0 | there is no field arxiv: | id:arxiv:2405.14906",
        "a title: b | 2 | nothing right behind title: | title:b",
        "a title: | 2 | nothing right behind title: | title:word",
        "since: | 0 | nothing right behind since: | since:7d",
        "a title:-b | 8 | a minus cannot stand behind the colon | -title:b",
        "title:& | 6 | there are no words in \"&\" | write a word",
        "title:(a author:b) | 9 | author: stands within the parentheses of title: | close them",
        "title:(a ~\"b\") | 9 | a meaning stands within the parentheses of title: | close them",
        "title:(trend>1) | 7 | trend stands within the parentheses of title: | close them",
        "since:(7d) | 6 | since: takes one day | since:7d",
        "a since:yesterday | 8 | \"yesterday\" is no day | 7d",
        "since:2026-02-30 | 6 | there is no day 2026-02-30 | 2026-05-12",
        "since:2026-5-1 | 6 | \"2026-5-1\" is no day | 2026-05-12",
        "a trend<1 | 2 | \"trend<1\" is no comparison | trend>0.8",
        "trend>high | 0 | \"trend>high\" is no comparison | trend>0.8",
        "trend:0.8 | 0 | trend is compared | trend>0.8",
        "a *former | 2 | a word cannot begin with a star | transform*",
        "title:*former | 6 | a word cannot begin with a star | transform*",
        "a * | 2 | a star alone | leave it out",
        "a A* | 2 | a star needs at least 3 letters | \"A*\"",
        "a /tr.*n/ | 2 | no regular expressions | transform*",
        "cat:c* | 4 | cat: knows no star here | cs.*",
        "cat:cs.L* | 4 | cat: knows no star here | cs.*",
        "topic:deep* | 6 | topic: knows no star here | whole value",
        "~\"a\" OR ~\"b\" ~\"c\" OR ~\"d\" | 21 | a query may have 3 texts behind «~» at most | remove some",
        "a -~\"b\" | 3 | a meaning cannot be excluded | -word",
      })
  void namesThePlaceAndWhatToDo(String text, int position, String problem, String suggestion) {
    QuerySyntaxException error =
        catchThrowableOfType(QuerySyntaxException.class, () -> PaperQuery.parse(text));

    assertThat(error).as(text).isNotNull();
    assertThat(error.problem()).contains(problem);
    assertThat(error.suggestion()).contains(suggestion);
    assertThat(error.position()).isEqualTo(position);
    assertThat(error).hasMessage(error.problem() + "; " + error.suggestion());
  }

  @Test
  void refusesLongQueries() {
    assertThat(PaperQuery.parse("a".repeat(1_000)).isEmpty()).isFalse();
    assertThat(refused("a".repeat(1_001)).position()).isEqualTo(1_000);
  }

  @Test
  void refusesManyTerms() {
    assertThat(PaperQuery.parse("a ".repeat(64)).isEmpty()).isFalse();
    assertThat(refused("a ".repeat(65)).position()).isEqualTo(128);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(PaperQuery.parse("(".repeat(20) + "a" + ")".repeat(20)).canonical()).isEqualTo("a");
    assertThat(refused("(".repeat(21) + "a" + ")".repeat(21)).position()).isEqualTo(20);
    assertThat(refused("(".repeat(1_000)).position()).isEqualTo(20);
  }

  private static QuerySyntaxException refused(String text) {
    return catchThrowableOfType(QuerySyntaxException.class, () -> PaperQuery.parse(text));
  }
}
