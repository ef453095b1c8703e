package dev.paperboy.notify.signup;

import dev.paperboy.notify.wording.Wording;
import dev.paperboy.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of one wish per line, read.
 *
 * @param values without repetition, in their order
 * @param problems lines that cannot be read; behind so many of them nothing is looked at
 */
record LineReading(List<String> values, List<LineProblem> problems) {
  private static final Wording WORDS = Wording.of("signup");

  /** How a line is read. */
  @FunctionalInterface
  interface Line {
    /**
     * What is kept of a line that is not blank; empty for nothing.
     *
     * @throws QuerySyntaxException where it is no query
     * @throws IllegalArgumentException with words for the reader, and behind a semicolon what to do
     */
    Optional<String> read(String line);
  }

  LineReading {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  static LineReading of(String text, int most, Line reader) {
    List<String> values = new ArrayList<>();
    List<LineProblem> problems = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      try {
        Optional<String> value = reader.read(line).filter(each -> !values.contains(each));
        if (value.isPresent() && values.size() == most) {
          problems.add(LineProblem.of(i + 1, line, WORDS.say("problem.lines", most)));
          break;
        }
        value.ifPresent(values::add);
      } catch (QuerySyntaxException e) {
        problems.add(LineProblem.of(i + 1, line, e));
      } catch (IllegalArgumentException e) {
        problems.add(LineProblem.of(i + 1, line, e.getMessage()));
      }
      if (problems.size() == most) {
        break;
      }
    }
    return new LineReading(values, problems);
  }
}
