package dev.paperboy.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.shelf.Change;
import dev.paperboy.notify.shelf.ShelvedPaper;
import dev.paperboy.notify.wording.Wording;
import io.quarkus.qute.Template;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a digest as a mail. Titles, names and abstracts are anybody's text: they are made
 * readable, kept to one line and a length, and escaped by the templates.
 */
public final class DigestComposer {
  private static final Wording WORDS = Wording.of("digest");

  /** Gmail cuts a mail off at 102 KB; some is left for what servers add. */
  static final int MOST_BYTES = 101_000;

  /** What excerpts are shortened to where there are many, and by how much at a time. */
  private static final int SHORT_EXCERPT = 55;

  private static final int SHORTER = 73;

  /** What a paper told by its title alone saves at the most, so that never too many are. */
  private static final int SAVED_BYTES = 3_000;

  private static final int MOST_AUTHORS = 5;
  private static final int MOST_TOPICS = 4;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUBJECT_TITLE = 90;
  private static final int LONGEST_NAME = 80;
  private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

  private final Template html;
  private final Template text;
  private final String postal;

  /**
   * @param postal the operator's postal address; blank for none
   */
  public DigestComposer(Template html, Template text, String postal) {
    this.html = html;
    this.text = text;
    this.postal = postal.isBlank() ? null : postal.strip();
  }

  /**
   * A mail, and the edition that it holds: what is not inside was not sent.
   *
   * @param edition what was asked for, or less
   */
  public record Written(Edition edition, Letter letter) {}

  /** How a day begins: with papers, or with why there are none. */
  private interface Opening {
    String subject(Edition edition, List<DigestPaper> papers);

    String counts(Edition edition);

    String hint();
  }

  /** An edition as large as a mail may be. */
  private record Fitted(Edition edition, DigestView view, String page) {}

  /**
   * The mail of an edition with papers. Where it is larger than mail programs show, excerpts become
   * shorter, then it becomes {@linkplain Edition#smaller smaller}.
   *
   * @param names of topics and examples by their ids
   * @param headers header fields of a digest
   */
  public Written compose(
      Edition edition, Map<String, String> names, DigestLinks links, Map<String, String> headers) {
    return written(fitted(edition, WITH_PAPERS, names, links), headers);
  }

  /**
   * The mail of a day without papers: why there are none, and what became of earlier ones.
   *
   * @param hint what the reader can do about it; null for nothing
   */
  Written composeEmpty(
      Edition edition, EmptyDay day, String hint, DigestLinks links, Map<String, String> headers) {
    return written(fitted(edition, new Nothing(day, hint), Map.of(), links), headers);
  }

  private Written written(Fitted fitted, Map<String, String> headers) {
    return new Written(
        fitted.edition(),
        new Letter(
            fitted.view().subject(),
            fitted.page(),
            text.data("digest", fitted.view()).render(),
            headers));
  }

  /** What of an edition with papers its mail would hold. */
  Edition fitting(Edition edition, Map<String, String> names, DigestLinks links) {
    return fitted(edition, WITH_PAPERS, names, links).edition();
  }

  /** What a mail of an edition with papers would show, were there no limit to its size. */
  DigestView view(Edition edition, Map<String, String> names, DigestLinks links) {
    return new Sheet(WITH_PAPERS, names, links).view(edition, Excerpt.LONGEST);
  }

  private Fitted fitted(
      Edition edition, Opening opening, Map<String, String> names, DigestLinks links) {
    Sheet sheet = new Sheet(opening, names, links);
    Edition held = edition;
    int longest = Excerpt.LONGEST;
    while (true) {
      DigestView view = sheet.view(held, longest);
      String page = html.data("digest", view).render();
      int tooMany = page.getBytes(UTF_8).length - MOST_BYTES;
      Edition smaller =
          tooMany <= 0 || longest > SHORT_EXCERPT
              ? held
              : held.smaller(Math.ceilDiv(tooMany, SAVED_BYTES));
      if (tooMany <= 0 || longest <= SHORT_EXCERPT && smaller == held) {
        return new Fitted(held, view, page);
      }
      longest = Math.max(SHORT_EXCERPT, longest - SHORTER);
      held = smaller;
    }
  }

  /** Puts a digest's papers into words, each once however often the digest is tried. */
  private final class Sheet {
    private final Opening opening;
    private final Map<String, String> names;
    private final DigestLinks links;
    private final Map<Match, DigestPaper> inWords = new IdentityHashMap<>();

    Sheet(Opening opening, Map<String, String> names, DigestLinks links) {
      this.opening = opening;
      this.names = names;
      this.links = links;
    }

    DigestView view(Edition edition, int longest) {
      List<DigestPaper> papers = new ArrayList<>();
      for (Match match : edition.shown()) {
        papers.add(paper(match).at(links.feedback(papers.size() + 1), longest));
      }
      List<DigestTitle> followed = edition.followed().stream().map(this::titled).toList();
      List<DigestTitle> others = edition.titles().stream().map(this::titled).toList();
      String counts = opening.counts(edition);
      return new DigestView(
          opening.subject(edition, papers),
          counts,
          FULL.format(edition.day()),
          counts,
          edition.sent().stream().anyMatch(match -> match.paper().paper().specimen())
              ? WORDS.say("specimens")
              : null,
          edition.note(),
          papers,
          followed,
          others,
          edition.changes().stream().map(DigestComposer::change).toList(),
          opening.hint(),
          links.home(),
          links.view(),
          links.pause(),
          links.unsubscribe(),
          links.preferences(),
          postal);
    }

    private DigestTitle titled(Match match) {
      ShelvedPaper paper = match.paper().paper();
      return new DigestTitle(title(paper.title()), url(paper, links), paper.specimen());
    }

    private DigestPaper paper(Match match) {
      return inWords.computeIfAbsent(match, each -> DigestComposer.paper(each, names, links));
    }
  }

  private static final Opening WITH_PAPERS =
      new Opening() {
        /** What the mail holds, not what matched: a subject must not promise what is not inside. */
        @Override
        public String subject(Edition edition, List<DigestPaper> papers) {
          return DigestComposer.subject(
              papers.getFirst().specimen()
                  ? WORDS.say("subject.specimen", papers.getFirst().title())
                  : papers.getFirst().title(),
              edition.sent().size() - 1,
              edition.day());
        }

        @Override
        public String counts(Edition edition) {
          int shown = edition.shown().size();
          int matches = edition.matched();
          String found =
              WORDS.say(
                  "counts", WORDS.count("new", edition.papers()), WORDS.count("match", matches));
          return shown == matches
              ? found + "."
              : WORDS.say("counts.here", found, WORDS.count("here", shown));
        }

        @Override
        public String hint() {
          return null;
        }
      };

  /** No papers, and why. */
  private record Nothing(EmptyDay day, String hint) implements Opening {
    @Override
    public String subject(Edition edition, List<DigestPaper> papers) {
      List<Change> withdrawn = edition.changes().stream().filter(Change::withdrawn).toList();
      return withdrawn.isEmpty()
          ? DigestComposer.subject(WORDS.say("nothing", day.brief()), 0, edition.day())
          : DigestComposer.subject(
              WORDS.say("subject.withdrawn", title(withdrawn.getFirst().title())),
              withdrawn.size() - 1,
              edition.day());
    }

    @Override
    public String counts(Edition edition) {
      long withdrawn = edition.changes().stream().filter(Change::withdrawn).count();
      if (withdrawn == 0) {
        return WORDS.say("nothing", day.words());
      }
      return WORDS.count("withdrawn", withdrawn) + " " + WORDS.say("nothing.else", day.words());
    }
  }

  private static DigestChange change(Change change) {
    return new DigestChange(
        change.withdrawn()
            ? WORDS.say("change.withdrawn")
            : WORDS.say("change.version", change.version()),
        title(change.title()),
        change.url(),
        change.withdrawn());
  }

  private static String title(String announced) {
    return Excerpt.shortened(ReadableMath.of(announced), LONGEST_TITLE);
  }

  /** The site knows the papers that no archive has. */
  private static String url(ShelvedPaper paper, DigestLinks links) {
    return paper.specimen()
        ? links.search() + URLEncoder.encode("id:" + paper.key(), UTF_8)
        : paper.abstractUrl();
  }

  static String subject(String title, int more, LocalDate day) {
    String rest = more > 0 ? " + " + WORDS.say("subject.more", more) : "";
    return Excerpt.shortened(title, LONGEST_SUBJECT_TITLE) + rest + " · " + BRIEF.format(day);
  }

  private static DigestPaper paper(Match match, Map<String, String> names, DigestLinks links) {
    ShelvedPaper paper = match.paper().paper();
    return new DigestPaper(
        title(paper.title()),
        url(paper, links),
        paper.pdfUrl(),
        paper.codeUrl(),
        authors(paper.authors()),
        paper.tags().stream()
            .limit(MOST_TOPICS)
            .map(tag -> names.getOrDefault(tag.topic(), tag.topic()))
            .toList(),
        Why.trend(match),
        Why.of(match, names),
        Excerpt.of(
            ReadableMath.of(paper.abstractText()),
            match.reasons().stream()
                .filter(reason -> reason.kind() != Reason.Kind.FILTER && !reason.what().isEmpty())
                .map(reason -> names.getOrDefault(reason.what(), reason.what()))
                .toList()),
        null,
        paper.specimen());
  }

  private static String authors(List<String> names) {
    String shown =
        names.stream()
            .limit(MOST_AUTHORS)
            .map(name -> Excerpt.shortened(ReadableMath.of(name), LONGEST_NAME))
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_AUTHORS;
    return more > 0 ? WORDS.say("authors.more", shown, more) : shown;
  }
}
