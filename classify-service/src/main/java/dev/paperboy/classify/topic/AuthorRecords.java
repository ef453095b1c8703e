package dev.paperboy.classify.topic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people wrote about before: for each author of several papers, in how many of them each label
 * occurs. Authors are kept as salted hashes of their names, and only those of at least {@value
 * #LEAST_PAPERS} papers.
 *
 * <p>People of the same name share a record; it then speaks for many labels, and so for none much.
 */
public final class AuthorRecords {
  /** Papers below which no record is kept: a record of one paper would be that paper. */
  public static final int LEAST_PAPERS = 3;

  private static final String SALT = "paperboy/categories/1\n";
  private static final Pattern TEX_ACCENT = Pattern.compile("\\\\(?:[a-zA-Z]+\\s*|.)|[{}]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Of an author of more papers, counts are scaled down to so many. */
  private static final int MOST_COUNTED = 255;

  /** An author of more papers than this counts no more than one of so many. */
  private static final int MOST_TRUSTED = 10;

  /** How many papers' worth of the usual shares are mixed into the authors' own. */
  private static final double USUAL = 0.5;

  private final float[] usual;
  private final long[] hashes;
  private final byte[] papers;

  /** Where an author's labels begin; one more than there are authors. */
  private final int[] begins;

  private final byte[] labels;
  private final byte[] counts;

  private AuthorRecords(
      float[] usual, long[] hashes, byte[] papers, int[] begins, byte[] labels, byte[] counts) {
    this.usual = usual;
    this.hashes = hashes;
    this.papers = papers;
    this.begins = begins;
    this.labels = labels;
    this.counts = counts;
  }

  /** A person over all papers, whatever the case, accents and full stops of the name. */
  public static long hash(String author) {
    String name = TEX_ACCENT.matcher(author).replaceAll("");
    String plain =
        NO_LETTERS
            .matcher(
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll(""))
            .replaceAll(" ")
            .strip()
            .toLowerCase(Locale.ROOT);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((SALT + plain).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Records of papers.
   *
   * @param authors hashes of each paper's authors
   * @param labelsOf each paper
   * @param labelCount at most 256
   */
  public static AuthorRecords of(List<long[]> authors, List<int[]> labelsOf, int labelCount) {
    float[] usual = new float[labelCount];
    Map<Long, int[]> written = new TreeMap<>();
    Map<Long, SortedMap<Integer, Integer>> records = new TreeMap<>();
    for (long[] people : authors) {
      Arrays.stream(people)
          .distinct()
          .forEach(person -> written.computeIfAbsent(person, p -> new int[1])[0]++);
    }
    written.values().removeIf(count -> count[0] < LEAST_PAPERS);
    for (int p = 0; p < authors.size(); p++) {
      for (int label : labelsOf.get(p)) {
        usual[label] += 1f / authors.size();
        for (long person : Arrays.stream(authors.get(p)).distinct().toArray()) {
          if (written.containsKey(person)) {
            records.computeIfAbsent(person, a -> new TreeMap<>()).merge(label, 1, Integer::sum);
          }
        }
      }
    }
    int entries = records.values().stream().mapToInt(Map::size).sum();
    long[] hashes = new long[records.size()];
    byte[] papers = new byte[hashes.length];
    int[] begins = new int[hashes.length + 1];
    byte[] labels = new byte[entries];
    byte[] counts = new byte[entries];
    int author = 0;
    int end = 0;
    for (Map.Entry<Long, SortedMap<Integer, Integer>> record : records.entrySet()) {
      int of = written.get(record.getKey())[0];
      double scale = Math.min(1, MOST_COUNTED / (double) of);
      hashes[author] = record.getKey();
      papers[author] = (byte) Math.min(of, MOST_COUNTED);
      for (Map.Entry<Integer, Integer> label : record.getValue().entrySet()) {
        labels[end] = label.getKey().byteValue();
        counts[end++] = (byte) Math.round(label.getValue() * scale);
      }
      begins[++author] = end;
    }
    return new AuthorRecords(usual, hashes, papers, begins, labels, counts);
  }

  static AuthorRecords read(DataInputStream in) throws IOException {
    float[] usual = Floats.read(in, in.readInt());
    long[] hashes = new long[in.readInt()];
    for (int a = 0; a < hashes.length; a++) {
      hashes[a] = in.readLong();
    }
    byte[] papers = in.readNBytes(hashes.length);
    int[] begins = new int[hashes.length + 1];
    for (int a = 0; a < hashes.length; a++) {
      begins[a + 1] = begins[a] + in.readUnsignedByte();
    }
    int entries = begins[hashes.length];
    return new AuthorRecords(
        usual, hashes, papers, begins, in.readNBytes(entries), in.readNBytes(entries));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(usual.length);
    Floats.write(out, usual);
    out.writeInt(hashes.length);
    for (long hash : hashes) {
      out.writeLong(hash);
    }
    out.write(papers);
    for (int a = 0; a < hashes.length; a++) {
      out.writeByte(begins[a + 1] - begins[a]);
    }
    out.write(labels);
    out.write(counts);
  }

  /** How many people have a record. */
  public int size() {
    return hashes.length;
  }

  /**
   * How much more the authors' earlier papers are of each label than papers are on the whole, as a
   * logarithm; zeros where no author is known.
   *
   * @param authors hashes
   */
  public double[] odds(long[] authors) {
    double[] sums = new double[usual.length];
    double trust = 0;
    Set<Long> seen = new HashSet<>();
    for (long hash : authors) {
      int a = Arrays.binarySearch(hashes, hash);
      if (a >= 0 && seen.add(hash)) {
        int of = papers[a] & 0xff;
        double weight = Math.sqrt(Math.min(of, MOST_TRUSTED));
        trust += weight;
        for (int e = begins[a]; e < begins[a + 1]; e++) {
          sums[labels[e] & 0xff] += weight * (counts[e] & 0xff) / of;
        }
      }
    }
    for (int l = 0; l < sums.length && trust > 0; l++) {
      sums[l] = Math.log((sums[l] / USUAL + usual[l]) / (trust / USUAL + 1) / usual[l]);
    }
    return sums;
  }
}
