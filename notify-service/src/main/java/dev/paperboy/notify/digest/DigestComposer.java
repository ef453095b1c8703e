package dev.paperboy.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.shelf.ShelvedPaper;
import io.quarkus.qute.Template;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a digest as a mail. Titles, names and abstracts are anybody's text: they are made
 * readable, kept to one line and a length, and escaped by the templates.
 */
final class DigestComposer {
  /** Gmail cuts a mail off at 102 KB; some is left for what servers add. */
  static final int MOST_BYTES = 101_000;

  /** What excerpts are shortened to where there are many, and by how much at a time. */
  private static final int SHORT_EXCERPT = 55;

  private static final int SHORTER = 73;

  private static final int MOST_AUTHORS = 5;
  private static final int MOST_TOPICS = 4;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUBJECT_TITLE = 90;
  private static final int LONGEST_NAME = 80;
  private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

  private static final String SPECIMENS =
      "Papers marked «specimen» are made up, so that everything can be tried; they go away when the"
          + " first real papers come.";

  private final Template html;
  private final Template text;
  private final String postal;

  /**
   * @param postal the operator's postal address; blank for none
   */
  DigestComposer(Template html, Template text, String postal) {
    this.html = html;
    this.text = text;
    this.postal = postal.isBlank() ? null : postal.strip();
  }

  /**
   * A mail, and the edition that it holds: what is not inside was not sent.
   *
   * @param edition what was asked for, or less
   */
  record Written(Edition edition, Letter letter) {}

  /**
   * The mail of an edition with one match or more. Where it is larger than mail programs show,
   * excerpts become shorter, then the titles at the end go, and then the last papers.
   *
   * @param names of topics and examples by their ids
   * @param headers header fields of a digest
   */
  Written compose(
      Edition edition, Map<String, String> names, DigestLinks links, Map<String, String> headers) {
    Edition held = edition;
    int longest = Excerpt.LONGEST;
    while (true) {
      DigestView view = view(held, names, links, longest);
      String page = html.data("digest", view).render();
      if (page.getBytes(UTF_8).length <= MOST_BYTES || held.matches().size() == 1) {
        return new Written(
            held, new Letter(view.subject(), page, text.data("digest", view).render(), headers));
      }
      if (longest > SHORT_EXCERPT) {
        longest -= SHORTER;
      } else {
        held = held.without();
      }
    }
  }

  /** What a mail of an edition would show, were there no limit to its size. */
  DigestView view(Edition edition, Map<String, String> names, DigestLinks links) {
    return view(edition, names, links, Excerpt.LONGEST);
  }

  private DigestView view(
      Edition edition, Map<String, String> names, DigestLinks links, int longest) {
    return view(
        edition,
        views(edition.shown(), 0, names, links, longest),
        views(edition.also(), edition.shown().size(), names, links, longest),
        links);
  }

  private DigestView view(
      Edition edition, List<DigestPaper> papers, List<DigestPaper> also, DigestLinks links) {
    String counts = counts(edition, papers.size());
    return new DigestView(
        // What the mail holds, not what matched: a subject must not promise what is not inside.
        subject(
            (papers.getFirst().specimen() ? "[specimen] " : "") + papers.getFirst().title(),
            papers.size() - 1 + also.size(),
            edition.day()),
        counts,
        FULL.format(edition.day()),
        counts,
        Stream.concat(papers.stream(), also.stream()).anyMatch(DigestPaper::specimen)
            ? SPECIMENS
            : null,
        edition.note(),
        papers,
        also,
        links.home(),
        links.view(),
        links.pause(),
        links.unsubscribe(),
        links.preferences(),
        postal);
  }

  static String subject(String title, int more, LocalDate day) {
    String rest = more > 0 ? String.format(Locale.UK, " + %,d more", more) : "";
    return Excerpt.shortened(title, LONGEST_SUBJECT_TITLE) + rest + " · " + BRIEF.format(day);
  }

  private static String counts(Edition edition, int shown) {
    int matches = edition.matched();
    String found =
        String.format(
            Locale.UK,
            "%,d new %s, %,d %s",
            edition.papers(),
            edition.papers() == 1 ? "paper" : "papers",
            matches,
            matches == 1 ? "matches" : "match");
    return shown == matches
        ? found + "."
        : String.format(Locale.UK, "%s, here %s %,d.", found, shown == 1 ? "is" : "are", shown);
  }

  private static List<DigestPaper> views(
      List<Match> matches, int before, Map<String, String> names, DigestLinks links, int longest) {
    List<DigestPaper> views = new ArrayList<>();
    matches.forEach(
        match -> views.add(paper(match, before + views.size() + 1, names, links, longest)));
    return views;
  }

  private static DigestPaper paper(
      Match match, int rank, Map<String, String> names, DigestLinks links, int longest) {
    ShelvedPaper paper = match.paper().paper();
    // The site knows the papers that no archive has.
    String url =
        paper.specimen()
            ? links.search() + URLEncoder.encode("id:" + paper.key(), UTF_8)
            : paper.abstractUrl();
    return new DigestPaper(
        Excerpt.shortened(ReadableMath.of(paper.title()), LONGEST_TITLE),
        url,
        paper.specimen() ? null : paper.pdfUrl(),
        authors(paper.authors()),
        paper.tags().stream()
            .limit(MOST_TOPICS)
            .map(tag -> names.getOrDefault(tag.topic(), tag.topic()))
            .toList(),
        Why.trend(match),
        Why.of(match, names),
        Excerpt.shortened(
            Excerpt.of(
                ReadableMath.of(paper.abstractText()),
                match.reasons().stream()
                    .filter(
                        reason -> reason.kind() != Reason.Kind.FILTER && !reason.what().isEmpty())
                    .map(reason -> names.getOrDefault(reason.what(), reason.what()))
                    .toList()),
            longest),
        links.feedback(rank),
        paper.specimen());
  }

  private static String authors(List<String> names) {
    String shown =
        names.stream()
            .limit(MOST_AUTHORS)
            .map(name -> Excerpt.shortened(ReadableMath.of(name), LONGEST_NAME))
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_AUTHORS;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
