package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Letter;

/**
 * A digest ready to be stored.
 *
 * @param letter null where there is nothing to mail
 */
record Draft(Reader reader, Digest digest, Edition edition, Letter letter) {
  String words() {
    return letter == null
        ? "nothing to send: %s (%,d new papers)".formatted(digest.reason.words(), digest.papers)
        : "%,d of %,d matching papers, of %,d new ones, are in the mail"
            .formatted(edition.shown().size(), digest.matched, digest.papers);
  }
}
