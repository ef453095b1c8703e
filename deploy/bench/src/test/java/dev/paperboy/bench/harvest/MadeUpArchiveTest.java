package dev.paperboy.bench.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.PaperId;
import dev.paperboy.ingest.arxiv.OaiParser;
import dev.paperboy.ingest.arxiv.OaiResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MadeUpArchiveTest {
  private static OaiResponse ask(MadeUpArchive archive, String token) throws IOException {
    Map<String, String> arguments = new HashMap<>(Map.of("verb", "ListRecords"));
    if (token == null) {
      arguments.put("from", "2026-05-09");
    } else {
      arguments.put("resumptionToken", token);
    }
    return OaiParser.parse(new ByteArrayInputStream(archive.to(arguments)));
  }

  @Test
  void everyRecordIsOneThatIngestTakes() throws IOException {
    MadeUpArchive archive = new MadeUpArchive(1, 40, 2_500, 1_000);
    Set<PaperId> papers = new HashSet<>();
    int pages = 0;
    String token = null;
    do {
      OaiResponse page = ask(archive, token);
      assertThat(page.refusals()).isEmpty();
      page.papers().forEach(paper -> papers.add(paper.id()));
      token = page.resumptionToken();
      pages++;
    } while (token != null);

    assertThat(papers).hasSize(2_500);
    assertThat(pages).isEqualTo(archive.pages()).isEqualTo(3);
  }

  /** The largest that a bench can be asked for: ids go on over months and years. */
  @Test
  void idsOfLargeArchivesAreTakenToo() throws IOException {
    MadeUpArchive archive = new MadeUpArchive(1, 80, 9_999_999, 1_000);
    for (int start = 0; start < 9_999_999; start += 89_000) {
      assertThat(OaiParser.parse(new ByteArrayInputStream(archive.page(start))).refusals())
          .isEmpty();
    }
  }

  @Test
  void tokensDieAtMidnight() throws IOException {
    MadeUpArchive archive = new MadeUpArchive(1, 40, 25, 10);
    String token = ask(archive, null).resumptionToken();
    assertThat(ask(archive, token).error()).isNull();

    archive.expireTokens();

    assertThat(ask(archive, token).error()).isEqualTo("badResumptionToken");
    assertThat(ask(archive, ask(archive, null).resumptionToken()).papers()).hasSize(10);
  }
}
