package dev.paperboy.classify.trend;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How papers of people fared before: for each author the papers that were on a list of votes, and
 * their places there, 1 for the day's most voted and 0 for its least. Authors are salted hashes of
 * names; people of the same name share a standing. Immutable, thread-safe.
 *
 * <p>Of a standing that is carried in a file only authors of at least {@value #LEAST_PAPERS} papers
 * are known, and no days; of one that is learned from votes as they come, all.
 */
public final class AuthorStanding {
  /** Papers below which no author is written to a file: a record of one would be that paper. */
  public static final int LEAST_PAPERS = 3;

  /** Days after which a paper's votes are taken for its place. */
  public static final int SETTLED_DAYS = 2;

  /** Nobody is known. */
  public static final AuthorStanding NONE = new AuthorStanding(Map.of());

  private static final float STEP = 1 / 16f;

  /** Pseudo-papers of the least voted that are mixed in, where it counts to be known at all. */
  private static final double UNKNOWN = 1;

  /** Pseudo-papers in the middle of a list, where it counts how well one is known. */
  private static final double USUAL = 4;

  private static final double MIDDLE = 0.5;
  private static final int LEADING = 3;

  private final Map<Long, Record> records;

  private AuthorStanding(Map<Long, Record> records) {
    this.records = records;
  }

  /**
   * A paper that has its place.
   *
   * @param listed the day of its list
   * @param authors by {@link dev.paperboy.classify.topic.AuthorRecords#hash}
   * @param place among the papers of its list: 0 the least voted, 1 the most
   */
  public record Placed(LocalDate listed, long[] authors, double place) {}

  /**
   * What the standing of a paper's authors comes to.
   *
   * @param known ln(1 + the sum over authors of places / (papers + 1)): 0 where nobody is known
   * @param leading mean over the three best of (places - papers / 2) / (papers + 4): above 0 where
   *     they fare better than the middle
   * @param all the same over all authors
   */
  public record Strength(double known, double leading, double all) {
    static final Strength NOTHING = new Strength(0, 0, 0);
  }

  /** A person's papers, and the sum of their places; the days ascending, null where not kept. */
  private record Record(int papers, double places, long[] days, double[] placesUntil) {
    /** The same of papers of lists before a day. */
    Record before(long day) {
      if (days == null) {
        return this;
      }
      int at = Arrays.binarySearch(days, day);
      int count = at < 0 ? -at - 1 : firstOf(day, at);
      return new Record(count, count == 0 ? 0 : placesUntil[count - 1], null, null);
    }

    private int firstOf(long day, int at) {
      int first = at;
      while (first > 0 && days[first - 1] == day) {
        first--;
      }
      return first;
    }
  }

  /** The standing that papers give their authors. */
  public static AuthorStanding of(Collection<Placed> papers) {
    Map<Long, List<Placed>> byAuthor = new HashMap<>();
    for (Placed paper : papers) {
      Arrays.stream(paper.authors())
          .distinct()
          .forEach(author -> byAuthor.computeIfAbsent(author, a -> new ArrayList<>()).add(paper));
    }
    Map<Long, Record> records = HashMap.newHashMap(byAuthor.size());
    byAuthor.forEach(
        (author, written) -> {
          written.sort(
              (one, other) -> Long.compare(one.listed().toEpochDay(), other.listed().toEpochDay()));
          long[] days = new long[written.size()];
          double[] until = new double[days.length];
          double sum = 0;
          for (int i = 0; i < days.length; i++) {
            days[i] = written.get(i).listed().toEpochDay();
            sum += written.get(i).place();
            until[i] = sum;
          }
          records.put(author, new Record(days.length, sum, days, until));
        });
    return new AuthorStanding(records);
  }

  /** How many people are known. */
  public int size() {
    return records.size();
  }

  /**
   * What is known of authors from papers whose votes had settled on a day, here and in another
   * standing.
   *
   * @param authors hashes
   * @param announced the day of the paper that is asked about
   */
  public Strength of(long[] authors, LocalDate announced, AuthorStanding other) {
    long before = announced.minusDays(SETTLED_DAYS - 1L).toEpochDay();
    double known = 0;
    List<Double> centred = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (long author : authors) {
      if (!seen.add(author)) {
        continue;
      }
      int papers = 0;
      double places = 0;
      for (AuthorStanding standing : List.of(this, other)) {
        Record found = standing.records.get(author);
        if (found != null) {
          Record then = found.before(before);
          papers += then.papers();
          places += then.places();
        }
      }
      known += places / (papers + UNKNOWN);
      centred.add((places - MIDDLE * papers) / (papers + USUAL));
    }
    if (centred.isEmpty()) {
      return Strength.NOTHING;
    }
    centred.sort((one, two) -> Double.compare(two, one));
    double leading = 0;
    double all = 0;
    for (int i = 0; i < centred.size(); i++) {
      leading += i < LEADING ? centred.get(i) : 0;
      all += centred.get(i);
    }
    return new Strength(Math.log1p(known), leading / LEADING, all / centred.size());
  }

  static AuthorStanding read(DataInputStream in) throws IOException {
    int count = in.readInt();
    Map<Long, Record> records = HashMap.newHashMap(count);
    for (int a = 0; a < count; a++) {
      long author = in.readLong();
      int papers = in.readUnsignedShort();
      records.put(author, new Record(papers, in.readUnsignedShort() * STEP, null, null));
    }
    return new AuthorStanding(records);
  }

  /** Writes those of at least {@value #LEAST_PAPERS} papers, without their days. */
  void write(DataOutputStream out) throws IOException {
    Map<Long, Record> kept = new TreeMap<>(records);
    kept.values().removeIf(known -> known.papers() < LEAST_PAPERS);
    out.writeInt(kept.size());
    for (Map.Entry<Long, Record> known : kept.entrySet()) {
      out.writeLong(known.getKey());
      out.writeShort(known.getValue().papers());
      out.writeShort((int) Math.round(known.getValue().places() / STEP));
    }
  }
}
