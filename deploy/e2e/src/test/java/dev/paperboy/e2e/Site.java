package dev.paperboy.e2e;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;

/** A Paperboy that runs on the papers of {@link Specimens#DAY}, however it was started. */
interface Site extends AutoCloseable {
  /** An address of the site; {@code ""} for its origin. */
  URI page(String path);

  /** Where its mails arrive. */
  Inbox inbox();

  /**
   * Where its broker listens.
   *
   * @return null where the site is another's and its broker out of reach
   */
  String kafka() throws IOException;

  /** Papers that digests can be made of. */
  long shelved() throws Exception;

  /**
   * Makes the digest of that date for that reader, as its operator may.
   *
   * @return what it answers, for a person
   */
  String digest(LocalDate date, String address) throws Exception;
}
