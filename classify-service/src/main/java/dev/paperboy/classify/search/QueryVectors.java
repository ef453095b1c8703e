package dev.paperboy.classify.search;

import java.util.Optional;

/** What texts that people search for mean. */
@FunctionalInterface
public interface QueryVectors {
  /**
   * The vector of a text; returns soon.
   *
   * @return empty where it can't be had in time, so that words alone decide
   */
  Optional<QueryVector> of(String text);
}
