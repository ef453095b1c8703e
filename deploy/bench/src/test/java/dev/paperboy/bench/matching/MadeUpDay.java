package dev.paperboy.bench.matching;

import dev.paperboy.events.PaperId;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.shelf.TrendingPaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A day's papers out of thin air, the same each time. */
final class MadeUpDay {
  static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final List<String> WORDS =
      List.of("sparse", "encoders", "retrieval", "graphs", "robots", "grasping", "galaxies");

  private MadeUpDay() {}

  static RealDay of(int papers) {
    Random random = new Random(7);
    return new RealDay(
        DAY,
        IntStream.rangeClosed(1, papers).mapToObj(number -> paper(random, number)).toList(),
        Map.of("robots", "Robot learning"));
  }

  static ShelvedPaper paper(int number, String title, String text) {
    return new ShelvedPaper(
        PaperId.arxiv("2606.%05d".formatted(number)),
        1,
        "arxiv",
        1,
        title,
        text,
        null,
        List.of("Specimen Author " + number),
        List.of("cs.RO"),
        DAY,
        false,
        false,
        List.of(new ShelvedPaper.Tag("robots", 0.9)),
        new ShelvedPaper.Vector("made-up/3", new byte[] {(byte) number, 5, -7}));
  }

  private static TrendingPaper paper(Random random, int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return new TrendingPaper(
        paper(number, "Paper " + number, text.toString().strip()), Map.of("burst", 0.1));
  }
}
