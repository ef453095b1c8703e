package dev.paperboy.events;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the business clock the one injected {@link Clock}. */
@Singleton
class BusinessClockProducer {
  @Produces
  @Singleton
  Clock businessClock(
      @ConfigProperty(name = "paperboy.clock", defaultValue = "system") String setting) {
    return BusinessClock.of(setting);
  }
}
