package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.backing.junit.BackingResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Holds on embedded servers and in containers alike. */
class BackingTest {
  @Test
  void everyResourceOfTheJvmGetsTheSameServers() throws Exception {
    BackingResource notify = new BackingResource();
    notify.init(Map.of("service", "notify", "paperboy.clock", "system"));
    BackingResource ingest = new BackingResource();
    ingest.init(Map.of("service", "ingest"));

    Map<String, String> first = notify.start();
    Map<String, String> second = ingest.start();

    assertThat(first).containsEntry("paperboy.clock", "system");
    assertThat(second.get("paperboy.db")).isEqualTo(first.get("paperboy.db"));
    assertThat(second.get("paperboy.db.password")).isNotEqualTo(first.get("paperboy.db.password"));
    assertThat(Backing.current().kafkaBootstrap()).isEqualTo(first.get("kafka.bootstrap.servers"));
  }

  @Test
  void theServersAnswer() throws Exception {
    Backing backing = Backing.current();

    try (Connection connection = backing.connect("classify");
        Admin admin =
            Admin.create(Map.<String, Object>of("bootstrap.servers", backing.kafkaBootstrap()))) {
      assertThat(connection.getSchema()).isEqualTo("classify");
      assertThat(admin.listTopics().names().get()).isEmpty();
      assertThat(backing.inbox().messages()).isEmpty();
    }
  }

  @Test
  void aRoleSeesItsOwnSchemaAlone() throws Exception {
    Backing backing = Backing.current();

    try (Connection classify = backing.connect("classify");
        Statement sql = classify.createStatement()) {
      for (String forbidden :
          List.of(
              "CREATE TABLE notify.intruder (id int)",
              "CREATE TABLE public.intruder (id int)",
              "CREATE SCHEMA intruder")) {
        assertThatThrownBy(() -> sql.execute(forbidden))
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("42501");
      }
    }
  }

  @Test
  void theDatabaseIsTheOneThatWeRun() throws Exception {
    try (Connection classify = Backing.current().connect("classify");
        Statement sql = classify.createStatement()) {
      assertThat(single(sql, "SELECT current_setting('server_version_num')::int / 10000"))
          .isEqualTo("18");
      assertThat(single(sql, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(
              single(sql, "SELECT string_agg(x, '' ORDER BY x) FROM unnest('{a,B,ä,Z}'::text[]) x"))
          .isEqualTo("BZaä");
    }
  }

  @Test
  void theBrokerHasOurSettings() throws Exception {
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of("bootstrap.servers", Backing.current().kafkaBootstrap()))) {
      String node = Integer.toString(admin.describeCluster().nodes().get().iterator().next().id());
      ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node);
      Config config = admin.describeConfigs(List.of(broker)).all().get().get(broker);
      Map<String, String> ours = KafkaSettings.properties();
      assertThat(
              config.entries().stream()
                  .filter(entry -> ours.containsKey(entry.name()))
                  .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)))
          .isEqualTo(ours);
    }
  }

  private static String single(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aResourceWithoutItsServiceIsRefused() {
    assertThatThrownBy(() -> new BackingResource().init(Map.of()))
        .hasMessageContaining("ingest, classify, notify");
  }
}
