package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLaunchTest {
  private static final String ARXIV = "PAPERBOY_INGEST_ARXIV_ENABLED";
  private static final RunState.Options PLAIN = new RunState.Options(null, null, null, 8080, 1);
  private static final RunState.Options FILE =
      new RunState.Options("/in/day.jsonl", null, null, 8080, 1);
  private static final RunState.Options PAST_DAY =
      new RunState.Options(null, "2026-05-12", null, 8080, 1);

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
  void aSecondCopyHasItsOwnPortsAndIndexAndTheSameRole() throws Exception {
    Map<String, String> classify =
        launch(new Instance(Service.CLASSIFY, 2), PLAIN, Map.of()).environment();
    Map<String, String> notify =
        launch(new Instance(Service.NOTIFY, 2), PLAIN, Map.of()).environment();

    assertThat(classify)
        .containsEntry("QUARKUS_HTTP_PORT", "8")
        .containsEntry("PAPERBOY_STATE", dir.resolve("classify-2").toString())
        .containsEntry(
            "PAPERBOY_DB_PASSWORD",
            settings(Service.CLASSIFY, PLAIN, Map.of()).get("PAPERBOY_DB_PASSWORD"));
    assertThat(notify).containsEntry("PAPERBOY_CLASSIFY", "http://127.0.0.1:8");
  }

  @Test
  void ingestGoesOutThroughTheProxy() throws Exception {
    Map<String, String> own = Map.of("https_proxy", "http://proxy.example.org:3128");

    assertThat(launch(new Instance(Service.INGEST, 1), PLAIN, own).command())
        .contains("-Dhttps.proxyHost=proxy.example.org", "-Dhttps.proxyPort=3128");
    assertThat(launch(new Instance(Service.NOTIFY, 1), PLAIN, own).command())
        .noneMatch(word -> word.contains("proxy"));
  }

  @Test
  void copiesShareClassesAndOneAloneWritesThem() throws Exception {
    Path classes = Service.CLASSIFY.jar(dir).resolveSibling("classes.jsa");
    String file = "-XX:SharedArchiveFile=" + classes;

    assertThat(classify(1)).doesNotContain(file);
    Files.createDirectories(classes.getParent());
    assertThat(classify(1))
        .contains(file, "-XX:+AutoCreateSharedArchive", "-XX:+VerifySharedSpaces");
    assertThat(classify(2)).doesNotContain(file);
    Files.createFile(classes);
    assertThat(classify(2))
        .contains(file, "-XX:+VerifySharedSpaces")
        .doesNotContain("-XX:+AutoCreateSharedArchive");
  }

  private List<String> classify(int number) throws IOException {
    return launch(new Instance(Service.CLASSIFY, number), PLAIN, Map.of()).command();
  }

  private Map<String, String> settings(
      Service service, RunState.Options options, Map<String, String> own) throws IOException {
    return launch(new Instance(service, 1), options, own).environment();
  }

  private ServiceLaunch launch(Instance instance, RunState.Options options, Map<String, String> own)
      throws IOException {
    Map<String, Integer> ports =
        Map.of("ingest", 4, "classify", 5, "notify", 6, "classify-2", 8, "notify-2", 9);
    return new ServiceLaunch(
        instance,
        dir,
        new DataDirectory(dir),
        new RunState.Ports(8080, 1, 2, 3, ports, ports),
        options,
        "system",
        Secrets.in(dir.resolve("secrets")),
        own);
  }
}
