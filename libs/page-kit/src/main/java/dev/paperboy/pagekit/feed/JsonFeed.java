package dev.paperboy.pagekit.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JsonFeed(
    String version,
    String title,
    String description,
    @JsonProperty("home_page_url") String page,
    @JsonProperty("feed_url") String self,
    String language,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {

  /** An entry. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Item(
      String id,
      String url,
      @JsonProperty("external_url") String archive,
      String title,
      @JsonProperty("content_text") @JsonInclude(JsonInclude.Include.ALWAYS) String text,
      @JsonProperty("date_published") String published,
      @JsonProperty("date_modified") String modified,
      List<Author> authors,
      List<String> tags) {}

  /** One of a paper's. */
  public record Author(String name) {}

  /** A feed as one. */
  public static JsonFeed of(Feed feed) {
    return new JsonFeed(
        "https://jsonfeed.org/version/1.1",
        feed.title(),
        feed.description(),
        feed.page(),
        feed.self(),
        "en",
        feed.entries().stream()
            .map(
                entry ->
                    new Item(
                        entry.url(),
                        entry.url(),
                        entry.archive(),
                        entry.title(),
                        entry.text(),
                        entry.publishedAt(),
                        entry.updatedAt(),
                        entry.authors().stream().map(Author::new).toList(),
                        entry.topics()))
            .toList());
  }
}
