package dev.paperboy.backing;

import java.nio.file.Path;
import java.util.Map;

/** The test servers where no container engine is wanted. */
final class EmbeddedServers {
  private EmbeddedServers() {}

  /**
   * Starts both.
   *
   * @param scratch the directory that they live in
   * @param passwords of the services' roles
   * @throws Exception as the servers say
   */
  static TestServers start(Path scratch, Map<String, String> passwords) throws Exception {
    PostgresServer postgres = PostgresServer.throwaway(scratch.resolve("postgres"));
    try {
      postgres.provision(passwords);
      KafkaBroker broker = KafkaBroker.start(scratch.resolve("kafka"), FreePort.one());
      String kafka = broker.bootstrapServers();
      String address = "127.0.0.1:" + postgres.port();
      return new TestServers(
          "embedded PostgreSQL and Kafka at %s and %s".formatted(address, kafka),
          address,
          kafka,
          () -> {
            // A broker whose directory is deleted under it halts the JVM with exit code 1.
            broker.close();
            postgres.close();
          });
    } catch (Exception e) {
      postgres.close();
      throw e;
    }
  }
}
