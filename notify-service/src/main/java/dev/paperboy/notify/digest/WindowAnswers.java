package dev.paperboy.notify.digest;

import dev.paperboy.notify.likeness.Recent;
import dev.paperboy.query.Node;
import dev.paperboy.query.PaperQuery;
import java.util.List;
import java.util.function.Function;

/**
 * What a window's index answers, remembered by the smallest parts of queries: readers ask for the
 * same words in ever new combinations. Parts are put together as Lucene's boolean queries do it:
 * scores add up.
 */
final class WindowAnswers {
  /** A word is found in some fifteen papers of a day, so that these are some megabytes. */
  private static final int REMEMBERED = 20_000;

  private final Function<PaperQuery, Hits> index;
  private final Recent<String, Hits> known = new Recent<>(REMEMBERED);

  /**
   * @param index finds a query's papers with their scores
   */
  WindowAnswers(Function<PaperQuery, Hits> index) {
    this.index = index;
  }

  /** What a query without meanings finds. */
  Hits of(PaperQuery query) {
    return of(query.root());
  }

  private Hits of(Node node) {
    return switch (node) {
      case Node.And(var parts) when !parts.stream().allMatch(Node.Not.class::isInstance) ->
          all(parts);
      case Node.Or(var parts) when parts.stream().noneMatch(Node.Not.class::isInstance) ->
          any(parts);
      default -> asked(PaperQuery.part(node));
    };
  }

  private Hits asked(PaperQuery part) {
    Hits before = known.get(part.canonical());
    if (before != null) {
      return before;
    }
    Hits found = index.apply(part);
    known.put(part.canonical(), found);
    return found;
  }

  private Hits all(List<Node> parts) {
    Hits all = null;
    for (Node part : parts) {
      if (!(part instanceof Node.Not)) {
        all = all == null ? of(part) : all.and(of(part));
      }
      if (all != null && all.size() == 0) {
        return all;
      }
    }
    for (Node part : parts) {
      if (part instanceof Node.Not(var excluded)) {
        all = all.without(of(excluded));
      }
    }
    return all;
  }

  private Hits any(List<Node> parts) {
    Hits any = Hits.NONE;
    for (Node part : parts) {
      any = any.or(of(part));
    }
    return any;
  }
}
