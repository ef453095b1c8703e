package dev.paperboy.backing;

/**
 * PostgreSQL and Kafka for tests, provisioned.
 *
 * @param description what they are and where, for the test's output
 * @param postgres {@code host:port}
 * @param kafka {@code host:port}
 * @param stop ends them
 */
record TestServers(String description, String postgres, String kafka, Stop stop) {
  interface Stop {
    void run() throws Exception;
  }
}
