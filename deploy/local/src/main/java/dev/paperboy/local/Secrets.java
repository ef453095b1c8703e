package dev.paperboy.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Random passwords and the signing key of one data directory, made at its first run, mode 0600. */
record Secrets(Map<String, String> values) {
  private static final String ADMIN = "postgres";
  private static final String SIGNING_KEY = "hmac";
  private static final List<String> NAMES =
      List.of(ADMIN, "ingest", "classify", "notify", SIGNING_KEY);

  /** Reads the file; creates it, or adds what is missing. */
  static Secrets in(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    boolean complete = true;
    SecureRandom random = new SecureRandom();
    for (String name : NAMES) {
      if (properties.getProperty(name) == null) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        properties.setProperty(name, HexFormat.of().formatHex(bytes));
        complete = false;
      }
    }
    if (!complete) {
      write(file, properties);
    }
    return new Secrets(
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty)));
  }

  private static void write(Path file, Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, "Made at the first run. Without this file the data is not readable.");
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "secrets",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text.toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  String admin() {
    return values.get(ADMIN);
  }

  String signingKey() {
    return values.get(SIGNING_KEY);
  }

  String role(String service) {
    return values.get(service);
  }

  /** The passwords of all service roles. */
  Map<String, String> roles() {
    return Service.all().stream()
        .collect(Collectors.toMap(Service::label, service -> role(service.label())));
  }

  @Override
  public String toString() {
    return "Secrets[" + values.keySet() + "]";
  }
}
