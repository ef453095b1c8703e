package dev.paperboy.notify.shelf;

/**
 * Where reading a partition begins.
 *
 * @param offset null for the partition's beginning
 * @param why for the log; null where reading just goes on
 */
record ReadingStart(Long offset, String why) {

  /**
   * Decides. The database is believed, since it holds what was read.
   *
   * @param stored null where the database knows nothing
   * @param now which topic it is
   * @param committed what the broker remembers of the group; null for nothing
   */
  static ReadingStart of(StoredPosition stored, Incarnation now, Long committed) {
    if (stored == null) {
      return beginning(
          committed == null ? "it was never read" : "the database no longer has what was read");
    }
    if (!stored.incarnation().cluster().equals(now.cluster())) {
      return beginning("the broker is another one");
    }
    if (!stored.incarnation().topicId().equals(now.topicId())) {
      return beginning("the topic was deleted and made anew");
    }
    // Positions are stored before offsets are committed, so that this is an older database.
    if (committed != null && committed > stored.next()) {
      return beginning("the database is older than the group's offsets");
    }
    return new ReadingStart(stored.next(), null);
  }

  private static ReadingStart beginning(String why) {
    return new ReadingStart(null, why);
  }

  boolean fromBeginning() {
    return offset == null;
  }
}
