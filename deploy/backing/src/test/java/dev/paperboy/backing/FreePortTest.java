package dev.paperboy.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortTest {
  @Test
  void noPortIsGivenTwice() throws IOException {
    List<Integer> given = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      given.addAll(FreePort.some(1 + i % 3));
    }
    assertThat(given).hasSize(600).doesNotHaveDuplicates();
  }

  @Test
  void aPortWithAServerIsNotFree() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePort.isFree(server.getLocalPort())).isFalse();
    }
  }
}
