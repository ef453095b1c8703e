package dev.paperboy.bench.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  private static final String ENCODER = "some-encoder/8";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void fill() throws IOException {
    file = directory.resolve("below/vectors.bin");
    try (VectorCache cache = append()) {
      cache.add(List.of("one", "two"), List.of(new byte[] {1, 2, 3}, new byte[] {-4, 5, 127}));
    }
  }

  private VectorCache append() throws IOException {
    return VectorCache.append(file, ENCODER, 3);
  }

  private VectorCache read() throws IOException {
    return VectorCache.read(file, ENCODER, 3);
  }

  @Test
  void whatWasAddedIsReadByTheNext() throws IOException {
    try (VectorCache cache = append()) {
      assertThat(cache.get("two")).containsExactly(-4, 5, 127);
      cache.add(List.of("three"), List.of(new byte[] {7, 8, 9}));
      assertThat(cache.get("three")).containsExactly(7, 8, 9);
    }
    try (VectorCache cache = read()) {
      assertThat(cache.size()).isEqualTo(3);
      assertThat(cache.get("one")).containsExactly(1, 2, 3);
      assertThat(cache.get("three")).containsExactly(7, 8, 9);
      assertThat(cache.get("four")).isNull();
    }
  }

  @Test
  void aTornRecordAtTheEndIsPassedOverAndThenReplaced() throws IOException {
    try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
      torn.setLength(torn.length() - 2);
    }
    try (VectorCache cache = read()) {
      assertThat(cache.get("one")).containsExactly(1, 2, 3);
      assertThat(cache.get("two")).isNull();
    }
    try (VectorCache cache = append()) {
      cache.add(List.of("three"), List.of(new byte[] {7, 8, 9}));
    }
    try (VectorCache cache = read()) {
      assertThat(cache.size()).isEqualTo(2);
      assertThat(cache.get("three")).containsExactly(7, 8, 9);
    }
  }

  @Test
  void aRecordWithWrongBytesIsNotBelieved() throws IOException {
    try (RandomAccessFile spoilt = new RandomAccessFile(file.toFile(), "rw")) {
      spoilt.seek(spoilt.length() - 6);
      spoilt.write(99);
    }
    try (VectorCache cache = read()) {
      assertThat(cache.get("one")).isNotNull();
      assertThat(cache.get("two")).isNull();
    }
  }

  @Test
  void vectorsOfAnotherEncoderAreRefused() {
    assertThatThrownBy(() -> VectorCache.read(file, "another/8", 3))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not made by another/8");
  }

  @Test
  void onlyOneAppends() throws IOException {
    try (VectorCache first = append()) {
      assertThat(first.size()).isEqualTo(2);
      // Within one JVM the lock itself says so; another process gets an IOException in words.
      assertThatThrownBy(this::append).isInstanceOf(OverlappingFileLockException.class);
    }
  }

  @Test
  void anAbsentFileIsAnEmptyCache() throws IOException {
    Path absent = directory.resolve("absent.bin");
    try (VectorCache cache = VectorCache.read(absent, ENCODER, 3)) {
      assertThat(cache.size()).isZero();
      assertThat(cache.get("one")).isNull();
    }
    assertThat(Files.size(absent)).isZero();
  }
}
