package dev.paperboy.notify;

import dev.paperboy.backing.junit.BackingResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * 23:00 UTC on a Tuesday, no digest unless it is asked for, and a classify service to ask for
 * vectors.
 */
public class QuietWeek implements QuarkusTestProfile {
  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(FakeClassify.class),
        new TestResourceEntry(
            BackingResource.class,
            Map.of(
                "service", "notify",
                "paperboy.clock", "2026-05-12T23:00:00Z",
                "paperboy.digest.every", "24h",
                "paperboy.shelf.prune-every", "1s",
                "paperboy.mail.forget-every", "1s",
                "paperboy.preview.per-network-and-hour", "25",
                "paperboy.signup.min-fill-time", "0S")));
  }

  /** Those of other tests would mix their settings in. */
  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }
}
