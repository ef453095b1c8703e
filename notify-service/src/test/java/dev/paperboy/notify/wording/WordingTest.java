package dev.paperboy.notify.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/paperboy/notify");
  private static final Path SENTENCES = Path.of("src/main/resources/wording");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");
  private static final Pattern SAID =
      Pattern.compile("WORDS\\.say\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
  private static final Pattern COUNTED = Pattern.compile("WORDS\\.count\\(\\s*\"([a-z0-9.-]+)\"");

  /** Three words in a row. */
  private static final Pattern SENTENCE =
      Pattern.compile("\"[^\"\\n]*\\p{L}{2,} \\p{L}{2,} \\p{L}{2,}[^\"\\n]*\"");

  /** What the database, the log or the framework says or hears. */
  private static final Pattern NOT_READ =
      Pattern.compile("(?i)\"(select|insert|update|delete|with) .*|.*=%[ds].*|\"Param limit of\"");

  @Test
  void fillsPlacesInAndTellsOneFromMany() {
    Wording words = Wording.of("digest");
    assertThat(words.say("why.category", "cs.LG")).isEqualTo("category cs.LG");
    assertThat(words.count("new", 1)).isEqualTo("1 new paper");
    assertThat(words.count("new", 1412)).isEqualTo("1,412 new papers");
    assertThat(words.has("new")).isFalse();
    assertThatThrownBy(() -> words.say("new")).isInstanceOf(MissingResourceException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"digest", "signup", "feedback", "subscriber"})
  void whatIsSaidIsThereAndWhatIsThereIsSaid(String area) throws IOException {
    String source = source(area);
    Set<String> there = sentences(area).stringPropertyNames();
    assertThat(there).containsAll(found(SAID, source));
    assertThat(there)
        .containsAll(
            found(COUNTED, source).stream()
                .flatMap(key -> Stream.of(key + ".one", key + ".many"))
                .toList());

    Set<String> literals = found(LITERAL, source);
    List<String> unused =
        there.stream()
            .filter(key -> literals.stream().noneMatch(literal -> names(literal, key)))
            .toList();
    assertThat(unused).as("sentences that nobody says").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"signup", "feedback"})
  void pagesHoldNoSentencesOfTheirOwn(String area) throws IOException {
    assertThat(SENTENCE.matcher(source(area)).results().map(MatchResult::group))
        .filteredOn(literal -> !NOT_READ.matcher(literal).matches())
        .isEmpty();
  }

  /** Whether a literal is the key, or what the key begins with, up to a dot. */
  private static boolean names(String literal, String key) {
    return key.equals(literal)
        || literal.endsWith(".") && key.startsWith(literal)
        || key.equals(literal + ".one")
        || key.equals(literal + ".many");
  }

  private static Set<String> found(Pattern pattern, String source) {
    return pattern
        .matcher(source)
        .results()
        .map(hit -> hit.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties sentences(String area) throws IOException {
    Properties sentences = new Properties();
    try (Reader reader = Files.newBufferedReader(SENTENCES.resolve(area + ".properties"))) {
      sentences.load(reader);
    }
    return sentences;
  }

  private static boolean isBundle(Path file) {
    return file.toString().endsWith("Messages.java");
  }

  private static String source(String area) throws IOException {
    StringBuilder source = new StringBuilder();
    try (Stream<Path> files = Files.list(SOURCES.resolve(area))) {
      for (Path file : files.filter(each -> !isBundle(each)).sorted().toList()) {
        source.append(Files.readString(file));
      }
    }
    return source.toString();
  }
}
