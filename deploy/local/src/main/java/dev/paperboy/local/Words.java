package dev.paperboy.local;

import java.nio.file.InvalidPathException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options as typed, each at most once. */
record Words(Map<String, String> values, Set<String> flags) {
  interface Reader<T> {
    T read(String text) throws UsageException;
  }

  static Words of(String command, List<String> words, Set<String> valued, Set<String> flags)
      throws UsageException {
    return of(command, words, valued, flags, Set.of());
  }

  /**
   * @param either options that may stand with a value or as flags
   */
  static Words of(
      String command, List<String> words, Set<String> valued, Set<String> flags, Set<String> either)
      throws UsageException {
    Map<String, String> values = new HashMap<>();
    Set<String> set = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String[] word = words.get(i).split("=", 2);
      boolean again = false;
      boolean alone = i + 1 == words.size() || words.get(i + 1).startsWith("--");
      boolean flag = flags.contains(word[0]) || (either.contains(word[0]) && alone);
      if (flag && word.length == 1) {
        again = !set.add(word[0]) || values.containsKey(word[0]);
      } else if (valued.contains(word[0]) || either.contains(word[0])) {
        if (word.length == 1 && i + 1 == words.size()) {
          throw new UsageException(word[0] + " wants a value");
        }
        again =
            values.put(word[0], word.length == 2 ? word[1] : words.get(++i)) != null
                || set.contains(word[0]);
      } else {
        throw new UsageException("%s has no option «%s»".formatted(command, words.get(i)));
      }
      if (again) {
        throw new UsageException(word[0] + " is given twice");
      }
    }
    return new Words(values, set);
  }

  boolean flag(String name) {
    return flags.contains(name);
  }

  <T> Optional<T> value(String name, Reader<T> reader) throws UsageException {
    String text = values.get(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(text));
    } catch (DateTimeException e) {
      throw new UsageException(
          "%s wants a %s, not «%s»"
              .formatted(
                  name,
                  name.equals("--clock")
                      ? "time such as 2026-05-12T23:00:00Z"
                      : "date such as 2026-05-12",
                  text));
    } catch (NumberFormatException e) {
      throw new UsageException("%s wants a number, not «%s»".formatted(name, text));
    } catch (InvalidPathException e) {
      throw new UsageException("%s wants a path, not «%s»".formatted(name, text));
    }
  }
}
