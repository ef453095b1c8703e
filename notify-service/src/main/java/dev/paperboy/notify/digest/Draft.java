package dev.paperboy.notify.digest;

import dev.paperboy.notify.mail.Letter;

/**
 * A digest ready to be stored.
 *
 * @param edition what is in the mail
 * @param letter null where there is nothing to mail
 */
record Draft(Reader reader, Digest digest, Edition edition, Letter letter) {
  String words() {
    if (!edition.isEmpty()) {
      return "%,d of %,d matching papers, of %,d new ones, are in the mail"
          .formatted(edition.shown().size(), digest.matched, digest.papers);
    }
    if (digest.reason == null) {
      return "no new paper, but a withdrawal of an earlier one is in the mail";
    }
    return "nothing to send: %s (%,d new papers)%s"
        .formatted(
            digest.reason.words(), digest.papers, letter == null ? "" : "; the reader is told");
  }
}
