package dev.paperboy.backing.junit;

import dev.paperboy.backing.Backing;
import dev.paperboy.backing.Provisioning;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs a Quarkus test on the shared {@link Backing}.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(value = BackingResource.class,
 *     initArgs = @ResourceArg(name = "service", value = "notify"))
 * }</pre>
 *
 * Other init arguments become settings of the application. Tests reach the servers by {@link
 * Backing#current()}.
 */
public final class BackingResource implements QuarkusTestResourceLifecycleManager {
  private final Map<String, String> settings = new HashMap<>();
  private String service;

  @Override
  public void init(Map<String, String> arguments) {
    settings.putAll(arguments);
    service = settings.remove("service");
    if (service == null || !Provisioning.ROLES.contains(service)) {
      throw new IllegalArgumentException(
          "init argument service must be one of " + Provisioning.ROLES);
    }
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> all = new HashMap<>(Backing.current().settings(service));
    all.putAll(settings);
    return all;
  }

  /** The servers stay for the JVM's next test class; they end with the JVM. */
  @Override
  public void stop() {}
}
