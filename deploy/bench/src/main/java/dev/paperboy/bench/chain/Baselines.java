package dev.paperboy.bench.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.paperboy.bench.paper.PaperFile;
import dev.paperboy.classify.encode.BgeSmallEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The least that each stage has to do, by itself: papers per second. */
final class Baselines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTITIONS = 4;
  private static final int PASSES = 3;
  private static final int WARMUP = 20;

  private Baselines() {}

  /** Reading a file and decoding its JSON, nothing else; the best of some passes. */
  static double decoding(Path file) throws IOException {
    double best = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long begin = System.nanoTime();
      int papers = 0;
      try (BufferedReader lines = PaperFile.reader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          papers += JSON.readTree(line).size() > 0 ? 1 : 0;
        }
      }
      best = Math.max(best, perSecond(papers, begin));
    }
    return best;
  }

  /** Sending the same records one at a time, each acknowledged before the next. */
  static double awaitedSending(List<ConsumerRecord<String, byte[]>> records, String kafka)
      throws ExecutionException, InterruptedException {
    String topic = "bench.awaited";
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
      for (ConsumerRecord<String, byte[]> record :
          records.subList(0, Math.min(WARMUP, records.size()))) {
        producer.send(copy(topic, record)).get();
      }
      long begin = System.nanoTime();
      for (ConsumerRecord<String, byte[]> record : records) {
        producer.send(copy(topic, record)).get();
      }
      return perSecond(records.size(), begin);
    }
  }

  private static ProducerRecord<String, byte[]> copy(
      String topic, ConsumerRecord<String, byte[]> record) {
    return new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
  }

  /** The encoder on the same texts, on every core, with nothing around it. */
  static double bareEncoder(List<String> warmup, List<String> texts) {
    try (BgeSmallEncoder encoder =
        new BgeSmallEncoder(Runtime.getRuntime().availableProcessors())) {
      encoder.encodeAll(warmup).join();
      long begin = System.nanoTime();
      encoder.encodeAll(texts).join();
      return perSecond(texts.size(), begin);
    }
  }

  /**
   * langchain4j's in-process model of the same weights, its own threads, on the same tokens: it
   * would read up to 512 of them.
   */
  static double langchain4j(List<String> warmup, List<String> texts) throws IOException {
    EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    try (TokenCut cut = new TokenCut()) {
      model.embedAll(cut.of(warmup));
      List<TextSegment> segments = cut.of(texts);
      long begin = System.nanoTime();
      model.embedAll(segments);
      return perSecond(texts.size(), begin);
    }
  }

  private static double perSecond(int papers, long begin) {
    return papers / ((System.nanoTime() - begin) / 1e9);
  }
}
