package dev.paperboy.bench.trend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.Progress;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.vectors.CacheFilling;
import dev.paperboy.bench.vectors.VectorCache;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.trend.AuthorStanding;
import dev.paperboy.classify.trend.TrendModel;
import dev.paperboy.classify.trend.TrendParts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Trends of papers by models that saw neither them nor their month. The model that the service
 * carries has learned from the lists that a measurement takes for its truth; so months are dealt
 * out, and the papers of each share get the parts that a model of all other months tells.
 *
 * <p>It learns from the listed papers and, for what comes on a list at all, from those given: fewer
 * than the service's own. All papers are described alike, listed or not: as the archive announced
 * them where that is known, and without remarks and field, which aren't known of all.
 */
public final class HeldOutTrends {
  private static final int SHARES = 4;

  /** Year and month in arXiv's ids. */
  private static final int MONTH = 4;

  private static final String USUAL_FIELD = "";
  private static final LocalDate BEGINNING = LocalDate.of(1991, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);

  private HeldOutTrends() {}

  /**
   * Encodes what the shared cache lacks, and trains.
   *
   * @return sums of the parts that need nobody's vote, without a burst, by arXiv id; empty where
   *     too few papers are listed to learn from
   */
  public static Map<String, Double> of(
      DataDirectory data, Collection<DataPaper> papers, Progress progress) throws IOException {
    Map<String, LocalDate> lists = Arrivals.lists(data);
    Map<String, DataPaper> announced = Arrivals.details(data, lists.keySet());
    List<String> texts = new ArrayList<>();
    announced.values().forEach(paper -> texts.add(paper.text()));
    papers.forEach(paper -> texts.add(paper.text()));
    data.read(data.listed(), paper -> texts.add(paper.text()));
    CacheFilling.fill(texts, progress);
    Set<String> learnedFrom = new HashSet<>(lists.keySet());
    papers.forEach(paper -> learnedFrom.add(paper.id()));
    Map<String, Double> sums = new HashMap<>();
    try (VectorCache vectors = VectorCache.shared()) {
      List<ListedPaper> listed =
          DailyLists.read(data, vectors, announced).stream().filter(ListedPaper::hasPlace).toList();
      List<Arrival> arrivals =
          Arrivals.read(data, vectors, lists, BEGINNING, END, false).stream()
              .filter(one -> learnedFrom.contains(one.paper().id()))
              .toList();
      for (int share = 0; share < SHARES; share++) {
        int unseen = share;
        List<ListedPaper> seen =
            listed.stream().filter(one -> share(one.paper().id()) != unseen).toList();
        if (seen.size() < TrendTraining.LEAST_PLACED) {
          progress.say(
              String.format(
                  Locale.ROOT,
                  "no trends: %,d listed papers with votes, of %,d",
                  seen.size(),
                  TrendTraining.LEAST_PLACED));
          return Map.of();
        }
        TrendModel model =
            new TrendTraining(
                    arrivals.stream().filter(one -> share(one.paper().id()) != unseen).toList(),
                    seen,
                    seen.getLast().paper().day(),
                    BgeSmallEncoder.ID,
                    progress)
                .train();
        TrendParts parts = new TrendParts(model, BgeSmallEncoder.ID);
        for (DataPaper paper : papers) {
          if (share(paper.id()) == unseen) {
            TrendParts.Paper its = traits(announced.getOrDefault(paper.id(), paper), vectors);
            sums.put(paper.id(), sum(parts.of(its, 0, AuthorStanding.NONE)));
          }
        }
      }
    }
    return sums;
  }

  private static TrendParts.Paper traits(DataPaper paper, VectorCache vectors) throws IOException {
    return new TrendParts.Paper(
        paper.title(),
        paper.abstractText(),
        null,
        authors(paper),
        USUAL_FIELD,
        paper.day(),
        Vectors.fromBytes(vectors.get(paper.text())));
  }

  private static List<String> authors(DataPaper paper) {
    JsonNode names = paper.line().path("authors");
    if (!names.isArray()) {
      return paper.authors();
    }
    List<String> authors = new ArrayList<>();
    names.forEach(name -> authors.add(name.asText()));
    return authors;
  }

  private static int share(String id) {
    return Math.floorMod(id.substring(0, Math.min(MONTH, id.length())).hashCode(), SHARES);
  }

  private static double sum(Map<String, Double> parts) {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
