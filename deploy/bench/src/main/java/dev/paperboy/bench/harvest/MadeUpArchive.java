package dev.paperboy.bench.harvest;

import dev.paperboy.backing.OaiAnswers;
import dev.paperboy.bench.paper.MadeUpPapers;
import dev.paperboy.bench.paper.MadeUpPapers.MadeUpPaper;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An archive of any size, in one list, made up page by page as it is asked for: nothing of it is
 * kept. Records are in the format arXivRaw.
 */
final class MadeUpArchive implements OaiAnswers {
  static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final int IN_MONTH = 90_000;
  private static final int MONTHS = 12;
  private static final int DATE_CHARS = 10;
  // The midnights that it has seen, and the position where the list goes on.
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,4})\\|(\\d{1,8})");

  private final long seed;
  private final int firstYear;
  private final int records;
  private final int pageSize;
  private volatile int midnights;

  /**
   * @param firstYear two digits that begin the first ids, of a time to come; a month has {@value
   *     #IN_MONTH} papers
   */
  MadeUpArchive(long seed, int firstYear, int records, int pageSize) {
    this.seed = seed;
    this.firstYear = firstYear;
    this.records = records;
    this.pageSize = pageSize;
  }

  int pages() {
    return (records + pageSize - 1) / pageSize;
  }

  @Override
  public byte[] to(Map<String, String> arguments) {
    String token = arguments.get("resumptionToken");
    if (token != null) {
      Matcher known = TOKEN.matcher(token);
      return known.matches()
              && Integer.parseInt(known.group(1)) == midnights
              && Integer.parseInt(known.group(2)) < records
          ? page(Integer.parseInt(known.group(2)))
          : OaiAnswers.error("badResumptionToken", "the token is unknown or has expired");
    }
    String from = arguments.getOrDefault("from", "");
    return from.length() == DATE_CHARS && LocalDate.parse(from).isAfter(DAY)
        ? OaiAnswers.error("noRecordsMatch", "")
        : page(0);
  }

  @Override
  public void expireTokens() {
    midnights++;
  }

  /** The page that begins with that record, from 0. */
  byte[] page(int start) {
    int end = Math.min(start + pageSize, records);
    return OaiAnswers.document(
        IntStream.range(start, end)
            .mapToObj(this::record)
            .collect(
                Collectors.joining(
                    "\n",
                    "<ListRecords>\n",
                    "\n<resumptionToken cursor=\"%d\" completeListSize=\"%d\">%s</resumptionToken>"
                            .formatted(start, records, end < records ? midnights + "|" + end : "")
                        + "\n</ListRecords>")));
  }

  private String month(int number) {
    return "%02d%02d".formatted(firstYear + number / MONTHS, number % MONTHS + 1);
  }

  private String record(int index) {
    String month = month(index / IN_MONTH);
    MadeUpPaper paper = new MadeUpPapers(seed, month, DAY).paper(index % IN_MONTH + 1);
    return """
        <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp>\
        <setSpec>%s</setSpec></header>
        <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>%s</id>\
        <submitter>%s</submitter>\
        <version version="v1"><date>Mon, 11 May 2026 09:30:00 GMT</date><size>120kb</size></version>\
        <title>%s</title><authors>%s</authors><categories>%s</categories>\
        <license>http://creativecommons.org/licenses/by/4.0/</license>
        <abstract>  %s
        </abstract></arXivRaw></metadata></record>"""
        .formatted(
            paper.id(),
            DAY,
            paper.category().split("\\.")[0],
            paper.id(),
            paper.authors().split(",")[0],
            paper.title(),
            paper.authors(),
            paper.category(),
            lines(paper.abstractText()));
  }

  /** Broken into lines, as arXiv's abstracts are. */
  private static String lines(String text) {
    return text.replaceAll("(.{60,78}) ", "$1\n");
  }
}
