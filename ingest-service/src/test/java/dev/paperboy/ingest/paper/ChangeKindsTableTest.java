package dev.paperboy.ingest.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A paper as sources describe it one after the other, and what each description is announced as.
 *
 * <p>Words of a description: {@code v2} or {@code -} its version, {@code a=} abstract, {@code c=}
 * categories, {@code m=} comment, {@code w} withdrawn, {@code d=1} days later, {@code L} by the
 * listing and {@code A} by the API instead of the harvest.
 */
class ChangeKindsTableTest {
  private static final List<String> ROWS = new ArrayList<>();

  @AfterAll
  static void print() {
    ROWS.forEach(System.out::println);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one change at a time | v1 | NEW",
        "the same again | v1 > v1 | NEW NONE",
        "the same on a later day | v1 > v1 d=3 | NEW NONE",
        "a new version | v1 > v2 a=B | NEW REPLACED",
        "a new version, same text | v1 > v2 | NEW REPLACED",
        "two versions at once | v1 > v3 a=B | NEW REPLACED",
        "a category more | v1 c=cs.CL > v1 c=cs.CL,cs.IR | NEW CROSS",
        "a category less | v1 c=cs.CL,cs.IR > v1 c=cs.CL | NEW CROSS",
        "another primary category | v1 c=cs.CL,cs.IR > v1 c=cs.IR,cs.CL | NEW CROSS",
        "a comment | v1 > v1 m=12_pages | NEW METADATA",
        "a comment taken away | v1 m=12_pages > v1 | NEW METADATA",
        "the abstract of the same version mended | v1 > v1 a=B | NEW METADATA",
        "a withdrawal | v1 > v2 w | NEW WITHDRAWN",
        "a withdrawal by a comment | v1 > v1 m=withdrawn w | NEW WITHDRAWN",
        "withdrawn and told again | v1 > v2 w > v2 w d=1 | NEW WITHDRAWN NONE",
        // several at once: the one that matters most to readers
        "version and category | v1 c=cs.CL > v2 c=cs.CL,cs.IR | NEW REPLACED",
        "version and comment | v1 > v2 m=12_pages | NEW REPLACED",
        "category and comment | v1 c=cs.CL > v1 c=cs.CL,cs.IR m=12_pages | NEW CROSS",
        "category and mended abstract | v1 c=cs.CL > v1 c=cs.CL,cs.IR a=B | NEW CROSS",
        "withdrawn, version, category, comment | v1 c=cs.CL > v2 c=cs.IR m=x a=B w | NEW WITHDRAWN",
        // the order of events
        "replaced, then cross-listed | v1 > v2 > v2 c=cs.CL,cs.IR | NEW REPLACED CROSS",
        "cross-listed, then replaced | v1 > v1 c=cs.CL,cs.IR > v2 c=cs.CL,cs.IR | NEW CROSS REPLACED",
        "an old version after a new one | v1 > v2 a=B > v1 | NEW REPLACED NONE",
        "old, with its old categories | v1 c=cs.CL > v2 c=cs.IR > v1 c=cs.CL | NEW REPLACED NONE",
        "withdrawn and back by a version | v1 > v2 w > v3 a=B | NEW WITHDRAWN REPLACED",
        "withdrawn and back in the same version | v1 > v2 w > v2 | NEW WITHDRAWN METADATA",
        "withdrawn, then an old version | v1 > v2 w > v1 | NEW WITHDRAWN NONE",
        "withdrawn in two versions | v1 > v2 w > v3 w | NEW WITHDRAWN REPLACED",
        // first seen late
        "first seen as a revision | v3 | REPLACED",
        "a revision, then the first version | v2 > v1 | REPLACED NONE",
        "first seen withdrawn | v2 w | WITHDRAWN",
        // sources without versions
        "no versions: the same | - > - | NEW NONE",
        "no versions: another abstract | - > - a=B | NEW REPLACED",
        "no versions: another abstract of an earlier day | - > - a=B d=-1 | NEW NONE",
        "no versions: a category more | - c=cs.CL > - c=cs.CL,cs.IR | NEW CROSS",
        "the version is told later | - > v1 | NEW METADATA",
        "a source without versions after one with | v1 > - | NEW NONE",
        // several sources
        "listing, then harvest | L v1 > v1 | NEW NONE",
        "listing, then harvest with a comment | L v1 > v1 m=12_pages | NEW METADATA",
        "harvest with a comment, then listing | v1 m=12_pages > L v1 | NEW NONE",
        "harvest, then listing of a new version | v1 > L v2 a=B | NEW REPLACED",
        "listing of a new version, then harvest of it | v1 > L v2 a=B > v2 a=B | NEW REPLACED NONE",
        "a listing's replacement of an unknown paper | L v2 | NONE",
        "API, then harvest | A v1 > v1 | NEW NONE",
        "harvest, then API with another abstract | v1 > A v1 a=B | NEW NONE",
      })
  void isAnnouncedAs(String name, String descriptions, String kinds) {
    List<String> told = new ArrayList<>();
    SeenPaper seen = null;
    for (String description : descriptions.split(" > ")) {
      PaperChange change = SeenPapers.compare(seen, paper(description), origin(description));
      told.add(change.kind().name());
      long before = seen == null ? 0 : seen.seq();
      assertThat(change.seq() - before)
          .as("a row version for each announcement and for nothing else")
          .isEqualTo(change.kind() == ChangeKind.NONE ? 0 : 1);
      if (change.kind() != ChangeKind.NONE) {
        seen = new SeenPaper(change.paper(), change.origin(), change.seq(), change.announced());
      }
    }
    ROWS.add("| %-50s | %-50s | %s".formatted(name, descriptions, String.join(" ", told)));
    assertThat(String.join(" ", told)).isEqualTo(kinds);
  }

  private static Origin origin(String description) {
    return switch (description.charAt(0)) {
      case 'L' -> Origin.LISTING;
      case 'A' -> Origin.API;
      default -> Origin.HARVEST;
    };
  }

  private static Paper paper(String description) {
    Paper paper = Papers.paper("2605.00001");
    Integer version = null;
    String abstractText = "A";
    List<String> categories = List.of("cs.CL");
    String comments = null;
    boolean withdrawn = false;
    LocalDate updated = paper.updated();
    for (String word : description.split(" ")) {
      String value = word.substring(word.indexOf('=') + 1);
      switch (word.charAt(0)) {
        case 'v' -> version = Integer.valueOf(word.substring(1));
        case 'a' -> abstractText = value;
        case 'c' -> categories = List.of(value.split(","));
        case 'm' -> comments = value;
        case 'w' -> withdrawn = true;
        case 'd' -> updated = updated.plusDays(Integer.parseInt(value));
        case '-', 'L', 'A' -> {
          // no version, or the origin
        }
        default -> throw new IllegalArgumentException(word);
      }
    }
    Paper described = Papers.with(paper, version, abstractText, categories);
    if (version != null && version > 1) {
      described = Papers.revision(described, version, paper.updated().minusDays(9));
    }
    return Papers.at(Papers.commented(described, comments, withdrawn), updated);
  }
}
