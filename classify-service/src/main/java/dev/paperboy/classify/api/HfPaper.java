package dev.paperboy.classify.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.pagekit.paper.CodeLink;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper in the shape of the Hugging Face papers API.
 *
 * @param upvotes votes that are known here; none are as yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HfPaper(
    String id,
    List<Author> authors,
    String publishedAt,
    String title,
    String summary,
    int upvotes,
    String githubRepo,
    @JsonProperty("ai_keywords") List<String> keywords) {

  record Author(String name, boolean hidden) {}

  /** An entry of a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(HfPaper paper, String publishedAt, String title, String summary, int numComments) {
    static Entry of(PaperCard card) {
      HfPaper paper = HfPaper.of(card);
      return new Entry(paper, paper.publishedAt(), paper.title(), paper.summary(), 0);
    }
  }

  static HfPaper of(PaperCard card) {
    return new HfPaper(
        card.id().archive().equals("arxiv") ? card.id().local() : card.id().toString(),
        card.authors().stream().map(name -> new Author(ReadableMath.of(name), false)).toList(),
        instant(card.announced()),
        ReadableMath.of(card.title()),
        card.abstractText(),
        0,
        CodeLink.in(card.comments(), card.abstractText())
            .filter(code -> code.startsWith("https://github.com/"))
            .orElse(null),
        card.tags().stream().map(Tag::name).toList());
  }

  /** Clients read just this form, with milliseconds. */
  private static String instant(LocalDate day) {
    return day + "T00:00:00.000Z";
  }
}
