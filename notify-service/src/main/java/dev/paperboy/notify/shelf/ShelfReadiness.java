package dev.paperboy.notify.shelf;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which topics notify waits for. */
@Readiness
@Singleton
class ShelfReadiness implements HealthCheck {
  private final ShelfWatch watch;

  ShelfReadiness(ShelfWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    ShelfWatch.Look look = watch.last();
    var answer = HealthCheckResponse.named("shelf");
    if (look.trouble() != null) {
      return answer.down().withData("state", "starting: " + look.trouble()).build();
    }
    if (look.missing().isEmpty()) {
      return answer.up().build();
    }
    return answer
        .down()
        .withData(
            "state",
            "starting: waits for the "
                + (look.missing().size() == 1 ? "topic " : "topics ")
                + String.join(", ", look.missing()))
        .withData(
            "advice",
            "start "
                + look.missing().stream()
                    .map(NotifyTopics.READ::get)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" and "))
                + ": who writes a topic declares it")
        .build();
  }
}
