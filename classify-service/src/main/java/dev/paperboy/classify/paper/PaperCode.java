package dev.paperboy.classify.paper;

import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.pagekit.paper.CodeLink;
import java.util.List;
import java.util.Optional;

/** The place of a paper's code. */
public final class PaperCode {
  private PaperCode() {}

  /** Where the authors say, else where those who discuss the paper know it. */
  public static Optional<String> of(PaperCard card, List<Discussion> discussions) {
    return CodeLink.in(card.comments(), card.abstractText())
        .or(
            () ->
                CodeLink.in(
                    discussions.stream().map(Discussion::repository).toArray(String[]::new)));
  }
}
