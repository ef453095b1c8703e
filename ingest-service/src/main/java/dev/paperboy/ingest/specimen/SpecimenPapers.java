package dev.paperboy.ingest.specimen;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.paperboy.events.AnnouncementDays;
import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.paper.Paper;
import dev.paperboy.ingest.source.Page;
import dev.paperboy.ingest.source.PaperSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up papers over many fields, so that every feature can be tried where no source can be
 * reached: dated over the last announcement days, marked as specimens everywhere.
 */
public final class SpecimenPapers implements PaperSource {
  /** The archive in their ids, and what their events name as source. */
  public static final String ARCHIVE = "specimen";

  public static final String FEED = "specimens";
  private static final int DAYS = 30;
  private static final int LATEST = 9;
  private static final int BEFORE = 6;
  private static final String LOADED = "loaded";

  private final Clock business;

  /**
   * @param business the business clock: the last of the days they are dated on
   */
  public SpecimenPapers(Clock business) {
    this.business = business;
  }

  /** One of specimens.json; {@code authors} is how many there are. */
  private record Written(
      String title,
      @JsonProperty("abstract") String abstractText,
      List<String> categories,
      int authors,
      String comments) {}

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public Pages open(String checkpoint, boolean now) throws IOException {
    List<Paper> papers = LOADED.equals(checkpoint) ? List.of() : papers();
    return new Pages() {
      private boolean given = papers.isEmpty();

      @Override
      public Page next() {
        if (given) {
          return null;
        }
        given = true;
        return new Page(papers, List.of(), LOADED);
      }

      @Override
      public void close() {}
    };
  }

  private List<Paper> papers() throws IOException {
    List<Written> written;
    try (InputStream in = SpecimenPapers.class.getResourceAsStream("specimens.json")) {
      written = new JsonMapper().readValue(in, new TypeReference<>() {});
    }
    List<LocalDate> days = days();
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      papers.add(paper(i + 1, written.get(i), days.get(day(i))));
    }
    return papers;
  }

  /** Enough on the last two days to fill a digest and a list; the others share the rest. */
  private static int day(int i) {
    if (i < LATEST) {
      return 0;
    }
    return i < LATEST + BEFORE ? 1 : 2 + (i - LATEST - BEFORE) % (DAYS - 2);
  }

  /** The last announcement days, latest first. */
  private List<LocalDate> days() {
    return Stream.iterate(LocalDate.now(business.withZone(ZoneOffset.UTC)), day -> day.minusDays(1))
        .filter(AnnouncementDays::announces)
        .limit(DAYS)
        .toList();
  }

  private static Paper paper(int number, Written written, LocalDate day) {
    // Names overlap a little from paper to paper, so that following an author shows something.
    List<String> authors =
        IntStream.range(number, number + written.authors())
            .mapToObj(n -> "Specimen Author " + n)
            .toList();
    return new Paper(
        new PaperId(ARCHIVE, "%03d".formatted(number)),
        ARCHIVE,
        1,
        written.title(),
        written.abstractText(),
        authors,
        written.categories(),
        written.comments(),
        null,
        null,
        null,
        day,
        false,
        day,
        false);
  }
}
