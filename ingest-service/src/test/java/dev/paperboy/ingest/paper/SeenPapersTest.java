package dev.paperboy.ingest.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenPapersTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-05-01");
  private final Paper paper = Papers.paper("2605.00001");
  private final SeenPaper seen = new SeenPaper(paper, Origin.HARVEST, 4, FIRST);

  @Test
  void anUnknownPaperIsNewOnItsOwnDate() {
    PaperChange change = SeenPapers.compare(null, paper, Origin.HARVEST);
    assertThat(change.kind()).isEqualTo(ChangeKind.NEW);
    assertThat(change.seq()).isEqualTo(1);
    assertThat(change.announced()).isEqualTo(paper.updated());
  }

  @Test
  void aRevisionOfAnUnknownPaperBelongsToItsFirstDay() {
    PaperChange change = SeenPapers.compare(null, Papers.revision(paper, 3, FIRST), Origin.HARVEST);
    assertThat(change.kind()).isEqualTo(ChangeKind.REPLACED);
    assertThat(change.announced()).isEqualTo(FIRST);
  }

  @Test
  void theSamePaperChangesNothing() {
    assertThat(SeenPapers.compare(seen, paper, Origin.HARVEST).kind()).isEqualTo(ChangeKind.NONE);
  }

  /** arXiv's harvest has names in TeX, its listing in Unicode. */
  @Test
  void theSameNamesWrittenAnotherWayChangeNothing() {
    SeenPaper listed = new SeenPaper(Papers.by("2605.00001", "S. Erdős"), Origin.LISTING, 1, FIRST);
    Paper harvested = Papers.by("2605.00001", "S. Erd\\H{o}s");

    assertThat(SeenPapers.compare(listed, harvested, Origin.HARVEST).kind())
        .isEqualTo(ChangeKind.NONE);
  }

  @Test
  void theSamePaperReadOnALaterDayChangesNothing() {
    Paper later = Papers.at(paper, paper.updated().plusDays(3));
    assertThat(SeenPapers.compare(seen, later, Origin.HARVEST).kind()).isEqualTo(ChangeKind.NONE);
  }

  @Test
  void aHigherVersionIsAReplacementThatKeepsTheFirstDate() {
    PaperChange change =
        SeenPapers.compare(
            seen, Papers.with(paper, 2, "Better.", paper.categories()), Origin.HARVEST);
    assertThat(change.kind()).isEqualTo(ChangeKind.REPLACED);
    assertThat(change.seq()).isEqualTo(5);
    assertThat(change.announced()).isEqualTo(FIRST);
  }

  @Test
  void aLowerVersionNeverTurnsAPaperBack() {
    SeenPaper second =
        new SeenPaper(
            Papers.with(paper, 2, "Better.", paper.categories()), Origin.HARVEST, 5, FIRST);
    assertThat(SeenPapers.compare(second, paper, Origin.HARVEST).kind()).isEqualTo(ChangeKind.NONE);
  }

  @Test
  void withoutVersionsAnOlderDateNeverTurnsAPaperBack() {
    Paper unversioned = Papers.with(paper, null, "Better.", paper.categories());
    SeenPaper before = new SeenPaper(unversioned, Origin.HARVEST, 2, FIRST);
    Paper older =
        Papers.at(
            Papers.with(paper, null, "Worse.", paper.categories()), paper.updated().minusDays(1));
    assertThat(SeenPapers.compare(before, older, Origin.HARVEST).kind()).isEqualTo(ChangeKind.NONE);
  }

  @Test
  void withoutVersionsANewAbstractIsAReplacement() {
    SeenPaper before =
        new SeenPaper(
            Papers.with(paper, null, "Old.", paper.categories()), Origin.HARVEST, 1, FIRST);
    Paper now = Papers.with(paper, null, "New.", paper.categories());
    assertThat(SeenPapers.compare(before, now, Origin.HARVEST).kind())
        .isEqualTo(ChangeKind.REPLACED);
  }

  @Test
  void aNewCategoryIsACrossList() {
    Paper now = Papers.with(paper, 1, paper.abstractText(), List.of("cs.CL", "cs.IR"));
    assertThat(SeenPapers.compare(seen, now, Origin.HARVEST).kind()).isEqualTo(ChangeKind.CROSS);
  }

  @Test
  void anotherCommentIsMetadata() {
    Paper now = Papers.commented(paper, "12 pages", false);
    assertThat(SeenPapers.compare(seen, now, Origin.HARVEST).kind()).isEqualTo(ChangeKind.METADATA);
  }

  @Test
  void aWithdrawalIsToldOnce() {
    Paper now = Papers.commented(paper, "withdrawn", true);
    PaperChange change = SeenPapers.compare(seen, now, Origin.HARVEST);
    assertThat(change.kind()).isEqualTo(ChangeKind.WITHDRAWN);
    SeenPaper after = new SeenPaper(now, Origin.HARVEST, change.seq(), FIRST);
    assertThat(SeenPapers.compare(after, now, Origin.HARVEST).kind()).isEqualTo(ChangeKind.NONE);
  }
}
