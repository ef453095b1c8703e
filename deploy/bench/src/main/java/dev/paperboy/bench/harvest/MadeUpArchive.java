package dev.paperboy.bench.harvest;

import dev.paperboy.backing.OaiAnswers;
import dev.paperboy.bench.paper.MadeUpPapers;
import dev.paperboy.bench.paper.MadeUpPapers.MadeUpPaper;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An archive of any size, in one list, made up page by page as it is asked for: nothing of it is
 * kept. Records are in the format arXivRaw.
 */
final class MadeUpArchive implements OaiAnswers {
  static final LocalDate DAY = LocalDate.of(2026, 5, 12);
  private static final int IN_SERIES = 90_000;
  private static final int CLOCK_DIGITS = 10;

  private final long seed;
  private final int firstSeries;
  private final int records;
  private final int pageSize;

  /**
   * @param firstSeries four digits that begin the first ids; further series follow
   */
  MadeUpArchive(long seed, int firstSeries, int records, int pageSize) {
    this.seed = seed;
    this.firstSeries = firstSeries;
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
      return token.matches("\\d{1,8}") && Integer.parseInt(token) < records
          ? page(Integer.parseInt(token))
          : OaiAnswers.error("badResumptionToken", "not one of mine");
    }
    String from = arguments.getOrDefault("from", "");
    return from.length() == CLOCK_DIGITS && LocalDate.parse(from).isAfter(DAY)
        ? OaiAnswers.error("noRecordsMatch", "")
        : page(0);
  }

  /** Tokens of this archive are positions; they never die. */
  @Override
  public void expireTokens() {
    throw new UnsupportedOperationException("the tokens of a made-up archive are for ever");
  }

  private byte[] page(int start) {
    int end = Math.min(start + pageSize, records);
    return OaiAnswers.document(
        IntStream.range(start, end)
            .mapToObj(this::record)
            .collect(
                Collectors.joining(
                    "\n",
                    "<ListRecords>\n",
                    "\n<resumptionToken cursor=\"%d\" completeListSize=\"%d\">%s</resumptionToken>"
                            .formatted(start, records, end < records ? "" + end : "")
                        + "\n</ListRecords>")));
  }

  private String record(int index) {
    String series = "%04d".formatted(firstSeries + index / IN_SERIES);
    MadeUpPaper paper = new MadeUpPapers(seed, series, DAY).paper(index % IN_SERIES + 1);
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
