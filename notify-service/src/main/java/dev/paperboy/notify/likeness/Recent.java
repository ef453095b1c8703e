package dev.paperboy.notify.likeness;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was used last, and so much of it; for several threads. */
public final class Recent<K, V> {
  private static final float LOAD = 0.75f;
  private static final int FIRST = 64;

  private final Map<K, V> values;

  /**
   * @param most values remembered
   */
  public Recent(int most) {
    values =
        new LinkedHashMap<>(FIRST, LOAD, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Null where it is forgotten or never was. */
  public synchronized V get(K key) {
    return values.get(key);
  }

  public synchronized void put(K key, V value) {
    values.put(key, value);
  }
}
