package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerServersTest {
  @Test
  void containersAreForThoseWhoAskForThem() {
    assertThat(ContainerServers.wanted("true")).isTrue();
    assertThat(ContainerServers.wanted("false")).isFalse();
    assertThat(ContainerServers.wanted("")).isFalse();
    assertThat(ContainerServers.wanted(null)).isFalse();
    assertThatThrownBy(() -> ContainerServers.wanted("yes"))
        .hasMessage("PAPERBOY_CONTAINERS must be true or false, not «yes»");
  }

  @Test
  void theImageIsToldTheBrokersOwnSettings() {
    assertThat(KafkaSettings.environment())
        .hasSameSizeAs(KafkaSettings.properties())
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .containsEntry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
  }
}
