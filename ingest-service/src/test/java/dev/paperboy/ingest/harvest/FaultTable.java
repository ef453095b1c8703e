package dev.paperboy.ingest.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.EventId;
import dev.paperboy.ingest.harvest.Events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of faults, a row each, printed when all of them were met. */
final class FaultTable {
  private static final String LINE = "| %-34s | %3s | %4s | %4s | %-9s | %s%n";

  private final List<Object[]> rows = new ArrayList<>();

  /**
   * Checks that every paper was announced once and is stored, and keeps the row.
   *
   * @param fault its name
   * @param requests how many the source sent while it lasted
   * @param said what the operator saw while it lasted
   * @param wanted the ids of all papers there are
   * @param afterwards the verdict when it was over
   */
  void add(String fault, int requests, String said, Set<String> wanted, String afterwards)
      throws Exception {
    assertThat(addAtLeastOnce(fault, requests, said, wanted, afterwards))
        .as(fault + ": each once")
        .isEqualTo(wanted.size());
  }

  /**
   * The same where an event may come twice, under one id.
   *
   * @return how many events there are
   */
  int addAtLeastOnce(String fault, int requests, String said, Set<String> wanted, String afterwards)
      throws Exception {
    List<Event> news =
        Events.of("papers.announced.v1").stream().filter(e -> wanted.contains(e.key())).toList();
    List<String> stored =
        Database.column("select id from paper").stream().filter(wanted::contains).toList();
    Set<String> ids = news.stream().map(Event::id).collect(Collectors.toSet());
    long lost = wanted.stream().filter(id -> !stored.contains(id)).count();
    rows.add(new Object[] {fault, requests, news.size(), lost, afterwards, said});
    assertThat(stored).as(fault).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(ids)
        .as(fault)
        .isEqualTo(wanted.stream().map(id -> EventId.of(id, 1)).collect(Collectors.toSet()));
    return news.size();
  }

  /**
   * Requests while the fault lasts, events and papers lost when it is over, the verdict then, and
   * what the operator was told while it lasted.
   */
  void print() {
    System.out.printf(LINE, "fault", "req", "told", "lost", "then", "the operator was told");
    rows.forEach(row -> System.out.printf(LINE, row));
  }
}
