package dev.paperboy.classify.site;

import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.paper.PaperCode;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.RelatedVersion;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.latex.ReadableMath;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A paper's page as CommonMark, for programs that read text. */
final class PaperMarkdown {
  private static final String MEANING_SOMETHING = "\\`*_{}[]<>#|!&";

  private PaperMarkdown() {}

  /**
   * @param phrases that it is about
   * @param versions what may be the same paper
   * @param discussions what places say of it
   */
  static String of(
      PaperCard card,
      List<String> phrases,
      List<RelatedVersion> versions,
      List<Discussion> discussions,
      String publicUrl) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(plain(card.title())).append("\n\n");
    if (!card.authors().isEmpty()) {
      text.append(
              card.authors().stream().map(PaperMarkdown::plain).collect(Collectors.joining(", ")))
          .append("\n\n");
    }
    text.append("- Paper: ").append(card.id()).append('\n');
    text.append("- Announced: ").append(card.announced()).append('\n');
    if (!card.categories().isEmpty()) {
      text.append("- Categories: ")
          .append(plain(String.join(", ", card.categories())))
          .append('\n');
    }
    text.append("- Page: <").append(publicUrl).append(PaperAddress.of(card.id())).append(">\n");
    if (card.abstractUrl() != null) {
      text.append("- Abstract: <").append(card.abstractUrl()).append(">\n");
      text.append("- PDF: <").append(card.pdfUrl()).append(">\n");
      PaperCode.of(card, discussions)
          .ifPresent(code -> text.append("- Code: <").append(code).append(">\n"));
    }
    for (Talk talk : Talk.of(discussions)) {
      text.append("- ").append(talk.place()).append(": ").append(talk.words());
      text.append(talk.href() == null ? "" : " <" + talk.href() + ">").append('\n');
    }
    if (card.withdrawn()) {
      text.append("- Withdrawn by its authors\n");
    }
    if (card.specimen()) {
      text.append("- Specimen: made up, to show something before the first harvest\n");
    }
    text.append("\n## Abstract\n\n").append(plain(card.abstractText())).append('\n');
    if (!card.tags().isEmpty()) {
      text.append("\n## Topics\n\n");
      card.tags().forEach(tag -> text.append(line(tag)));
    }
    if (!phrases.isEmpty()) {
      text.append("\n## Key phrases\n\n");
      phrases.forEach(phrase -> text.append("- ").append(plain(phrase)).append('\n'));
    }
    if (!card.suggested().isEmpty()) {
      text.append("\n## Suggested categories\n\n");
      card.suggested()
          .forEach(
              tag ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "- suggested: %s %.2f – %s%n",
                          plain(tag.category()),
                          tag.confidence(),
                          plain(tag.evidence()))));
    }
    if (!versions.isEmpty()) {
      text.append("\n## Related version?\n\n");
      versions.forEach(version -> text.append(line(version, publicUrl)));
    }
    TrendBadge trend = card.withdrawn() ? null : TrendBadge.whole(card);
    if (trend != null) {
      text.append("\n## Trend ").append(trend.score()).append("\n\n");
      trend
          .parts()
          .forEach(
              part ->
                  text.append("- ")
                      .append(part.amount())
                      .append(' ')
                      .append(part.words())
                      .append('\n'));
    }
    return text.toString();
  }

  private static String line(RelatedVersion version, String publicUrl) {
    return String.format(
        Locale.ROOT,
        "- %s <%s%s>: %s%n",
        plain(version.paper().title()),
        publicUrl,
        PaperAddress.of(version.paper().id()),
        PaperPage.VersionLine.of(version).why());
  }

  private static String line(Tag tag) {
    return String.format(
        Locale.ROOT,
        "- %s (%.0f%% sure): %s%n",
        plain(tag.name()),
        100 * tag.confidence(),
        plain(Evidence.inWords(tag.evidence())));
  }

  /** One line of text in which nothing is markup. */
  static String plain(String announced) {
    StringBuilder text = new StringBuilder();
    for (char c : ReadableMath.of(announced).toCharArray()) {
      if (MEANING_SOMETHING.indexOf(c) >= 0) {
        text.append('\\');
      }
      text.append(c);
    }
    // What would begin a list, a heading's underline or a code block.
    return text.toString()
        .replaceFirst("^([-+=~])", "\\\\$1")
        .replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2");
  }
}
