package dev.paperboy.classify.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryShapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transformers | TOPIC",
        "graph neural networks | TOPIC",
        "reinforcement learning with verifiable rewards | TOPIC",
        "diffusion models, video, editing | LIST",
        "graph networks message passing expressivity isomorphism | LIST",
        "graph networks, message passing in the brain, expressivity, | LIST",
        "Attention is all you need | SENTENCE",
        "Robots learn skills in simulation, transferring policies across many bodies | SENTENCE",
        "Sparse attention speeds transformers up considerably. | SENTENCE",
        "A study of how models of language learn to count | SENTENCE"
      })
  void wordsLookLikeSomething(String words, QueryShape shape) {
    assertThat(QueryShape.of(List.of(words.split(" ")))).isEqualTo(shape);
  }
}
