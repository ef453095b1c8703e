package dev.paperboy.notify;

import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A clock that the test moves, and no digest unless it is asked for. */
public class MovingDays implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(MovingClock.class);
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(
            BackingResource.class, Map.of("service", "notify", "paperboy.digest.every", "24h")));
  }

  /** Those of other tests would mix their settings in. */
  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }
}
