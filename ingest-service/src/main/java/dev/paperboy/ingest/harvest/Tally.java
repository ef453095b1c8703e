package dev.paperboy.ingest.harvest;

import dev.paperboy.ingest.paper.ChangeKind;
import java.util.EnumMap;
import java.util.Map;

/** What a run announced and refused. */
final class Tally {
  private final Map<ChangeKind, Integer> announced = new EnumMap<>(ChangeKind.class);
  private int deleted;
  private int refused;
  private int pages;

  void count(ChangeKind kind) {
    announced.merge(kind, 1, Integer::sum);
  }

  void deleted(int count) {
    deleted += count;
  }

  void page() {
    pages++;
  }

  /** Whether the source was asked at all. */
  boolean hasPages() {
    return pages > 0;
  }

  void refused(int count) {
    refused += count;
  }

  int announced() {
    return announced.values().stream().mapToInt(Integer::intValue).sum();
  }

  int refused() {
    return refused;
  }

  boolean isEmpty() {
    return announced.isEmpty() && deleted == 0 && refused == 0;
  }

  /** Such as {@code NEW=2393 REPLACED=2 refused=0}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    announced.forEach((kind, count) -> text.append(kind).append('=').append(count).append(' '));
    if (deleted > 0) {
      text.append("deleted=").append(deleted).append(' ');
    }
    return text.append("refused=").append(refused).toString();
  }
}
