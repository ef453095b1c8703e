package dev.paperboy.classify.pipeline;

import dev.paperboy.classify.encode.Encoder;
import dev.paperboy.classify.encode.Vectors;
import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.classify.topic.CategoryTagger;
import dev.paperboy.classify.topic.Tagger;
import dev.paperboy.classify.topic.TopicTag;
import dev.paperboy.classify.trend.TrendBackground;
import dev.paperboy.classify.trend.TrendParts;
import dev.paperboy.events.EventId;
import dev.paperboy.events.PaperId;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a paper's tags, vector and trend parts; the one vector is made once and read by every head.
 */
@ApplicationScoped
class Classifier {
  private static final String ARXIV = "arxiv";

  private final Encoder encoder;
  private final Tagger tagger;
  private final CategoryTagger categories;
  private final TrendParts trend;

  Classifier(Encoder encoder, Tagger tagger, CategoryTagger categories, TrendParts trend) {
    this.encoder = encoder;
    this.tagger = tagger;
    this.categories = categories;
    this.trend = trend;
  }

  /**
   * Encodes papers, then classifies them.
   *
   * @param papers what was announced
   * @param stored rows of those that are known; their vector serves again where the text is the
   *     same
   * @param background what their trends are set against
   */
  CompletableFuture<List<Classified>> classify(
      List<AnnouncedPaper> papers, Map<PaperId, StoredPaper> stored, TrendBackground background) {
    return encode(papers, stored)
        // Where all vectors are known there is nothing to wait for, and this would be the event
        // loop.
        .thenApplyAsync(
            vectors -> classify(papers, vectors, background), Infrastructure.getDefaultExecutor());
  }

  /**
   * Makes papers' vectors, on the encoder's threads.
   *
   * @param stored as with {@link #classify(List, Map, TrendBackground)}
   */
  CompletableFuture<Map<PaperId, byte[]>> encode(
      List<AnnouncedPaper> papers, Map<PaperId, StoredPaper> stored) {
    Map<PaperId, byte[]> vectors = new HashMap<>();
    List<AnnouncedPaper> toEncode = new ArrayList<>();
    for (AnnouncedPaper paper : papers) {
      StoredPaper row = stored.get(paper.id());
      if (row != null
          && row.encoder().equals(encoder.id())
          && row.textHash().equals(textHash(paper))) {
        vectors.put(paper.id(), row.vector());
      } else {
        toEncode.add(paper);
      }
    }
    return encoder
        .encodeAll(toEncode.stream().map(AnnouncedPaper::text).toList())
        .thenApply(
            encoded -> {
              for (int i = 0; i < encoded.size(); i++) {
                vectors.put(toEncode.get(i).id(), Vectors.toBytes(encoded.get(i)));
              }
              return vectors;
            });
  }

  /**
   * What the heads make of papers; takes less than a millisecond each.
   *
   * @param vectors of all of them
   */
  List<Classified> classify(
      Collection<AnnouncedPaper> papers, Map<PaperId, byte[]> vectors, TrendBackground background) {
    return papers.stream()
        .map(paper -> classify(paper, vectors.get(paper.id()), background))
        .toList();
  }

  private Classified classify(AnnouncedPaper paper, byte[] bytes, TrendBackground background) {
    // Tagged from the stored bytes, so that a reused vector gives the same tags as a fresh one.
    float[] vector = Vectors.fromBytes(bytes);
    List<TopicTag> tags =
        tagger.tag(paper.title(), paper.abstractText(), paper.categories(), vector);
    double burst =
        tags.stream()
            .mapToDouble(tag -> background.counts().burst(tag.topic(), paper.announced()))
            .max()
            .orElse(0);
    return new Classified(
        paper.seq(),
        textHash(paper),
        bytes,
        ClassifiedBody.of(paper, tags, suggested(paper, vector)),
        trend.of(
            new TrendParts.Paper(
                paper.title(),
                paper.abstractText(),
                paper.comments(),
                paper.authors(),
                paper.field(),
                paper.announced(),
                vector),
            burst,
            background.learned()));
  }

  private List<CategoryTag> suggested(AnnouncedPaper paper, float[] vector) {
    // What stands there of a withdrawn paper is why it was taken back.
    return paper.withdrawn()
        ? List.of()
        : categories.suggest(
            new CategoryTagger.Paper(
                paper.title(),
                paper.abstractText(),
                paper.comments(),
                paper.authors(),
                paper.categories(),
                vector),
            paper.id().archive().equals(ARXIV));
  }

  private static String textHash(AnnouncedPaper paper) {
    return EventId.of(paper.text(), 0);
  }
}
