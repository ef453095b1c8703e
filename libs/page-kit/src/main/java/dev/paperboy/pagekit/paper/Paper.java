package dev.paperboy.pagekit.paper;

import dev.paperboy.events.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What pages, feeds and references tell of a paper, whichever service knows it. */
public interface Paper {
  /** What people write before a DOI. */
  Pattern RESOLVER =
      Pattern.compile("^(?:doi:|https?://(?:dx\\.)?doi\\.org/)", Pattern.CASE_INSENSITIVE);

  PaperId id();

  /** Where it was announced, such as {@code arxiv}; {@link #archiveName} is what readers see. */
  String source();

  /** As announced, TeX included. */
  String title();

  /** As announced, TeX included. */
  List<String> authors();

  /** As announced, TeX included. */
  String abstractText();

  /** Of the published form; null where none is known. */
  String doi();

  /** When it was first announced. */
  LocalDate announced();

  /** The source's, the primary one first. */
  List<String> categories();

  /** Names of its topics, best first. */
  List<String> topicNames();

  /** Whether its authors took it back. */
  boolean withdrawn();

  /** Whether it is made up for an offline first run. */
  boolean specimen();

  /** The name of the archive that keeps it, as the archive writes it: arXiv, bioRxiv, medRxiv. */
  default String archiveName() {
    return switch (id().archive()) {
      case "arxiv" -> "arXiv";
      case "biorxiv" -> "bioRxiv";
      case "medrxiv" -> "medRxiv";
      default -> source();
    };
  }

  /** The DOI of the published form, the first where archives list several; null for none. */
  default String publishedDoi() {
    if (doi() == null || doi().isBlank()) {
      return null;
    }
    String first = RESOLVER.matcher(doi().strip().split("\\s+")[0]).replaceFirst("");
    return first.startsWith("10.") ? first : null;
  }

  /** Where the archive shows the abstract; null for a specimen, which no archive knows. */
  default String abstractUrl() {
    return specimen() ? null : abstractUrl(id());
  }

  /** Where the archive shows the abstract of a real paper. */
  static String abstractUrl(PaperId id) {
    String local = UrlPath.encode(id.local());
    return switch (id.archive()) {
      case "arxiv" -> "https://arxiv.org/abs/" + local;
      case "biorxiv", "medrxiv" -> "https://www." + id.archive() + ".org/content/" + local;
      default -> "https://doi.org/" + local;
    };
  }

  /** Where the archive keeps the full text as PDF; null for a specimen. */
  default String pdfUrl() {
    if (specimen()) {
      return null;
    }
    return switch (id().archive()) {
      case "arxiv" -> "https://arxiv.org/pdf/" + UrlPath.encode(id().local());
      case "biorxiv", "medrxiv" -> abstractUrl() + ".full.pdf";
      default -> abstractUrl();
    };
  }

  /**
   * The path of its page on the site: {@code /papers/2405.14906} for arXiv, as others' clients and
   * links have it, {@code /papers/biorxiv:10.1101/…} otherwise.
   */
  default String path() {
    return path(id());
  }

  /** The path of a paper's page. */
  static String path(PaperId id) {
    return "/papers/" + UrlPath.encode(written(id));
  }

  /** An id as addresses on the site have it. */
  static String written(PaperId id) {
    return id.archive().equals("arxiv") ? id.local() : id.toString();
  }
}
