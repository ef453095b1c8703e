package dev.paperboy.ingest.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Origin;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.paper.PaperChange;
import dev.paperboy.ingest.paper.SeenPaper;
import dev.paperboy.ingest.specimen.SpecimenPapers;
import java.time.LocalDate;
import java.util.List;

/**
 * The body of {@code papers.announced.v1}; contracts/papers.announced/v1.schema.json tells each
 * field.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AnnouncedPaper(
    PaperId id,
    long seq,
    String kind,
    String source,
    Integer version,
    String title,
    @JsonProperty("abstract") String abstractText,
    List<String> authors,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<String> authorsRaw,
    List<String> categories,
    String comments,
    String journalRef,
    String doi,
    String license,
    LocalDate submitted,
    LocalDate announced,
    LocalDate updated,
    boolean withdrawn,
    boolean specimen) {

  static AnnouncedPaper of(PaperChange change) {
    Paper paper = change.paper();
    return new AnnouncedPaper(
        paper.id(),
        change.seq(),
        change.kind().written(),
        paper.source(),
        paper.version(),
        paper.title(),
        paper.abstractText(),
        paper.names(),
        paper.names().equals(paper.authors()) ? null : paper.authors(),
        paper.categories(),
        paper.comments(),
        paper.journalRef(),
        paper.doi(),
        paper.license(),
        paper.submitted(),
        change.announced(),
        paper.updated(),
        paper.withdrawn(),
        paper.source().equals(SpecimenPapers.ARCHIVE));
  }

  private boolean isRevised() {
    return version != null && version > 1;
  }

  SeenPaper seen(Origin origin) {
    Paper paper =
        new Paper(
            id,
            source,
            version,
            title,
            abstractText,
            authorsRaw == null ? authors : authorsRaw,
            categories,
            comments,
            journalRef,
            doi,
            license,
            submitted,
            isRevised(),
            updated,
            withdrawn);
    return new SeenPaper(paper, origin, seq, announced);
  }
}
