package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.ingest.source.PaperSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final String ARXIV = "paperboy.ingest.arxiv.";

  @Test
  void nothingIsReadUnlessSwitchedOn() {
    assertThat(sources(Map.of(), Clock.systemUTC()).all()).isEmpty();
  }

  @Test
  void arxivBringsItsWitnessesAndOnlyTheseAreSuch() {
    Sources sources = sources(Map.of(ARXIV + "enabled", "true"), Clock.systemUTC());

    assertThat(sources.all())
        .extracting(PaperSource::feed)
        .containsExactly("arxiv-oai", "arxiv-rss", "arxiv-api");
    assertThat(sources.isWitness("arxiv-oai")).isFalse();
    assertThat(sources.isWitness("arxiv-rss")).isTrue();
    assertThat(sources.isWitness("arxiv-api")).isTrue();
    assertThat(sources.isWitness("biorxiv")).isFalse();
  }

  @Test
  void whoHarvestsAStandInOrAPastDayIsNotSentToArxivForTheRest() {
    assertThat(
            sources(
                    Map.of(ARXIV + "enabled", "true", ARXIV + "server", "http://127.0.0.1:1/oai"),
                    Clock.systemUTC())
                .all())
        .extracting(PaperSource::feed)
        .containsExactly("arxiv-oai");
    assertThat(
            sources(
                    Map.of(ARXIV + "enabled", "true"),
                    Clock.offset(Clock.systemUTC(), Duration.ofDays(-9)))
                .all())
        .extracting(PaperSource::feed)
        .containsExactly("arxiv-oai", "arxiv-api");
  }

  @Test
  void anArchiveThatNobodyKnowsIsNamed() {
    assertThatThrownBy(
            () ->
                sources(
                    Map.of("paperboy.ingest.biorxiv.archives", "biorxiv,viXra"), Clock.systemUTC()))
        .hasMessage("paperboy.ingest.biorxiv.archives has «viXra»; it may have biorxiv, medrxiv");
  }

  private static Sources sources(Map<String, String> settings, Clock business) {
    return new Sources(Settings.of(settings), null, null, business);
  }
}
