package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerChoiceTest {
  @Test
  void containersAreForThoseWhoAskForThem() {
    assertThat(ContainerChoice.wanted("true")).isTrue();
    assertThat(ContainerChoice.wanted("false")).isFalse();
    assertThat(ContainerChoice.wanted("")).isFalse();
    assertThat(ContainerChoice.wanted(null)).isFalse();
    assertThatThrownBy(() -> ContainerChoice.wanted("yes"))
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
