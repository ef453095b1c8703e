package dev.paperboy.pagekit.cite;

import dev.paperboy.latex.ReadableMath;
import dev.paperboy.pagekit.paper.Paper;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** RIS, as EndNote, Zotero and Mendeley read it: a tag, two spaces, a hyphen, a value; CR LF. */
public final class Ris {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/", Locale.ROOT);

  private Ris() {}

  /** A record for each paper. */
  public static String of(List<? extends Paper> papers) {
    return papers.stream().map(Ris::of).collect(Collectors.joining());
  }

  /** The record of one paper. */
  public static String of(Paper paper) {
    StringBuilder ris = new StringBuilder();
    line(ris, "TY", "UNPB");
    line(ris, "TI", paper.title());
    paper.authors().forEach(author -> line(ris, "AU", PersonName.of(author).inverted()));
    line(ris, "PY", Integer.toString(paper.announced().getYear()));
    line(ris, "DA", DAY.format(paper.announced()));
    line(ris, "AB", paper.abstractText());
    paper.topicNames().forEach(topic -> line(ris, "KW", topic));
    line(ris, "PB", paper.archiveName());
    line(ris, "M1", paper.id().toString());
    line(ris, "DO", Reference.doi(paper));
    line(ris, "UR", paper.abstractUrl());
    line(ris, "L1", paper.pdfUrl());
    if (paper.withdrawn()) {
      line(ris, "N1", "Withdrawn by its authors");
    }
    return ris.append("ER  - \r\n\r\n").toString();
  }

  private static void line(StringBuilder ris, String tag, String value) {
    // On one line, so that no text can end its record and begin another.
    String text = ReadableMath.of(value);
    if (!text.isEmpty()) {
      ris.append(tag).append("  - ").append(text).append("\r\n");
    }
  }
}
