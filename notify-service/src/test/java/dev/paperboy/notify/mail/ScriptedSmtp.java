package dev.paperboy.notify.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what it is told to, or hangs up instead. */
public final class ScriptedSmtp implements AutoCloseable {
  /** Instead of a reply: the connection ends. */
  public static final String HANG_UP = "";

  private final ServerSocket server;
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private volatile int connections;

  public ScriptedSmtp() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /**
   * From now on, answers a command so.
   *
   * @param command MAIL, RCPT, DATA, or a dot for what ends a message
   */
  public void answer(String command, String reply) {
    replies.put(command, reply);
  }

  /** Answers all commands well again. */
  public void behave() {
    replies.clear();
  }

  public List<String> commands() {
    return commands;
  }

  /** Messages whose final dot was read, accepted or not. */
  public List<String> messages() {
    return messages;
  }

  public int connections() {
    return connections;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections++;
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      say(socket, "220 scripted");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        String reply = replies.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 fine");
        if (reply.equals(HANG_UP)) {
          return;
        }
        say(socket, reply);
        if (verb.equals("DATA") && reply.startsWith("354") && !message(in, socket)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean message(BufferedReader in, Socket socket) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      message.append(line).append("\r\n");
    }
    messages.add(message.toString());
    String reply = replies.getOrDefault(".", "250 taken");
    if (reply.equals(HANG_UP)) {
      return false;
    }
    say(socket, reply);
    return true;
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
