package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceTest {
  private static final String INCOMING = "mp.messaging.incoming.";
  private static final String TOPIC = ".topic";

  /** Or the status would tell of records that wait, while the service has read them long ago. */
  @ParameterizedTest
  @EnumSource
  void theLauncherKnowsTheConsumerGroupOfEachTopicThatAServiceReads(Service service)
      throws IOException {
    Properties settings = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            Path.of(
                "../../%s-service/src/main/resources/application.properties"
                    .formatted(service.label())))) {
      settings.load(in);
    }
    Map<String, String> configured = new TreeMap<>();
    for (String key : settings.stringPropertyNames()) {
      if (key.startsWith(INCOMING) && key.endsWith(TOPIC)) {
        String channel = key.substring(0, key.length() - TOPIC.length());
        configured.put(settings.getProperty(key), settings.getProperty(channel + ".group.id"));
      }
    }

    assertThat(service.groups()).isEqualTo(configured);
  }
}
