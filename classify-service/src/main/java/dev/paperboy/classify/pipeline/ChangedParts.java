package dev.paperboy.classify.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is new about a paper that was announced again. */
final class ChangedParts {
  private ChangedParts() {}

  /** Names of parts as the event has them, in the order in which a reader meets them. */
  static List<String> between(ClassifiedBody before, ClassifiedBody after) {
    List<String> changed = new ArrayList<>();
    note(changed, "title", before.title(), after.title());
    note(changed, "authors", before.authors(), after.authors());
    note(changed, "abstract", before.abstractText(), after.abstractText());
    note(changed, "categories", before.categories(), after.categories());
    note(changed, "comments", before.comments(), after.comments());
    note(changed, "doi", before.doi(), after.doi());
    return changed;
  }

  private static void note(List<String> changed, String part, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changed.add(part);
    }
  }
}
