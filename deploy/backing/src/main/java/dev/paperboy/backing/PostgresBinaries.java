package dev.paperboy.backing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs out of the Maven jar, unpacked once per user and version. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * The directory that holds {@code bin/}, {@code lib/} and {@code share/}.
   *
   * @throws IOException where no programs exist for this platform, or they cannot be unpacked
   */
  static Path unpacked() throws IOException {
    String archive = archiveName();
    Path home = cache().resolve("postgresql-" + checksum(archive));
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(home.getParent());
    // Unpacked beside, then renamed: a crash or a second process never shows a half-filled home.
    Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
    try {
      unpack(archive, fresh);
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      Directories.delete(fresh);
    }
    return home;
  }

  private static String archiveName() throws IOException {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        "/postgres-%s-%s.txz"
            .formatted(
                os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux",
                cpu.equals("aarch64") ? "arm_64" : "x86_64");
    if (PostgresBinaries.class.getResource(name) == null) {
      throw new IOException(
          "no embedded PostgreSQL for %s on %s; use docker compose there".formatted(os, cpu));
    }
    return name;
  }

  private static Path cache() {
    Path home = Path.of(System.getProperty("user.home"));
    return Files.isWritable(home)
        ? home.resolve(".cache").resolve("paperboy")
        : Path.of(System.getProperty("java.io.tmpdir"))
            .resolve("paperboy-" + System.getProperty("user.name"));
  }

  private static String checksum(String archive) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in =
          new DigestInputStream(PostgresBinaries.class.getResourceAsStream(archive), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(
                new BufferedInputStream(PostgresBinaries.class.getResourceAsStream(archive))))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, executable());
          }
        }
      }
    }
  }

  private static Set<PosixFilePermission> executable() {
    return EnumSet.of(
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_EXECUTE);
  }
}
