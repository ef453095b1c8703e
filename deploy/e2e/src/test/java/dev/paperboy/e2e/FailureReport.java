package dev.paperboy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Adds to a failed test's message how far the papers came and what the services complained of: the
 * logs themselves stay on the machine that ran it.
 */
public final class FailureReport
    implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
  private static final Pattern COMPLAINT = Pattern.compile("^[-0-9]{10} [0-9:,]+ (WARN|ERROR) .*");
  private static final int COMPLAINTS = 12;
  private static final int LAST_LINES = 6;
  private static final int WIDTH = 300;

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw told(failure);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw told(failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw told(failure);
  }

  private static Throwable told(Throwable failure) {
    if (failure instanceof TestAbortedException) {
      return failure;
    }
    String report = LocalRun.living().stream().map(FailureReport::of).collect(Collectors.joining());
    return report.isEmpty() ? failure : new AssertionError(failure.getMessage() + report, failure);
  }

  private static String of(LocalRun run) {
    StringBuilder report = new StringBuilder("\n").append(run.data().getFileName());
    try {
      report.append(": ").append(run.counters());
    } catch (IOException | RuntimeException | AssertionError e) {
      report.append(": no counters, ").append(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (String service : List.of("ingest", "classify", "notify")) {
      Path log = run.data().resolve("logs").resolve(service + ".log");
      if (Files.exists(log)) {
        report.append("\n-- ").append(log.getFileName()).append('\n').append(linesThatTell(log));
      }
    }
    return report.toString();
  }

  private static String linesThatTell(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> complaints =
          lines.stream().filter(line -> COMPLAINT.matcher(line).matches()).toList();
      return Stream.concat(
              complaints.stream().limit(COMPLAINTS),
              lines.stream().skip(Math.max(0, lines.size() - LAST_LINES)))
          .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) : line)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
