package dev.paperboy.pagekit.cite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.latex.ReadableMath;
import dev.paperboy.pagekit.paper.Paper;
import java.time.LocalDate;
import java.util.List;

/** An item of CSL-JSON 1.0.2, as citeproc, Pandoc and Zotero read it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CslItem(
    String id,
    String type,
    String genre,
    String title,
    List<Name> author,
    @JsonProperty("abstract") String abstractText,
    CslDate issued,
    String publisher,
    String number,
    String archive,
    @JsonProperty("DOI") String doi,
    @JsonProperty("URL") String url,
    String status) {

  /** A person by family and given name, or a group by its literal name. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Name(String family, String given, String literal) {
    static Name of(String announced) {
      PersonName name = PersonName.of(announced);
      return name.given().isEmpty()
          ? new Name(null, null, name.family())
          : new Name(name.family(), name.given(), null);
    }
  }

  /** Year, month, day. */
  public record CslDate(@JsonProperty("date-parts") List<List<Integer>> parts) {
    static CslDate of(LocalDate date) {
      return new CslDate(
          List.of(List.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth())));
    }
  }

  /** The item of a paper. */
  public static CslItem of(Paper paper) {
    return new CslItem(
        paper.id().toString(),
        "article",
        "Preprint",
        ReadableMath.of(paper.title()),
        paper.authors().stream().map(Name::of).toList(),
        ReadableMath.of(paper.abstractText()),
        CslDate.of(paper.announced()),
        paper.archiveName(),
        paper.id().toString(),
        paper.archiveName(),
        Reference.doi(paper),
        paper.abstractUrl(),
        paper.withdrawn() ? "withdrawn" : null);
  }
}
