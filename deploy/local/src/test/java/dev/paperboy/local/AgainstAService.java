package dev.paperboy.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A running service that answers as it is told, and what a command that asks it prints. */
abstract class AgainstAService {
  private static final int SMTP_PORT = 2525;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  final Console console = new Console(new PrintStream(said, true, UTF_8), false);
  final List<String> heard = new ArrayList<>();
  int status = 200;
  String answer = "{}";
  @TempDir Path dir;
  DataDirectory data;
  HttpServer service;

  @BeforeEach
  void start() throws IOException {
    data = new DataDirectory(dir);
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    service.start();
    int port = service.getAddress().getPort();
    Map<String, Integer> management = Map.of("ingest", port, "classify", port, "notify", port);
    new RunState(
            RunState.READY,
            Map.of(RunState.LAUNCHER, RunningProcess.of(ProcessHandle.current())),
            new RunState.Options(null, null, null, 8080, 1),
            "system",
            new RunState.Ports(8080, 1, 2, SMTP_PORT, management, management))
        .write(data.runState());
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  List<String> lines() {
    return said.toString(UTF_8).lines().toList();
  }
}
