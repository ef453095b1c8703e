package dev.paperboy.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports that nobody listens on right now.
 *
 * <p>They lie below the range that the system hands to outgoing connections (32768 and up on
 * Linux), so that no connection takes one before its server is up. None is given twice in one
 * process: its server may not be up yet when the next one is asked for.
 */
public final class FreePort {
  private static final int LOWEST = 20_000;
  private static final int BEYOND = 32_000;
  private static final int TRIES = 1_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  public static int one() throws IOException {
    return some(1).getFirst();
  }

  /** {@code count} different ports. */
  public static List<Integer> some(int count) throws IOException {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < TRIES && ports.size() < count; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      if (isFree(port) && GIVEN.add(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new IOException("no free port between " + LOWEST + " and " + BEYOND);
    }
    return ports;
  }

  /** Whether a server could listen on that loopback port now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
