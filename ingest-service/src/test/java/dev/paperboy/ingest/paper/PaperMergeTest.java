package dev.paperboy.ingest.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fields count where two sources describe a paper. */
class PaperMergeTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-05-11");

  @ParameterizedTest(name = "{0} v{1}, then {2} v{3}: {4}, {5}")
  @CsvSource({
    // origin and version known, origin and version told now, whose text counts, what is announced
    "HARVEST, 1, LISTING, 1, HARVEST, NONE",
    "HARVEST, 1, API,     1, HARVEST, NONE",
    "HARVEST, 1, HARVEST, 1, now,     METADATA",
    "API,     1, LISTING, 1, API,     NONE",
    "API,     1, HARVEST, 1, now,     METADATA",
    "LISTING, 1, API,     1, now,     METADATA",
    "LISTING, 1, HARVEST, 1, now,     METADATA",
    "HARVEST, 1, LISTING, 2, now,     REPLACED",
    "HARVEST, 2, LISTING, 1, HARVEST, NONE",
    "LISTING, 2, HARVEST, 1, LISTING, NONE",
    "LISTING, 2, HARVEST, 2, now,     METADATA",
    "LISTING, 1, HARVEST,  , now,     REPLACED",
    "HARVEST,  , LISTING, 1, HARVEST, NONE",
  })
  void theRicherOriginCountsAndALaterVersionBeforeAll(
      Origin had, Integer before, Origin has, Integer now, String whose, ChangeKind kind) {
    Paper known = titled(Papers.paper("2605.00001"), "as known", before);
    Paper told = titled(Papers.paper("2605.00001"), "as told", now);

    PaperChange change = SeenPapers.compare(new SeenPaper(known, had, 3, FIRST), told, has);

    assertThat(change.paper().title()).isEqualTo(whose.equals("now") ? "as told" : "as known");
    assertThat(change.origin()).isEqualTo(whose.equals("now") ? has : had);
    assertThat(change.kind()).isEqualTo(kind);
  }

  @Test
  void aListingDoesNotTakeCommentsAndFirstDayAway() {
    Paper known = full("3 pages", "http://example.org/l", FIRST);
    Paper listed = Papers.with(full(null, "http://example.org/l", null), 2, "Better.", List.of());
    PaperMerge merge = PaperMerge.of(known, Origin.HARVEST, listed, Origin.LISTING);
    assertThat(merge.paper().comments()).isEqualTo("3 pages");
    assertThat(merge.paper().submitted()).isEqualTo(FIRST);
    assertThat(merge.paper().abstractText()).isEqualTo("Better.");
  }

  @Test
  void theApiDoesNotTakeTheLicenceAway() {
    Paper listed = full(null, "http://example.org/l", null);
    Paper asked = full("3 pages", null, FIRST);
    PaperMerge merge = PaperMerge.of(listed, Origin.LISTING, asked, Origin.API);
    assertThat(merge)
        .isEqualTo(new PaperMerge(full("3 pages", "http://example.org/l", FIRST), Origin.API));
  }

  @Test
  void whatARichSourceLeavesEmptyIsEmpty() {
    Paper harvested = full(null, null, FIRST);
    Paper listed = full(null, "http://example.org/l", null);
    assertThat(PaperMerge.of(harvested, Origin.HARVEST, listed, Origin.LISTING).paper())
        .isEqualTo(harvested);
    assertThat(PaperMerge.of(listed, Origin.LISTING, harvested, Origin.HARVEST).paper())
        .isEqualTo(harvested);
  }

  @Test
  void aNoticeOfWithdrawalIsNotCarriedIntoTheNextVersion() {
    Paper withdrawn = Papers.commented(full(null, null, FIRST), "withdrawn", true);
    Paper next = Papers.with(full(null, null, null), 2, "Better.", List.of("cs.CL"));
    PaperMerge merge = PaperMerge.of(withdrawn, Origin.HARVEST, next, Origin.LISTING);
    assertThat(merge.paper().comments()).isNull();
    assertThat(merge.paper().withdrawn()).isFalse();
  }

  @Test
  void theDayOfAnnouncementNeverGoesBack() {
    Paper listed = full(null, null, null);
    Paper asked = Papers.at(full("3 pages", null, FIRST), listed.updated().minusDays(4));
    assertThat(PaperMerge.of(listed, Origin.LISTING, asked, Origin.API).paper().updated())
        .isEqualTo(listed.updated());
  }

  @Test
  void threeSourcesThatRepeatThemselvesComeToRest() {
    Paper harvested = full("3 pages", "http://example.org/l", FIRST);
    Paper listed = full(null, "http://example.org/l", null);
    Paper asked = full("3 pages", null, FIRST);
    SeenPaper seen = new SeenPaper(listed, Origin.LISTING, 1, FIRST);
    for (int day = 0; day < 3; day++) {
      seen = next(seen, harvested, Origin.HARVEST);
      seen = next(seen, listed, Origin.LISTING);
      seen = next(seen, asked, Origin.API);
    }
    assertThat(seen).isEqualTo(new SeenPaper(harvested, Origin.HARVEST, 2, FIRST));
  }

  @Test
  void aRevisionThatOnlyAListingTellsOfIsLeftToTheHarvest() {
    Paper revision = Papers.revision(Papers.paper("2605.00001"), 2, null);
    assertThat(SeenPapers.compare(null, revision, Origin.LISTING).kind())
        .isEqualTo(ChangeKind.NONE);
  }

  private static SeenPaper next(SeenPaper seen, Paper now, Origin origin) {
    PaperChange change = SeenPapers.compare(seen, now, origin);
    return new SeenPaper(change.paper(), change.origin(), change.seq(), change.announced());
  }

  private static Paper titled(Paper p, String title, Integer version) {
    return new Paper(
        p.id(),
        p.source(),
        version,
        title,
        p.abstractText(),
        p.authors(),
        p.categories(),
        null,
        null,
        null,
        null,
        null,
        false,
        p.updated(),
        false);
  }

  private static Paper full(String comments, String license, LocalDate submitted) {
    Paper p = Papers.paper("2605.00001");
    return new Paper(
        p.id(),
        p.source(),
        1,
        p.title(),
        p.abstractText(),
        p.authors(),
        p.categories(),
        comments,
        null,
        null,
        license,
        submitted,
        false,
        p.updated(),
        false);
  }
}
