package dev.paperboy.notify.signup;

import dev.paperboy.events.PaperId;
import dev.paperboy.notify.example.BibEntry;
import dev.paperboy.notify.example.ExamplePart;
import dev.paperboy.notify.example.PastedPaper;
import dev.paperboy.notify.wording.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The field of example papers, read: ids, addresses, DOIs and BibTeX entries in any order.
 *
 * @param examples without repetition, in their order
 * @param problems what cannot be used
 */
record ExampleReading(List<Example> examples, List<LineProblem> problems) {
  private static final Wording WORDS = Wording.of("signup");

  private static final String NOT_CLOSED = WORDS.say("example.not-closed");
  private static final String NOT_HERE = WORDS.say("example.not-here");
  private static final String NOT_HERE_NO_ABSTRACT = WORDS.say("example.not-here-no-abstract");
  private static final String NO_PAPER = WORDS.say("example.no-paper");

  /** No address of a paper is longer. */
  private static final int LONGEST_LINE = 500;

  /**
   * An example.
   *
   * @param line where it begins, from 1
   * @param shown what it is called where something is wrong with it
   * @param id of the paper; null where only the text is known
   * @param pasted the text as a filter keeps it; null where there is none
   */
  record Example(int line, String shown, String id, String pasted) {
    String value() {
      return id == null ? pasted : id;
    }
  }

  ExampleReading {
    examples = List.copyOf(examples);
    problems = List.copyOf(problems);
  }

  static ExampleReading of(String text, int most) {
    List<Example> examples = new ArrayList<>();
    List<LineProblem> problems = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (ExamplePart part : ExamplePart.of(text)) {
      try {
        Example example = part.entry() == null ? line(part) : entry(part.line(), part.entry());
        if (values.contains(example.value())) {
          continue;
        }
        if (values.size() == most) {
          problems.add(
              LineProblem.of(part.line(), example.shown(), WORDS.say("example.too-many", most)));
          break;
        }
        values.add(example.value());
        examples.add(example);
      } catch (IllegalArgumentException e) {
        problems.add(LineProblem.of(part.line(), shown(part), e.getMessage()));
        if (problems.size() == most) {
          break;
        }
      }
    }
    return new ExampleReading(examples, problems);
  }

  private static String shown(ExamplePart part) {
    return part.entry() == null ? part.text() : part.entry().shown();
  }

  private static Example line(ExamplePart part) {
    if (part.text().length() > LONGEST_LINE) {
      throw new IllegalArgumentException(WORDS.say("example.long"));
    }
    String id = PaperId.read(part.text()).toString();
    return new Example(part.line(), id, id, null);
  }

  private static Example entry(int line, BibEntry entry) {
    String id = entry.paper().map(PaperId::toString).orElse(null);
    String pasted = entry.pasted().map(PastedPaper::written).orElse(null);
    if (id == null && pasted == null) {
      throw new IllegalArgumentException(entry.closed() ? NO_PAPER : NOT_CLOSED);
    }
    return new Example(line, entry.shown(), id, pasted);
  }

  /** Ids of those that have one. */
  Set<String> ids() {
    return examples.stream()
        .map(Example::id)
        .filter(id -> id != null)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a filter keeps. */
  List<String> values() {
    return examples.stream().map(Example::value).distinct().toList();
  }

  /**
   * The same once somebody has looked for the papers: those that are not there, and those that may
   * be or not, are known by what was pasted of them; where nothing was, the former are marked.
   */
  ExampleReading looked(Set<String> unknown, Set<String> unsure) {
    List<Example> looked = new ArrayList<>();
    List<LineProblem> all = new ArrayList<>(problems);
    for (Example example : examples) {
      boolean lacking = example.id() != null && unknown.contains(example.id());
      if (example.pasted() != null
          && example.id() != null
          && (lacking || unsure.contains(example.id()))) {
        looked.add(new Example(example.line(), example.shown(), null, example.pasted()));
      } else {
        looked.add(example);
        if (lacking) {
          all.add(
              LineProblem.of(
                  example.line(),
                  example.shown(),
                  example.shown().startsWith("@") ? NOT_HERE_NO_ABSTRACT : NOT_HERE));
        }
      }
    }
    return new ExampleReading(looked, all);
  }
}
