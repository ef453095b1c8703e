package dev.paperboy.ingest.arxiv;

/** Why a paper stands in a day's listing. */
enum AnnounceType {
  /** The first version, in its primary category. */
  NEW("new"),
  /** Listed in a category that is not its primary one. */
  CROSS("cross"),
  /** A later version. */
  REPLACE("replace"),
  /** A later version, in a category that is not its primary one. */
  REPLACE_CROSS("replace-cross");

  private final String written;

  AnnounceType(String written) {
    this.written = written;
  }

  /**
   * @throws IllegalArgumentException where arXiv has no such type
   */
  static AnnounceType of(String text) {
    for (AnnounceType type : values()) {
      if (type.written.equals(text.strip())) {
        return type;
      }
    }
    throw new IllegalArgumentException("announce type is «" + text.strip() + "»");
  }
}
