package dev.paperboy.classify.paper;

import dev.paperboy.events.PaperId;
import dev.paperboy.pagekit.paper.Paper;

/**
 * The address of a paper on the site, behind {@code /papers/}: an id, and how to show the paper.
 *
 * @param id as people write it, with or without archive and version
 */
public record PaperAddress(String id, Form form) {
  /** What a paper can be shown as. */
  public enum Form {
    PAGE(""),
    MARKDOWN(".md"),
    BIBTEX(".bib"),
    RIS(".ris"),
    CSL(".csl.json");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }
  }

  /** Reads what stands behind {@code /papers/}, decoded. */
  public static PaperAddress read(String text) {
    for (Form form : Form.values()) {
      if (form != Form.PAGE && text.endsWith(form.ending) && text.length() > form.ending.length()) {
        return new PaperAddress(text.substring(0, text.length() - form.ending.length()), form);
      }
    }
    return new PaperAddress(text, Form.PAGE);
  }

  /** Whether the paper's own address has the id just so. */
  public boolean isCanonical(PaperId paper) {
    return id.equals(Paper.written(paper));
  }

  /**
   * The path of a paper's page: {@code /papers/2405.14906} for arXiv, as others' clients and links
   * have it, {@code /papers/biorxiv:10.1101/…} otherwise.
   */
  public static String of(PaperId id) {
    return of(id, Form.PAGE);
  }

  /** The path of another form of it. */
  public static String of(PaperId id, Form form) {
    return Paper.path(id) + form.ending;
  }
}
