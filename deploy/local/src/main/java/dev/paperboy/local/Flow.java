package dev.paperboy.local;

/**
 * How far the papers have come.
 *
 * @param announced by ingest
 * @param classified by classify
 * @param shelved by notify, ready for digests
 */
record Flow(long announced, long classified, long shelved) {
  static Flow ask(RunState.Ports ports) throws InterruptedException {
    return new Flow(
        count(ports, Service.INGEST, "announced"),
        count(ports, Service.CLASSIFY, "classified"),
        count(ports, Service.NOTIFY, "shelved"));
  }

  /** Whether every paper announced so far has its topics. */
  boolean tagged() {
    return announced > 0 && classified >= announced;
  }

  /** Whether every paper announced so far can be in a digest. */
  boolean arrived() {
    return tagged() && shelved >= announced;
  }

  @Override
  public String toString() {
    return "%s announced · %s classified · %s shelved"
        .formatted(Console.number(announced), Console.number(classified), Console.number(shelved));
  }

  private static long count(RunState.Ports ports, Service service, String counter)
      throws InterruptedException {
    return new Management(ports.management().get(service.label()))
        .counters()
        .getOrDefault(counter, 0L);
  }
}
