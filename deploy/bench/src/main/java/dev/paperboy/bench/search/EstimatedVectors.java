package dev.paperboy.bench.search;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.paperboy.bench.data.DataPaper;
import dev.paperboy.bench.distil.StaticTable;
import dev.paperboy.bench.distil.TokenBag;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import dev.paperboy.classify.encode.Vectors;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Vectors from a table of token vectors, for papers that there is no time to encode. */
final class EstimatedVectors {
  private EstimatedVectors() {}

  /**
   * An estimate of each encoded paper by a table that was fitted to the other half of them.
   *
   * @param encoded one signed byte per dimension, by arXiv id, of all of these papers
   */
  static Map<String, byte[]> ofEach(List<DataPaper> papers, Map<String, byte[]> encoded)
      throws IOException {
    Map<String, byte[]> estimates = new HashMap<>();
    for (int half : new int[] {0, 1}) {
      List<DataPaper> fitted =
          IntStream.range(0, papers.size())
              .filter(i -> i % 2 == half)
              .mapToObj(papers::get)
              .toList();
      List<DataPaper> others =
          IntStream.range(0, papers.size())
              .filter(i -> i % 2 != half)
              .mapToObj(papers::get)
              .toList();
      estimates.putAll(of(others, fitted, encoded));
    }
    return estimates;
  }

  /** Estimates of papers by a table that was fitted to others, which are encoded. */
  static Map<String, byte[]> of(
      List<DataPaper> papers, List<DataPaper> fitted, Map<String, byte[]> encoded)
      throws IOException {
    try (HuggingFaceTokenizer tokenizer = BgeSmallEncoder.tokenizer()) {
      StaticTable table =
          StaticTable.fit(
              fitted.stream().map(paper -> TokenBag.of(tokenizer, paper.text())).toList(),
              fitted.stream().map(paper -> Vectors.fromBytes(encoded.get(paper.id()))).toList());
      Map<String, byte[]> estimates = new HashMap<>();
      for (DataPaper paper : papers) {
        estimates.put(
            paper.id(), Vectors.toBytes(table.vector(TokenBag.of(tokenizer, paper.text()))));
      }
      return estimates;
    }
  }
}
