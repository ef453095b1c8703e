package dev.paperboy.notify.likeness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What became of the search for vectors.
 *
 * @param probes by subject
 * @param unknown ids of papers that nobody here knows
 * @param unavailable subjects that could not be asked for, since classify does not answer
 */
public record Found(Map<String, Probe> probes, Set<String> unknown, Set<String> unavailable) {
  public static final Found NOTHING = new Found(Map.of(), Set.of(), Set.of());

  public Found {
    probes = Map.copyOf(probes);
    unknown = Set.copyOf(unknown);
    unavailable = Set.copyOf(unavailable);
  }

  /** Names of topics, and of the examples that were found, by their ids. */
  public Map<String, String> names(Map<String, String> topicNames) {
    Map<String, String> names = new HashMap<>(topicNames);
    probes.values().stream()
        .filter(probe -> probe.title() != null)
        .forEach(probe -> names.put(probe.subject(), probe.title()));
    return names;
  }
}
