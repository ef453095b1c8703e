package dev.paperboy.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Replaces words that no paper has by the nearest, and then the commonest, that papers have. A word
 * of very few papers, who may have mistyped it too, gives way to a far commoner one.
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 7;

  /** Each costs a walk through the index's words. */
  private static final int MOST_WORDS = 4;

  /** As many papers may make the same mistake. */
  private static final int FEW = 2;

  private static final int TIMES_AS_COMMON = 100;

  private static final List<String> FIELDS = List.of(PaperDocument.TITLE, PaperDocument.ABSTRACT);

  private final IndexReader papers;
  private int looked;

  Spelling(IndexReader papers) {
    this.papers = papers;
  }

  Node corrected(Node node) throws IOException {
    return switch (node) {
      case Node.Word(var word) -> new Node.Word(corrected(word));
      case Node.And(var parts) -> new Node.And(corrected(parts));
      case Node.Or(var parts) -> new Node.Or(corrected(parts));
      case Node.In(Field field, var part) when field == Field.TITLE || field == Field.ABSTRACT ->
          new Node.In(field, corrected(part));
      default -> node;
    };
  }

  private List<Node> corrected(List<Node> parts) throws IOException {
    List<Node> corrected = new ArrayList<>(parts.size());
    for (Node part : parts) {
      corrected.add(corrected(part));
    }
    return corrected;
  }

  private String corrected(String word) throws IOException {
    Terms terms = Terms.of(word);
    String folded = TextParts.joinedText(word);
    if (terms.inOrder().size() != 1
        || folded.length() < SHORTEST
        || !folded.chars().allMatch(Character::isLetter)) {
      return word;
    }
    int papersWith = papersWith(terms.inOrder().getFirst());
    if (papersWith > FEW || ++looked > MOST_WORDS) {
      return word;
    }
    // What papers have is seldom a mistake, and never a double one.
    int edits = papersWith > 0 || folded.length() < LONG ? 1 : 2;
    String nearest = nearest(folded, edits, papersWith * TIMES_AS_COMMON);
    return nearest == null ? word : nearest;
  }

  private int papersWith(String term) throws IOException {
    int papersWith = 0;
    for (String field : FIELDS) {
      papersWith = Math.max(papersWith, papers.docFreq(new Term(field, term)));
    }
    return papersWith;
  }

  /**
   * Null where nothing is near.
   *
   * @param edits at most
   * @param least papers that must have it
   */
  private String nearest(String word, int edits, int least) throws IOException {
    Map<String, Integer> papersWith = new HashMap<>();
    for (String field : FIELDS) {
      org.apache.lucene.index.Terms known = MultiTerms.getTerms(papers, field);
      if (known != null) {
        FuzzyTermsEnum near = new FuzzyTermsEnum(known, new Term(field, word), edits, 1, true);
        for (BytesRef term = near.next(); term != null; term = near.next()) {
          papersWith.merge(term.utf8ToString(), near.docFreq(), Integer::sum);
        }
      }
    }
    papersWith.remove(word);
    papersWith.values().removeIf(count -> count < least);
    String best = null;
    int bestEdits = Integer.MAX_VALUE;
    for (Map.Entry<String, Integer> one : papersWith.entrySet()) {
      int its = Suggestions.edits(word, one.getKey());
      if (its < bestEdits
          || its == bestEdits && one.getValue() > papersWith.get(best)
          || its == bestEdits
              && one.getValue().equals(papersWith.get(best))
              && one.getKey().compareTo(best) < 0) {
        best = one.getKey();
        bestEdits = its;
      }
    }
    return best;
  }
}
