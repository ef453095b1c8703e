package dev.paperboy.events;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses, DOIs and citations of papers, wherever they stand in a text. */
final class PaperReference {
  /** Pages about a paper at arXiv and at sites that use its ids, the DOIs of DataCite, OAI ids. */
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?<![\\w-])(?:(?:arxiv\\.org|xxx\\.lanl\\.gov)/"
              + "(?:abs|pdf|html|ps|format|e-print|src|bibtex)/+(?:arxiv:)?"
              + "|alphaxiv\\.org/(?:[a-z]{2}/)?(?:abs|pdf|overview)/|ar5iv\\.org/(?:abs|html)/"
              + "|huggingface\\.co/papers/|semanticscholar\\.org/arxiv/|scirate\\.com/arxiv/"
              + "|10\\.48550/arxiv\\.|arxiv:\\s?|arxiv\\.org:)("
              + ArxivId.SHAPE
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final String OPENRXIV_DOI =
      "10\\.(?:1101|64898)/((?:\\d{4}\\.\\d{2}\\.\\d{2}\\.)?(\\d{8}|\\d{6}))(?!\\d)";

  /** Any page there whose address holds the DOI, not far behind the host. */
  private static final Pattern OPENRXIV_PAGE =
      Pattern.compile(
          "(?<![\\w-])(biorxiv|medrxiv)\\.org/(?:\\S{0,200}?/)?(10\\.\\d{4,9}/\\d[\\d.]*\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPENRXIV =
      Pattern.compile("(?<![\\w./-])" + OPENRXIV_DOI + "|doi\\.org/" + OPENRXIV_DOI);

  private static final int MEDRXIV_DIGITS = 8;

  private PaperReference() {}

  /**
   * The first paper that a text speaks of.
   *
   * @param strict whether a reference to an impossible id is told; else it is passed over
   * @throws IllegalArgumentException where {@code strict}, with what is wrong with the id
   */
  static Optional<PaperId> find(String text, boolean strict) {
    String plain = text.replace("%2F", "/").replace("%2f", "/").replace("%3A", ":");
    Matcher arxiv = ARXIV.matcher(plain);
    while (arxiv.find()) {
      try {
        return Optional.of(new PaperId("arxiv", ArxivId.canonical(arxiv.group(1))));
      } catch (IllegalArgumentException e) {
        if (strict) {
          throw e;
        }
      }
    }
    Matcher page = OPENRXIV_PAGE.matcher(plain);
    if (page.find()) {
      return Optional.of(new PaperId(page.group(1).toLowerCase(Locale.ROOT), page.group(2)));
    }
    Matcher doi = OPENRXIV.matcher(plain);
    return doi.find() ? Optional.of(ofDoi(doi)) : Optional.empty();
  }

  /** Both archives share their DOIs' prefix; medRxiv's numbers have eight digits, bioRxiv's six. */
  private static PaperId ofDoi(Matcher doi) {
    int first = doi.group(1) == null ? 3 : 1;
    boolean medrxiv = doi.group(first + 1).length() == MEDRXIV_DIGITS;
    int prefix = doi.group().indexOf("10.");
    String whole = doi.group().substring(prefix);
    return new PaperId(medrxiv ? "medrxiv" : "biorxiv", whole);
  }
}
