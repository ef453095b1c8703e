package dev.paperboy.backing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker of one node in KRaft mode inside this JVM, loopback only.
 *
 * <p>The directory keeps cluster id, topics and offsets over restarts and kills. Topics are never
 * created automatically: a misspelt name is an error, not a topic. The only class that touches
 * Kafka's server internals.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker, formatting the directory at first use; returns when it accepts clients.
   *
   * @param data its directory
   * @param port where clients connect; a second free port is taken for the controller
   * @throws Exception as Kafka says
   */
  public static KafkaBroker start(Path data, int port) throws Exception {
    Directories.ownerOnly(data);
    Map<String, String> settings = settings(data.toAbsolutePath(), port, FreePort.one());
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(data.toAbsolutePath());
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    return new KafkaBroker(server, port);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path data) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(data.toString())
        .addDirectory(data.toString())
        // A crash may have left the directory formatted by half.
        .setIgnoreFormatted(true)
        .run();
  }

  private static Map<String, String> settings(Path data, int port, int controller) {
    Map<String, String> settings = KafkaSettings.properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("log.dirs", data.toString());
    settings.put("metric.reporters", "");
    return settings;
  }
}
