package dev.paperboy.bench.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Asks a server on this machine for pages, over a number of connections that each ask for the next
 * page when they have the last (a closed loop), as wrk does. A virtual thread and a plain socket
 * for each, so that little of the machine goes into asking. Every request comes from another
 * address, as the gateway would tell it, so that no client's limit is met.
 */
final class LoadClient {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int OK = 200;
  private static final int UNCHANGED = 304;

  private final int port;

  LoadClient(int port) {
    this.port = port;
  }

  /**
   * What was measured.
   *
   * @param good answers 200
   * @param refused answers 503
   * @param other answers of any other kind, and broken connections
   * @param nanos of each good answer, sorted
   * @param seconds that it took
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answers(int good, int refused, int other, long[] nanos, double seconds) {
    /** Good answers a second. */
    double rate() {
      return good / seconds;
    }

    /** Milliseconds that a percentage of the good answers do not exceed. */
    double millis(double percent) {
      if (nanos.length == 0) {
        return 0;
      }
      int rank = (int) Math.ceil(percent / 100 * nanos.length);
      return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / 1e6;
    }
  }

  /** One connection's part. */
  private record Part(int good, int refused, int other, List<Long> nanos) {}

  /**
   * Asks for so many seconds.
   *
   * @param paths the path of the n-th request
   */
  Answers ask(int connections, double seconds, IntFunction<String> paths)
      throws InterruptedException, IOException {
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<Future<Part>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int c = 0; c < connections; c++) {
        int connection = c;
        parts.add(threads.submit(() -> ask(connection, connections, end, paths)));
      }
    }
    double took = (System.nanoTime() - begin) / 1e9;
    int good = 0;
    int refused = 0;
    int other = 0;
    List<Long> nanos = new ArrayList<>();
    for (Future<Part> part : parts) {
      try {
        Part one = part.get();
        good += one.good();
        refused += one.refused();
        other += one.other();
        nanos.addAll(one.nanos());
      } catch (ExecutionException e) {
        throw new IOException("the load could not be made", e.getCause());
      }
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Answers(good, refused, other, sorted, took);
  }

  private Part ask(int connection, int connections, long end, IntFunction<String> paths)
      throws IOException {
    int good = 0;
    int refused = 0;
    int other = 0;
    List<Long> nanos = new ArrayList<>();
    Socket socket = open();
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      for (int n = connection; System.nanoTime() < end; n += connections) {
        long begin = System.nanoTime();
        try {
          send(socket.getOutputStream(), paths.apply(n), n);
          int status = status(in);
          if (status == OK || status == UNCHANGED) {
            good++;
            nanos.add(System.nanoTime() - begin);
          } else if (status == 503) {
            refused++;
          } else {
            other++;
          }
        } catch (IOException e) {
          other++;
          socket.close();
          socket = open();
          in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
      }
    } finally {
      socket.close();
    }
    return new Part(good, refused, other, nanos);
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  private static void send(OutputStream out, String path, int number) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n"
            + "X-Forwarded-For: 198.%d.%d.%d\r\n\r\n"
                .formatted(18 + (number >> 16 & 1), number >> 8 & 255, number & 255);
    out.write(request.getBytes(ISO_8859_1));
  }

  /** Reads a whole answer. */
  private static int status(InputStream in) throws IOException {
    String first = line(in);
    int status = Integer.parseInt(first.substring(9, 12));
    long length = status == UNCHANGED ? 0 : -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
      return status;
    }
    for (int chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
      in.skipNBytes(chunk + 2L);
    }
    line(in);
    return status;
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
