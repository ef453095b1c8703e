package dev.paperboy.ingest.biorxiv;

import dev.paperboy.ingest.Read;
import java.io.IOException;
import java.io.InputStream;

/** How the source of bioRxiv and medRxiv reads answers. */
public final class BiorxivReaders {
  private BiorxivReaders() {}

  public static Read details(InputStream body) throws IOException {
    Details page = DetailsParser.parse(body);
    return Read.list(page.papers(), page.refusals());
  }
}
