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

/** Replaces words that no paper has by the nearest, and then the commonest, that papers have. */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 7;

  /** Each costs a walk through the index's words. */
  private static final int MOST_WORDS = 4;

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
        || !folded.chars().allMatch(Character::isLetter)
        || occurs(terms.inOrder().getFirst())
        || ++looked > MOST_WORDS) {
      return word;
    }
    String nearest = nearest(folded);
    return nearest == null ? word : nearest;
  }

  private boolean occurs(String term) throws IOException {
    for (String field : FIELDS) {
      if (papers.docFreq(new Term(field, term)) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Null where nothing is near. */
  private String nearest(String word) throws IOException {
    Map<String, Integer> papersWith = new HashMap<>();
    for (String field : FIELDS) {
      org.apache.lucene.index.Terms known = MultiTerms.getTerms(papers, field);
      if (known != null) {
        FuzzyTermsEnum near =
            new FuzzyTermsEnum(known, new Term(field, word), word.length() < LONG ? 1 : 2, 1, true);
        for (BytesRef term = near.next(); term != null; term = near.next()) {
          papersWith.merge(term.utf8ToString(), near.docFreq(), Integer::sum);
        }
      }
    }
    String best = null;
    int bestEdits = Integer.MAX_VALUE;
    for (Map.Entry<String, Integer> one : papersWith.entrySet()) {
      int edits = Suggestions.edits(word, one.getKey());
      if (edits < bestEdits
          || edits == bestEdits && one.getValue() > papersWith.get(best)
          || edits == bestEdits
              && one.getValue().equals(papersWith.get(best))
              && one.getKey().compareTo(best) < 0) {
        best = one.getKey();
        bestEdits = edits;
      }
    }
    return best;
  }
}
