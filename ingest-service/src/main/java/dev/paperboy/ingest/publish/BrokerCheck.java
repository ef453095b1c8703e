package dev.paperboy.ingest.publish;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Red where the broker lost what was published to it, with what to do about it. */
@Singleton
@Readiness
class BrokerCheck implements HealthCheck {
  private final BrokerHistory broker;

  BrokerCheck(BrokerHistory broker) {
    this.broker = broker;
  }

  @Override
  public HealthCheckResponse call() {
    return broker.isSame()
        ? HealthCheckResponse.up("broker")
        : HealthCheckResponse.named("broker")
            .down()
            .withData("state", "the topics lost what was published to them")
            .withData("do", BrokerHistory.MEND)
            .build();
  }
}
