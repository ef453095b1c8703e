package dev.paperboy.local;

import dev.paperboy.backing.OwnSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one copy of a service is started: its command line and its settings.
 *
 * @param own the launcher's own environment, which the service inherits; what a person set there
 *     wins over what the launcher would choose, but not over how this run is wired
 */
record ServiceLaunch(
    Instance instance,
    Path checkout,
    DataDirectory data,
    RunState.Ports ports,
    RunState.Options options,
    String clock,
    Secrets secrets,
    Map<String, String> own) {
  static final String ARXIV_ENABLED = "PAPERBOY_INGEST_ARXIV_ENABLED";
  private static final String SMTP_HOST = "PAPERBOY_SMTP_HOST";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * Whether ingest reads arXiv: where no file and no past day is asked for, or a person says so.
   */
  static boolean readsArxiv(RunState.Options options, Map<String, String> own) {
    String set = own.get(ARXIV_ENABLED);
    return set == null
        ? options.papers() == null && options.day() == null
        : set.strip().equalsIgnoreCase("true");
  }

  /** Whether mail stays in the local inbox, rather than go to a server that a person named. */
  static boolean mailStaysHere(Map<String, String> own) {
    return own.getOrDefault(SMTP_HOST, "").isBlank();
  }

  Child start() throws IOException {
    Path jar = instance.service().jar(checkout);
    if (!Files.exists(jar)) {
      throw new IOException("%s is not built: no %s".formatted(instance.label(), jar));
    }
    ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.directory(data.root().toFile());
    builder.environment().putAll(environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(instance.label()).toFile()));
    return Child.of(builder.start(), PATIENCE);
  }

  List<String> command() throws IOException {
    List<String> command = new ArrayList<>(OwnSession.prefix(false));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(instance.service().jvm());
    command.addAll(sharedClasses());
    if (instance.service() == Service.INGEST) {
      command.addAll(ProxyOptions.of(own));
    }
    command.add(Leftovers.mark(data));
    command.addAll(List.of("-jar", instance.service().jar(checkout).toString()));
    return command;
  }

  /**
   * Classes as an earlier start left them, which halves the time of a start. The first copy writes
   * them when it is stopped, where there are none of this build ({@code java}'s manual page, {@code
   * AutoCreateSharedArchive}); that they are missing or of another build is nothing to be told.
   */
  private List<String> sharedClasses() {
    Path classes = instance.service().jar(checkout).resolveSibling("classes.jsa");
    List<String> options = new ArrayList<>();
    if (instance.number() == 1 && Files.isWritable(classes.getParent())) {
      options.add("-XX:+AutoCreateSharedArchive");
    } else if (!Files.exists(classes)) {
      return options;
    }
    options.add("-XX:SharedArchiveFile=" + classes);
    // A file that a power failure left half written would crash every start.
    options.add("-XX:+VerifySharedSpaces");
    options.add("-Xlog:cds=off,aot=off");
    return options;
  }

  /** Settings by environment, not by arguments: those are there for every user to see. */
  Map<String, String> environment() {
    Map<String, String> settings = new HashMap<>();
    settings.put("PAPERBOY_CLOCK", clock);
    settings.put("PAPERBOY_DB", "127.0.0.1:%d/paperboy".formatted(ports.postgres()));
    settings.put("PAPERBOY_DB_PASSWORD", secrets.role(instance.service().label()));
    settings.put("PAPERBOY_PUBLIC_URL", "http://localhost:" + ports.gateway());
    settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", "" + ports.http().get(instance.label()));
    settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    settings.put("QUARKUS_MANAGEMENT_PORT", "" + ports.management().get(instance.label()));
    switch (instance.service()) {
      case INGEST -> {
        if (!own.containsKey(ARXIV_ENABLED)) {
          settings.put(ARXIV_ENABLED, "" + readsArxiv(options, own));
        }
        if (options.papers() != null) {
          settings.put("PAPERBOY_INGEST_SNAPSHOT_FILE", options.papers());
        }
        if (options.day() != null) {
          settings.put("PAPERBOY_INGEST_SNAPSHOT_DAY", options.day());
        }
      }
      case CLASSIFY -> {
        settings.put("PAPERBOY_SECRET", secrets.signingKey());
        settings.put("PAPERBOY_STATE", data.state(instance.label()).toString());
      }
      case NOTIFY -> {
        settings.put("PAPERBOY_SECRET", secrets.signingKey());
        settings.put(
            "PAPERBOY_CLASSIFY",
            "http://127.0.0.1:" + ports.management().get(instance.peer(Service.CLASSIFY).label()));
        if (mailStaysHere(own)) {
          settings.put(SMTP_HOST, "127.0.0.1");
          settings.put("PAPERBOY_SMTP_PORT", "" + ports.smtp());
        }
      }
    }
    return settings;
  }
}
