package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLaunchTest {
  private static final String ARXIV = "PAPERBOY_INGEST_ARXIV_ENABLED";
  private static final RunState.Options PLAIN = new RunState.Options(null, null, null, 8080);
  private static final RunState.Options FILE =
      new RunState.Options("/in/day.jsonl", null, null, 8080);
  private static final RunState.Options PAST_DAY =
      new RunState.Options(null, "2026-05-12", null, 8080);

  @TempDir Path dir;

  @Test
  void withoutPapersIngestReadsArxiv() throws Exception {
    assertThat(settings(Service.INGEST, PLAIN, Map.of())).containsEntry(ARXIV, "true");
  }

  @Test
  void aFileOrAPastDayIsReadAlone() throws Exception {
    assertThat(settings(Service.INGEST, FILE, Map.of())).containsEntry(ARXIV, "false");
    assertThat(settings(Service.INGEST, PAST_DAY, Map.of())).containsEntry(ARXIV, "false");
  }

  @Test
  void whatAPersonSetIsInheritedAndNotReplaced() throws Exception {
    assertThat(settings(Service.INGEST, PLAIN, Map.of(ARXIV, "false"))).doesNotContainKey(ARXIV);
    assertThat(ServiceLaunch.readsArxiv(PLAIN, Map.of(ARXIV, "false"))).isFalse();
    assertThat(ServiceLaunch.readsArxiv(FILE, Map.of(ARXIV, "true"))).isTrue();
  }

  @Test
  void onlyIngestHearsOfArxiv() throws Exception {
    assertThat(settings(Service.CLASSIFY, PLAIN, Map.of())).doesNotContainKey(ARXIV);
    assertThat(settings(Service.NOTIFY, PLAIN, Map.of())).doesNotContainKey(ARXIV);
  }

  @Test
  void mailStaysInTheLocalInboxUnlessAPersonNamesAServer() throws Exception {
    assertThat(settings(Service.NOTIFY, PLAIN, Map.of()))
        .containsEntry("PAPERBOY_SMTP_HOST", "127.0.0.1")
        .containsEntry("PAPERBOY_SMTP_PORT", "3");
    assertThat(settings(Service.NOTIFY, PLAIN, Map.of("PAPERBOY_SMTP_HOST", "smtp.example.org")))
        .doesNotContainKeys("PAPERBOY_SMTP_HOST", "PAPERBOY_SMTP_PORT");
  }

  @Test
  void ingestGoesOutThroughTheProxy() throws Exception {
    Map<String, String> own = Map.of("https_proxy", "http://proxy.example.org:3128");

    assertThat(launch(Service.INGEST, PLAIN, own).command())
        .contains("-Dhttps.proxyHost=proxy.example.org", "-Dhttps.proxyPort=3128");
    assertThat(launch(Service.NOTIFY, PLAIN, own).command())
        .noneMatch(word -> word.contains("proxy"));
  }

  private Map<String, String> settings(
      Service service, RunState.Options options, Map<String, String> own) throws IOException {
    return launch(service, options, own).environment();
  }

  private ServiceLaunch launch(Service service, RunState.Options options, Map<String, String> own)
      throws IOException {
    Map<String, Integer> ports = Map.of("ingest", 4, "classify", 5, "notify", 6);
    return new ServiceLaunch(
        service,
        dir,
        new DataDirectory(dir),
        new RunState.Ports(8080, 1, 2, 3, ports, ports),
        options,
        "system",
        Secrets.in(dir.resolve("secrets")),
        own);
  }
}
