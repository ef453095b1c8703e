package dev.paperboy.classify.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds the site's own addresses, parameters encoded. */
public final class Link {
  private final String path;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private Link(String path) {
    this.path = path;
  }

  /** Begins with a path, encoded by the caller. */
  public static Link to(String path) {
    return new Link(path);
  }

  /** Adds a parameter; null and empty values are left out. */
  public Link with(String name, String value) {
    if (value != null && !value.isEmpty()) {
      parameters.put(name, value);
    }
    return this;
  }

  @Override
  public String toString() {
    if (parameters.isEmpty()) {
      return path;
    }
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
