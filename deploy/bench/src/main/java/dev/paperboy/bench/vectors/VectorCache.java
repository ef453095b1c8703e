package dev.paperboy.bench.vectors;

import dev.paperboy.classify.encode.BgeSmallEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Vectors of texts in a file that only grows: a header with the encoder's id, then records of one
 * size: key of the text, a signed byte per dimension, checksum.
 *
 * <p>Whoever is killed while appending leaves at most one torn record at the end, which readers
 * pass over and the next writer cuts off. One process may append while others read what was there
 * when they opened it.
 */
public final class VectorCache implements AutoCloseable {
  private static final byte[] MAGIC = "PBVEC1\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 64;

  private final int dimensions;
  private final FileChannel file;
  private final Map<TextKey, Integer> places = new HashMap<>();
  private ByteBuffer records;

  private VectorCache(FileChannel file, String encoder, int dimensions, boolean writable)
      throws IOException {
    this.file = file;
    this.dimensions = dimensions;
    ByteBuffer header = header(encoder, dimensions);
    if (writable && file.size() < HEADER) {
      file.truncate(0);
      file.write(header.duplicate());
    }
    if (file.size() >= HEADER) {
      ByteBuffer found = ByteBuffer.allocate(HEADER);
      file.read(found, 0);
      if (!found.flip().equals(header)) {
        throw new IOException("the vector cache was not made by " + encoder + "; delete it");
      }
    }
    map();
    int whole = readKeys();
    if (writable) {
      file.truncate(HEADER + (long) whole * recordSize());
      file.position(file.size());
    }
  }

  /**
   * The file of an encoder's vectors below {@code ~/.cache/paperboy}, or below {@code
   * XDG_CACHE_HOME}.
   */
  public static Path fileOf(String encoder) {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return home.resolve("paperboy/vectors-" + encoder.replaceAll("[^\\w.-]", "-") + ".bin");
  }

  /** The shared cache of the encoder that classify uses, to read only; empty where none is. */
  public static VectorCache shared() throws IOException {
    return read(fileOf(BgeSmallEncoder.ID), BgeSmallEncoder.ID, BgeSmallEncoder.DIMENSIONS);
  }

  /** Opens for reading; an absent file is an empty cache. */
  public static VectorCache read(Path path, String encoder, int dimensions) throws IOException {
    if (!Files.exists(path)) {
      Files.createDirectories(path.getParent());
      Files.write(path, new byte[0], StandardOpenOption.CREATE);
    }
    return open(FileChannel.open(path, StandardOpenOption.READ), encoder, dimensions, false);
  }

  /**
   * Opens for appending.
   *
   * @throws IOException also where another process appends
   */
  public static VectorCache append(Path path, String encoder, int dimensions) throws IOException {
    Files.createDirectories(path.getParent());
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = file.tryLock();
    if (lock == null) {
      file.close();
      throw new IOException("another process is filling " + path + "; wait for it, or end it");
    }
    return open(file, encoder, dimensions, true);
  }

  private static VectorCache open(
      FileChannel file, String encoder, int dimensions, boolean writable) throws IOException {
    try {
      return new VectorCache(file, encoder, dimensions, writable);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static ByteBuffer header(String encoder, int dimensions) {
    byte[] id = encoder.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put(MAGIC).putInt(dimensions).put(id, 0, Math.min(id.length, header.remaining()));
    return header.position(0);
  }

  private int recordSize() {
    return TextKey.BYTES + dimensions + Integer.BYTES;
  }

  private void map() throws IOException {
    long size = Math.max(0, file.size() - HEADER);
    records = size == 0 ? ByteBuffer.allocate(0) : file.map(MapMode.READ_ONLY, HEADER, size);
  }

  /** Reads the whole records and returns how many there are. */
  private int readKeys() {
    int count = records.limit() / recordSize();
    for (int i = 0; i < count; i++) {
      ByteBuffer record = records.slice(i * recordSize(), recordSize());
      if (checksum(record.slice(0, recordSize() - Integer.BYTES))
          != record.getInt(recordSize() - Integer.BYTES)) {
        return i;
      }
      places.put(TextKey.from(record), i);
    }
    return count;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  public int size() {
    return places.size();
  }

  /** Bytes on disk. */
  public long bytes() throws IOException {
    return file.size();
  }

  /** The keys known. */
  Set<TextKey> keys() {
    return places.keySet();
  }

  /** A text's vector, a signed byte per dimension; null where it was not encoded yet. */
  public byte[] get(String text) throws IOException {
    Integer place = places.get(TextKey.of(text));
    if (place == null) {
      return null;
    }
    int begin = place * recordSize() + TextKey.BYTES;
    if (begin + dimensions > records.limit()) {
      map();
    }
    byte[] vector = new byte[dimensions];
    records.get(begin, vector);
    return vector;
  }

  /** Adds vectors; they are in the file when this returns. */
  public void add(List<String> texts, List<byte[]> vectors) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(texts.size() * recordSize());
    int place = (int) ((file.size() - HEADER) / recordSize());
    for (int i = 0; i < texts.size(); i++) {
      TextKey key = TextKey.of(texts.get(i));
      int begin = out.position();
      key.to(out);
      out.put(Arrays.copyOf(vectors.get(i), dimensions));
      out.putInt(checksum(out.slice(begin, recordSize() - Integer.BYTES)));
      places.put(key, place + i);
    }
    out.flip();
    while (out.hasRemaining()) {
      file.write(out);
    }
  }

  /** Closes the file; another process may append from then on. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
