package dev.paperboy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The three applications, what they read, and how much of the machine they get. */
public enum Service {
  INGEST(
      Map.of(),
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          // It waits for sources and servers; the quick compiler alone halves the work of its
          // start.
          "-XX:TieredStopAtLevel=1")),
  CLASSIFY(
      Map.of("papers.announced.v1", "classify", "attention.v1", "classify-attention"),
      List.of(
          "-Xmx768m",
          "-XX:+UseSerialGC",
          // ONNX Runtime and Lucene's vector code.
          "--enable-native-access=ALL-UNNAMED",
          "--add-modules",
          "jdk.incubator.vector")),
  NOTIFY(
      Map.of(
          "papers.classified.v1", "notify",
          "papers.trend.v1", "notify",
          "topics.v1", "notify",
          "sources.v1", "notify"),
      List.of("-Xmx256m", "-XX:+UseSerialGC"));

  /** Consumer groups by topic. */
  private final Map<String, String> groups;

  private final List<String> jvm;

  Service(Map<String, String> groups, List<String> jvm) {
    this.groups = groups;
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
    return groups.keySet();
  }

  /** The consumer group by which it reads each topic. */
  Map<String, String> groups() {
    return groups;
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
