package dev.paperboy.classify.paper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the site's own addresses, parameters encoded. */
public final class Link {
  private record Parameter(String name, String value) {}

  private final String path;
  private final List<Parameter> parameters = new ArrayList<>();

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
      parameters.add(new Parameter(name, value));
    }
    return this;
  }

  /** Adds a parameter for each value. */
  public Link withEach(String name, List<String> values) {
    values.forEach(value -> with(name, value));
    return this;
  }

  @Override
  public String toString() {
    if (parameters.isEmpty()) {
      return path;
    }
    return parameters.stream()
        .map(p -> p.name() + "=" + URLEncoder.encode(p.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
