package dev.paperboy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A bench's figures, for people or for programs. */
record Report(String bench, String machine, List<Figure> figures) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final List<String> HEADINGS =
      List.of("figure", "value", "unit", "goal", "met", "baselines");
  private static final int VALUE = 1;

  /** {@code {"bench":…,"machine":…,"figures":[{name,value,unit,goal,met,baselines}]}}. */
  String json() {
    ObjectNode json = JSON.createObjectNode().put("bench", bench).put("machine", machine);
    for (Figure figure : figures) {
      ObjectNode node = json.withArray("figures").addObject();
      node.put("name", figure.name());
      node.put("value", rounded(figure.value()));
      node.put("unit", figure.unit());
      node.put("goal", figure.goal() == null ? null : (Double) figure.goal().value());
      node.put("met", figure.met());
      ObjectNode baselines = node.putObject("baselines");
      figure.baselines().forEach((name, value) -> baselines.put(name, rounded(value)));
    }
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }

  /** A table under a heading, numbers to the right. */
  String text() {
    List<List<String>> rows =
        Stream.concat(Stream.of(HEADINGS), figures.stream().map(Report::row)).toList();
    List<Integer> widths =
        IntStream.range(0, HEADINGS.size())
            .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    return bench
        + " on "
        + machine
        + "\n\n"
        + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static List<String> row(Figure figure) {
    return List.of(
        figure.name(),
        written(figure.value()),
        figure.unit(),
        figure.goal() == null
            ? ""
            : (figure.goal().most() ? "≤ " : "≥ ") + written(figure.goal().value()),
        figure.met() == null ? "" : figure.met() ? "yes" : "NO",
        figure.baselines().entrySet().stream()
            .map(baseline -> baseline.getKey() + " " + written(baseline.getValue()))
            .collect(Collectors.joining("; ")));
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i -> {
              String padding = " ".repeat(widths.get(i) - row.get(i).length());
              return i == VALUE ? padding + row.get(i) : row.get(i) + padding;
            })
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }

  /** Three significant digits below a thousand, none behind the point above it. */
  private static String written(double value) {
    double size = Math.abs(value);
    int digits = size >= 100 || value == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
