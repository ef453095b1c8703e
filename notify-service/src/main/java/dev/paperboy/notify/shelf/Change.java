package dev.paperboy.notify.shelf;

import dev.paperboy.events.PaperId;
import dev.paperboy.pagekit.paper.Paper;

/**
 * What became of a paper since its reader was sent it: a later version, or none any more.
 *
 * @param seq of the paper's row at classify
 * @param version the version now; 0 where the archive has none
 * @param title as announced, TeX included
 */
public record Change(PaperId id, long seq, int version, boolean withdrawn, String title) {
  /** Where the archive shows what is there now. */
  public String url() {
    return Paper.abstractUrl(id);
  }
}
