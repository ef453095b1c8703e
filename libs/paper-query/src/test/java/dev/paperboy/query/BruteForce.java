package dev.paperboy.query;

import dev.paperboy.events.TrendScore;
import dev.paperboy.query.TextParts.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Says whether a paper matches by looking at it, without an index: slow and easy to believe. */
final class BruteForce {
  private final LocalDate today;

  BruteForce(LocalDate today) {
    this.today = today;
  }

  boolean matches(Node node, PaperText paper) {
    return switch (node) {
      case Node.Everything() -> true;
      case Node.Meaning _ -> true;
      case Node.And(var parts) -> parts.stream().allMatch(part -> matches(part, paper));
      case Node.Or(var parts) -> parts.stream().anyMatch(part -> matches(part, paper));
      case Node.Not(var part) -> !matches(part, paper);
      case Node.In(var field, var part) -> within(part, value -> has(field, value, paper));
      case Node.Word _, Node.Phrase _, Node.Prefix _ ->
          text(node, paper.title()) || text(node, paper.abstractText());
      case Node.Since(var day) -> !paper.announced().isBefore(day.on(today));
      case Node.Until(var day) -> !paper.announced().isAfter(day.on(today));
      case Node.TrendAbove(var threshold, var orEqual) -> {
        double score = TrendScore.at(paper.trendParts(), paper.announced(), today);
        double least = threshold.doubleValue();
        yield orEqual ? score >= least : score > least;
      }
    };
  }

  private static boolean within(Node node, Predicate<Node> has) {
    return switch (node) {
      case Node.And(var parts) -> parts.stream().allMatch(part -> within(part, has));
      case Node.Or(var parts) -> parts.stream().anyMatch(part -> within(part, has));
      case Node.Not(var part) -> !within(part, has);
      default -> has.test(node);
    };
  }

  private static boolean has(Field field, Node node, PaperText paper) {
    return switch (field) {
      case TITLE -> text(node, paper.title());
      case ABSTRACT -> text(node, paper.abstractText());
      case AUTHOR -> paper.authors().stream().anyMatch(author -> author(node, author));
      case CATEGORY -> paper.categories().stream().anyMatch(c -> category(value(node), c));
      case TOPIC -> paper.topics().stream().anyMatch(t -> words(t).equals(words(value(node))));
      case SOURCE -> paper.source().equalsIgnoreCase(value(node));
      case ID -> {
        String id = value(node).replaceFirst("v\\d$", "");
        yield paper.id().equals(id) || paper.id().equals("arxiv:" + id);
      }
    };
  }

  private static boolean text(Node node, String text) {
    List<Set<String>> tokens = tokens(text);
    return switch (node) {
      case Node.Prefix(var start) ->
          tokens.stream()
              .flatMap(Set::stream)
              .anyMatch(t -> t.startsWith(start.toLowerCase(Locale.ROOT).replace("-", "")));
      case Node.Phrase(var words) -> follows(tokens, firsts(words));
      case Node.Word(var word) -> {
        boolean compound = TextParts.compounds(word).size() == 1;
        String joined = firsts(TextParts.joinedText(word)).getFirst();
        yield follows(tokens, firsts(word))
            || (compound && tokens.stream().anyMatch(t -> t.contains(joined)));
      }
      default -> throw new AssertionError(node);
    };
  }

  private static boolean follows(List<Set<String>> tokens, List<String> words) {
    for (int start = 0; start + words.size() <= tokens.size(); start++) {
      boolean all = true;
      for (int i = 0; i < words.size(); i++) {
        all &= tokens.get(start + i).contains(words.get(i));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean author(Node node, String author) {
    List<String> names = words(AuthorParts.inOrder(author));
    return switch (node) {
      case Node.Prefix(var start) -> names.stream().anyMatch(name -> name.startsWith(start));
      case Node.Word(var name) -> named(words(AuthorParts.inOrder(name)), 0, names, 0, 0);
      case Node.Phrase(var name) -> named(words(AuthorParts.inOrder(name)), 0, names, 0, 0);
      default -> throw new AssertionError(node);
    };
  }

  /** Tries every way to find the wanted names in order with at most two others between. */
  private static boolean named(
      List<String> wanted, int next, List<String> names, int from, int skipped) {
    if (next == wanted.size()) {
      return true;
    }
    for (int i = from; i < names.size(); i++) {
      int between = next == 0 ? 0 : skipped + i - from;
      if (between <= 2
          && sameName(wanted.get(next), names.get(i), next == wanted.size() - 1)
          && named(wanted, next + 1, names, i + 1, between)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameName(String wanted, String name, boolean last) {
    return wanted.length() == 1
        ? name.startsWith(wanted)
        : name.equals(wanted) || (!last && name.equals(wanted.substring(0, 1)));
  }

  private static boolean category(String wanted, String category) {
    String lower = wanted.toLowerCase(Locale.ROOT).replace(".*", "");
    return category.toLowerCase(Locale.ROOT).equals(lower)
        || category.toLowerCase(Locale.ROOT).startsWith(lower + ".");
  }

  private static String value(Node node) {
    return node instanceof Node.Word(var text) ? text : ((Node.Phrase) node).text();
  }

  private static List<String> words(String text) {
    return TextParts.compounds(text).stream().flatMap(List::stream).map(Part::text).toList();
  }

  /** The unjoined term of each position. */
  private static List<String> firsts(String text) {
    return Terms.of(text).inOrder();
  }

  /** What the index would hold at each position. */
  private static List<Set<String>> tokens(String text) {
    List<Set<String>> positions = new ArrayList<>();
    try (TokenStream tokens = PaperDocument.analyzer().tokenStream("title", text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() == 1) {
          positions.add(new TreeSet<>());
        }
        positions.getLast().add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return positions;
  }
}
