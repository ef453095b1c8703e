package dev.paperboy.classify.site;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** What templates ask about a list of papers. */
@TemplateExtension
final class PaperLists {
  private PaperLists() {}

  /** Whether any of the papers is made up. */
  static boolean anySpecimen(List<PaperView> papers) {
    return papers.stream().anyMatch(PaperView::specimen);
  }
}
