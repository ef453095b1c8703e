package dev.paperboy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The three applications, what they read, and how much of the machine they get. */
public enum Service {
  INGEST(
      Set.of(),
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          // It waits for sources and servers; the quick compiler alone halves the work of its
          // start.
          "-XX:TieredStopAtLevel=1")),
  CLASSIFY(
      Set.of("papers.announced.v1", "attention.v1"),
      List.of(
          "-Xmx768m",
          "-XX:+UseSerialGC",
          // ONNX Runtime and Lucene's vector code.
          "--enable-native-access=ALL-UNNAMED",
          "--add-modules",
          "jdk.incubator.vector")),
  NOTIFY(
      Set.of("papers.classified.v1", "papers.trend.v1", "topics.v1", "sources.v1"),
      List.of("-Xmx256m", "-XX:+UseSerialGC"));

  private final Set<String> consumes;
  private final List<String> jvm;

  Service(Set<String> consumes, List<String> jvm) {
    this.consumes = consumes;
    this.jvm = jvm;
  }

  static List<Service> all() {
    return List.of(values());
  }

  /** Its name in messages, schemas, roles and files. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Topics that must exist before it starts; others declare them. */
  Set<String> consumes() {
    return consumes;
  }

  /** Options of its Java machine. */
  public List<String> jvm() {
    return jvm;
  }

  /** The packaged application in a checkout. */
  public Path jar(Path checkout) {
    return checkout.resolve(label() + "-service/target/quarkus-app/quarkus-run.jar");
  }
}
