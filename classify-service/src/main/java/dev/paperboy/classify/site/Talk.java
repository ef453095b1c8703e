package dev.paperboy.classify.site;

import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.trend.Attention;
import dev.paperboy.pagekit.paper.CodeLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a place says of a paper, in words.
 *
 * @param place its name
 * @param href where people discuss it; null for nowhere
 * @param words such as «37 votes, 3 comments»
 */
public record Talk(String place, String href, String words) {
  /** A place's page may only be on the place's host. */
  private record Place(String name, String host, String votes) {}

  private static final Map<String, Place> PLACES =
      Map.of(
          "hf-daily", new Place("Hugging Face", "huggingface.co", "vote"),
          "hacker-news", new Place("Hacker News", "news.ycombinator.com", "point"),
          "github", new Place("GitHub", "github.com", "vote"),
          "openalex", new Place("OpenAlex", "openalex.org", "vote"),
          "semantic-scholar", new Place("Semantic Scholar", "www.semanticscholar.org", "vote"));

  /** Of places that say something. */
  static List<Talk> of(List<Discussion> discussions) {
    return discussions.stream()
        .map(Talk::of)
        .filter(talk -> talk.href() != null || !talk.words().isEmpty())
        .toList();
  }

  private static Talk of(Discussion discussion) {
    Attention seen = discussion.attention();
    Place place = PLACES.getOrDefault(seen.source(), new Place(seen.source(), "", "vote"));
    List<String> counts = new ArrayList<>();
    count(counts, seen.votes(), place.votes());
    count(counts, seen.comments(), "comment");
    count(counts, seen.mentions(), "story", "stories");
    count(counts, seen.stars(), "star");
    count(counts, seen.citations(), "citation");
    return new Talk(place.name(), link(discussion, place), String.join(", ", counts));
  }

  private static String link(Discussion discussion, Place place) {
    if (discussion.url() == null) {
      return CodeLink.in(discussion.repository())
          .filter(code -> place.host().equals(host(code)))
          .orElse(null);
    }
    return place.host().equals(host(discussion.url())) ? discussion.url() : null;
  }

  private static String host(String url) {
    try {
      URI address = URI.create(url);
      return "https".equals(address.getScheme()) ? address.getHost() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void count(List<String> counts, Integer count, String one) {
    count(counts, count, one, one + "s");
  }

  private static void count(List<String> counts, Integer count, String one, String several) {
    if (count != null && count > 0) {
      counts.add(String.format(Locale.UK, "%,d %s", count, count == 1 ? one : several));
    }
  }
}
