package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.backing.junit.BackingResource;
import java.sql.Connection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

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
  void aResourceWithoutItsServiceIsRefused() {
    assertThatThrownBy(() -> new BackingResource().init(Map.of()))
        .hasMessageContaining("ingest, classify, notify");
  }
}
