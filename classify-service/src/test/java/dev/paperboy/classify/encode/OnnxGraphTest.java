package dev.paperboy.classify.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxGraphTest {
  private static final List<String> TEXTS =
      List.of(
          "x",
          "Sparse attention for long documents",
          "We study sentence encoders that stay accurate on rare topics. A sparse objective halves"
              + " the index and keeps recall, at $\\mathcal{O}(n \\log n)$ and α = 0.5.",
          String.join(" ", Collections.nCopies(300, "zirconium lattices under strain")));

  private static byte[] model() throws IOException {
    try (InputStream in = OnnxGraphTest.class.getResourceAsStream("/bge-small-en-v1.5-q.onnx")) {
      return in.readAllBytes();
    }
  }

  @Test
  void withoutTheMaskVectorsAreBitForBitThoseOfTheWholeModel() throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        HuggingFaceTokenizer tokenizer = BgeSmallEncoder.tokenizer();
        BgeSmallEncoder ours = new BgeSmallEncoder(1)) {
      options.setIntraOpNumThreads(1);
      try (OrtSession whole = environment.createSession(model(), options)) {
        for (String text : TEXTS) {
          Encoding tokens = tokenizer.encode(text);
          try (OnnxTensor ids = tensor(environment, tokens.getIds());
              OnnxTensor mask = tensor(environment, tokens.getAttentionMask());
              OnnxTensor types = tensor(environment, tokens.getTypeIds());
              OrtSession.Result result =
                  whole.run(
                      Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[] first = new float[BgeSmallEncoder.DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
            assertThat(ours.encode(text)).as(text).isEqualTo(Vectors.unit(first));
          }
        }
      }
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, long[] values) throws Exception {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  @Test
  void whatOnlyTheMaskNeededIsLeftOut() throws IOException {
    byte[] model = model();
    byte[] without = new OnnxGraph(model).withoutAdding("/Mul_output_0");

    assertThat(without.length).isBetween(model.length - 10_000, model.length - 1_000);
    assertThatThrownBy(() -> new OnnxGraph(without).withoutAdding("/Mul_output_0"))
        .hasMessage("nothing adds «/Mul_output_0»");
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThatThrownBy(() -> new OnnxGraph(new byte[] {0x08, 0x06}))
        .hasMessage("this is no model in ONNX form");
  }
}
