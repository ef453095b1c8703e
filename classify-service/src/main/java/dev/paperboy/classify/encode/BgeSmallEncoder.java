package dev.paperboy.classify.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * bge-small-en-v1.5, int8, on ONNX Runtime: 384 dimensions, the [CLS] token's state, unit norm.
 *
 * <p>One session with one thread inside it, shared by a worker per core, a text at a time: measured
 * both the fastest way and the only exact one, since a quantised vector depends on what shares its
 * batch.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">model card</a>
 */
public final class BgeSmallEncoder implements Encoder {
  /** Its dimensions, for those who read its vectors without loading it. */
  public static final int DIMENSIONS = 384;

  private static final int TOKENS = 256;

  /** Its id, for those who read its vectors without loading it. */
  public static final String ID = "bge-small-en-v1.5-q/" + TOKENS;

  private static final int RUNS_BETWEEN_SHRINKING = 32;

  /**
   * What the model adds to attention's scores: 0 for a token, and far below for padding. A text by
   * itself has none, and adding zeros to tokens × tokens scores in each layer takes 4 % of the time
   * and more of the memory's.
   */
  private static final String ATTENTION_MASK = "/Mul_output_0";

  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final OrtSession.RunOptions shrinking;
  private final AtomicInteger runs = new AtomicInteger();
  private final ExecutorService workers;

  /**
   * Loads the model from the class path; takes about half a second.
   *
   * @param threads texts encoded at once; one per core
   */
  public BgeSmallEncoder(int threads) {
    try (InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      tokenizer = tokenizer();
      environment = OrtEnvironment.getEnvironment();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Patterns are kept per shape, and nearly every text has a shape of its own.
      options.setMemoryPatternOptimization(false);
      session =
          environment.createSession(
              new OnnxGraph(model.readAllBytes()).withoutAdding(ATTENTION_MASK), options);
      shrinking = new OrtSession.RunOptions();
      shrinking.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder's model could not be loaded", e);
    }
    workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("encoder-", 0).daemon().factory());
  }

  /** Its tokenizer by itself, which cuts texts off behind the tokens that the encoder reads. */
  public static HuggingFaceTokenizer tokenizer() throws IOException {
    // Keeps DJL from looking for newer native libraries on the network.
    System.setProperty("ai.djl.offline", "true");
    try (InputStream words = resource(TOKENIZER)) {
      return HuggingFaceTokenizer.newInstance(
          words, Map.of("padding", "false", "truncation", "true", "maxLength", "" + TOKENS));
    }
  }

  private static InputStream resource(String name) {
    InputStream in = BgeSmallEncoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + name);
    }
    return in;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] encode(String text) {
    Encoding tokens = tokenizer.encode(text);
    try (OnnxTensor ids = tensor(tokens.getIds());
        OnnxTensor types = tensor(tokens.getTypeIds());
        OrtSession.Result result =
            session.run(Map.of("input_ids", ids, "token_type_ids", types), options())) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] first = new float[DIMENSIONS];
      states.get(first);
      return Vectors.unit(first);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed on a text", e);
    }
  }

  /**
   * Memory that texts of many lengths leave scattered in the arena is given back now and then:
   * without the arena a text takes 7 % longer, and never given back it grows to gigabytes.
   */
  private OrtSession.RunOptions options() {
    return runs.incrementAndGet() % RUNS_BETWEEN_SHRINKING == 0 ? shrinking : null;
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  @Override
  public CompletableFuture<List<float[]>> encodeAll(List<String> texts) {
    List<CompletableFuture<float[]>> vectors =
        texts.stream()
            .map(text -> CompletableFuture.supplyAsync(() -> encode(text), workers))
            .toList();
    return CompletableFuture.allOf(vectors.toArray(CompletableFuture[]::new))
        .thenApply(done -> vectors.stream().map(CompletableFuture::join).toList());
  }

  @Override
  public void close() {
    workers.shutdownNow();
    tokenizer.close();
    shrinking.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder's session could not be closed", e);
    }
  }
}
