package dev.paperboy.query;

import dev.paperboy.query.TextParts.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds one author by name. An initial stands for every name that begins so, and a given name also
 * finds its bare initial, which is all that some sources print; the last name must be equal. Up to
 * two more names may stand between.
 */
final class AuthorQuery {
  private static final int NAMES_BETWEEN = 2;

  private AuthorQuery() {}

  static Query of(String name) {
    List<String> names =
        AuthorParts.names(AuthorParts.inOrder(name)).stream().map(Part::text).toList();
    return switch (names.size()) {
      case 0 -> new MatchNoDocsQuery("no name");
      case 1 -> new TermQuery(new Term(PaperDocument.AUTHOR, last(names.getFirst())));
      default ->
          new IntervalQuery(
              PaperDocument.AUTHOR,
              Intervals.maxgaps(
                  NAMES_BETWEEN,
                  Intervals.ordered(
                      IntStream.range(0, names.size())
                          .mapToObj(i -> source(names.get(i), i == names.size() - 1))
                          .toArray(IntervalsSource[]::new))));
    };
  }

  private static IntervalsSource source(String name, boolean last) {
    return last || AuthorParts.isInitial(name)
        ? Intervals.term(last(name))
        : Intervals.or(Intervals.term(name), Intervals.term(AuthorParts.firstLetter(name)));
  }

  private static String last(String name) {
    return AuthorParts.isInitial(name) ? AuthorParts.initial(name) : name;
  }
}
