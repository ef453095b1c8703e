package dev.paperboy.local;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One running copy of a service.
 *
 * @param number from 1
 */
record Instance(Service service, int number) {
  /** All services' copies, the first ones of each first. */
  static List<Instance> all(int replicas) {
    return IntStream.rangeClosed(1, replicas)
        .boxed()
        .flatMap(number -> Service.all().stream().map(service -> new Instance(service, number)))
        .toList();
  }

  /** The copies of one service. */
  static List<Instance> of(Service service, int replicas) {
    return all(replicas).stream().filter(instance -> instance.service() == service).toList();
  }

  /** Its name in messages, files and {@code run.json}: {@code classify}, {@code classify-2}. */
  String label() {
    return number == 1 ? service.label() : service.label() + "-" + number;
  }

  /** The copy of another service that this one asks: the load of one is the load of the other. */
  Instance peer(Service other) {
    return new Instance(other, number);
  }
}
