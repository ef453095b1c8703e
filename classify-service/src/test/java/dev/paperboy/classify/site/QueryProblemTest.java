package dev.paperboy.classify.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueryProblemTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a autor:b c,2,a ,autor:b, c",
        "(a b,0,,(a, b",
        "a OR,4,a OR,⎵,",
        "a  b,1,a,⎵, b",
        "a,99,a,⎵,",
        "a,-1,,a,",
      })
  void marksThePlace(String query, int position, String before, String at, String after) {
    QueryProblem problem = QueryProblem.of(query, position, "p", "s");
    assertThat(problem)
        .isEqualTo(
            new QueryProblem(
                before == null ? "" : before, at, after == null ? "" : after, "p", "s"));
  }

  static Iterable<QueryExample> examples() {
    return QueryExample.ALL;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatWeSuggestCanBeAsked(QueryExample example) {
    assertThat(PaperQuery.parse(example.query()).isEmpty()).isFalse();
  }

  @Test
  void aRealProblemIsMarkedWhereItIs() {
    String query = "robots autor:hinton";
    try {
      PaperQuery.parse(query);
      throw new AssertionError("was read: " + query);
    } catch (QuerySyntaxException e) {
      QueryProblem problem = QueryProblem.of(query, e.position(), e.problem(), e.suggestion());
      assertThat(problem.before()).isEqualTo("robots ");
      assertThat(problem.at()).isEqualTo("autor:hinton");
    }
  }
}
