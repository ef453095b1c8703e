package dev.paperboy.backing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The test servers in containers, by Testcontainers: what docker-compose runs, for the same tests.
 * Its own environment variables (engine, host, mirror, Ryuk) hold.
 */
final class ContainerServers {
  private static final String OTHERWISE =
      "; or unset " + ContainerChoice.SWITCH + " to test on the embedded servers";
  private static final String NO_CLEANER =
      "the image of Testcontainers' cleaner (Ryuk) can't be pulled. Let the engine reach a"
          + " registry, or set TESTCONTAINERS_RYUK_DISABLED=true"
          + OTHERWISE;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PULL = Duration.ofMinutes(5);

  /** Kafka's default of 1 GB is more than tests need. */
  private static final String KAFKA_HEAP = "-Xms128m -Xmx384m";

  private ContainerServers() {}

  /**
   * Starts both.
   *
   * @param passwords of the services' roles
   * @throws IOException where no engine answers, an image can't be had or a server does not start;
   *     the message says what to do
   */
  static TestServers start(Map<String, String> passwords)
      throws IOException, SQLException, InterruptedException {
    Properties images = images();
    String postgresImage = images.getProperty("postgres");
    String kafkaImage = images.getProperty("kafka");
    connect();
    need(postgresImage);
    need(kafkaImage);
    PostgreSQLContainer postgres = postgres(postgresImage);
    KafkaContainer kafka =
        new KafkaContainer(DockerImageName.parse(kafkaImage))
            .withEnv(KafkaSettings.environment())
            .withEnv("KAFKA_HEAP_OPTS", KAFKA_HEAP)
            .withStartupTimeout(PATIENCE);
    try {
      start(postgres, postgresImage);
      Provisioning.apply(database -> connectAsAdmin(postgres, database), passwords);
      start(kafka, kafkaImage);
    } catch (IOException | SQLException | RuntimeException e) {
      stop(postgres, kafka);
      throw e;
    }
    String address = "%s:%d".formatted(postgres.getHost(), postgres.getMappedPort(5432));
    String bootstrap = kafka.getBootstrapServers();
    return new TestServers(
        "%s and %s in containers at %s and %s"
            .formatted(postgresImage, kafkaImage, address, bootstrap),
        address,
        bootstrap,
        () -> stop(postgres, kafka));
  }

  private static PostgreSQLContainer postgres(String image) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    PostgresServer.THROWAWAY.forEach(setting -> command.addAll(List.of("-c", setting)));
    command.addAll(List.of("-c", "timezone=UTC", "-c", "max_connections=150"));
    return new PostgreSQLContainer(DockerImageName.parse(image))
        .withDatabaseName("postgres")
        .withUsername(PostgresServer.ADMIN)
        .withPassword("throwaway")
        // Sorts as the embedded server does.
        .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", PostgresServer.LOCALE) + " --no-sync")
        .withCommand(command.toArray(String[]::new))
        .withStartupTimeout(PATIENCE);
  }

  private static Connection connectAsAdmin(PostgreSQLContainer postgres, String database)
      throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {postgres.getHost()});
    source.setPortNumbers(new int[] {postgres.getMappedPort(5432)});
    source.setDatabaseName(database);
    source.setUser(postgres.getUsername());
    source.setPassword(postgres.getPassword());
    return source.getConnection();
  }

  /**
   * Finds the engine; Testcontainers starts its cleaner there, unless told not to, and tries for
   * seven minutes to pull it where no registry answers: longer than anyone should wait.
   */
  private static void connect() throws IOException, InterruptedException {
    FutureTask<?> search = new FutureTask<>(() -> DockerClientFactory.instance().client());
    Thread.ofPlatform().daemon().name("paperboy-find-docker").start(search);
    try {
      search.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException(NO_CLEANER, e);
    } catch (ExecutionException e) {
      if (isFetch(e)) {
        throw new IOException(NO_CLEANER, e);
      }
      String host = System.getenv("DOCKER_HOST");
      throw new IOException(
          "%s=true, but no Docker engine answers%s. Start Docker, or set DOCKER_HOST to where it listens%s"
              .formatted(
                  ContainerChoice.SWITCH,
                  host == null ? "" : " at DOCKER_HOST «" + host + "»",
                  OTHERWISE),
          e);
    }
  }

  /** Tries once to pull an image that is not there; Testcontainers would go on for minutes. */
  private static void need(String image) throws IOException, InterruptedException {
    DockerClient engine = DockerClientFactory.instance().client();
    String name =
        ImageNameSubstitutor.instance().apply(DockerImageName.parse(image)).asCanonicalNameString();
    try {
      engine.inspectImageCmd(name).exec();
    } catch (NotFoundException absent) {
      System.out.println("test backing: pulling " + name);
      String reason = "not pulled within " + PULL.toMinutes() + " minutes";
      try {
        if (engine.pullImageCmd(name).start().awaitCompletion(PULL.toSeconds(), TimeUnit.SECONDS)) {
          return;
        }
      } catch (DockerException | DockerClientException e) {
        reason = e.getMessage();
      }
      throw new IOException(
          "the engine does not have the image «%s» and can't get it (%s). Run: docker pull %s%s"
              .formatted(name, reason.strip(), name, OTHERWISE));
    }
  }

  private static void start(GenericContainer<?> container, String image) throws IOException {
    try {
      container.start();
    } catch (RuntimeException e) {
      throw new IOException(
          "the container of «%s» did not start: %s".formatted(image, innermost(e)), e);
    }
  }

  private static void stop(GenericContainer<?>... containers) {
    for (GenericContainer<?> container : containers) {
      container.stop();
    }
  }

  private static boolean isFetch(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ContainerFetchException) {
        return true;
      }
    }
    return false;
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  private static Properties images() throws IOException {
    Properties images = new Properties();
    try (InputStream in = ContainerServers.class.getResourceAsStream("images.properties")) {
      images.load(in);
    }
    return images;
  }
}
