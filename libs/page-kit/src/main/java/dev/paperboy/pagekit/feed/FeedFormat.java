package dev.paperboy.pagekit.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a list of papers can be fetched as. */
public enum FeedFormat {
  ATOM("application/atom+xml"),
  RSS("application/rss+xml"),
  JSON("application/feed+json"),
  BIB("application/x-bibtex"),
  RIS("application/x-research-info-systems");

  private final String mediaType;

  FeedFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** For the header of an answer. */
  public String contentType() {
    return mediaType + ";charset=UTF-8";
  }

  /** Of a file's name, without the dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file name's ending. */
  public static Optional<FeedFormat> named(String ending) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(ending))
        .findFirst();
  }
}
