package dev.paperboy.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.mail.MailMessages;
import dev.paperboy.notify.signup.FilterMessages;
import dev.paperboy.notify.signup.PreferencesMessages;
import dev.paperboy.notify.signup.SignupMessages;
import dev.paperboy.pagekit.standalone.StandaloneBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another language is a matter of files: templates hold no words of their own. */
class WordsTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  private static final List<Class<?>> BUNDLES =
      List.of(
          MailMessages.class,
          SignupMessages.class,
          FilterMessages.class,
          PreferencesMessages.class);

  /** Names, which no language changes. */
  private static final Set<String> NAMES =
      Set.of("Paperboy", "PDF", "BibTeX", "Atom", "RSS", "JSON", "Feed", "cs", "nbsp");

  /** Qute's comments, expressions and sections; an apostrophe or quotation mark hides no brace. */
  private static final Pattern QUTE = Pattern.compile("(?s)\\{!.*?!}|\\{[@#/a-zA-Z][^{}]*}");

  private static final Pattern UNSEEN =
      Pattern.compile("(?s)<!--.*?-->|<style>.*?</style>|<!doctype[^>]*>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^<>]*>");
  private static final Pattern READ_ATTRIBUTE =
      Pattern.compile(
          "\\b(?:aria-label|alt|title|lang|placeholder|label|data-(?:one|many|none))=\"([^\"]*)\"");
  private static final Pattern TITLE_OF_PAGE = Pattern.compile("\\b(?:title|action)=\"([^\"]*)\"");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|/papers\\.bib");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern USE = Pattern.compile("\\b([a-z]+):([a-z0-9_]+)");

  @Test
  void findsWordsWhereverReadersSeeThem() {
    assertThat(words("<p class=\"hint\">{mail:x} {#if a}Hello{/if} <b>there</b> {y}</p>"))
        .containsExactly("Hello", "there");
    assertThat(words("<input class=\"short\" placeholder=\"any\" value=\"{x ?: 'none'}\">"))
        .containsExactly("any");
    assertThat(words("{#include pagekit/layout title=\"Pause\" current=\"subscribe\"}"))
        .containsExactly("Pause");
    assertThat(words("{! Not seen. !}<style>.a { b: c }</style>{a}: {b} &nbsp; PDF")).isEmpty();
  }

  @Test
  void templatesHoldNoWordsOfTheirOwn() {
    Map<String, Collection<String>> found = new LinkedHashMap<>();
    templates()
        .forEach(
            (name, text) -> {
              List<String> words = words(text);
              if (!words.isEmpty()) {
                found.put(name, words);
              }
            });
    assertThat(found).as("words to move into a message bundle, by template").isEmpty();
  }

  @Test
  void everyMessageIsUsed() {
    Set<String> used = new TreeSet<>();
    templates()
        .values()
        .forEach(
            text ->
                USE.matcher(text)
                    .results()
                    .map(use -> use.group(1) + ":" + use.group(2))
                    .forEach(used::add));
    Set<String> there = new TreeSet<>();
    for (Class<?> bundle : BUNDLES) {
      StandaloneBundle messages = new StandaloneBundle(bundle);
      messages.messages().keySet().forEach(key -> there.add(messages.namespace() + ":" + key));
    }
    assertThat(used).containsAll(there);
  }

  private static Map<String, String> templates() {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.put(TEMPLATES.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(texts).as("templates").isNotEmpty();
    return texts;
  }

  /** What stands between the tags, and in attributes and titles that readers see or hear. */
  private static List<String> words(String template) {
    List<String> seen = new ArrayList<>();
    QUTE.matcher(template)
        .results()
        .map(MatchResult::group)
        .filter(section -> section.startsWith("{#include"))
        .forEach(section -> groups(TITLE_OF_PAGE, section, seen));
    String html = UNSEEN.matcher(QUTE.matcher(template).replaceAll("")).replaceAll("");
    TAG.matcher(html).results().forEach(tag -> groups(READ_ATTRIBUTE, tag.group(), seen));
    seen.add(TAG.matcher(html).replaceAll(" "));
    return seen.stream()
        .map(text -> ADDRESS.matcher(text).replaceAll(""))
        .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
        .filter(word -> !NAMES.contains(word))
        .toList();
  }

  private static void groups(Pattern pattern, String text, List<String> into) {
    pattern.matcher(text).results().map(found -> found.group(1)).forEach(into::add);
  }
}
