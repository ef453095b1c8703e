package dev.paperboy.classify.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.classify.paper.PaperCode;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.latex.ReadableMath;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A paper in the shape of the Hugging Face papers API: what its lists always have is always there.
 *
 * @param publishedAt announcement date
 * @param upvotes as last seen on the daily papers of Hugging Face; 0 where it was not seen there
 * @param discussionId opaque
 * @param discussionUrl where people discuss it; absent where nobody does
 * @param githubStars as last seen; absent where unknown
 * @param keywords names of its topics
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HfPaper(
    String id,
    List<Author> authors,
    String publishedAt,
    String submittedOnDailyAt,
    String title,
    Submitter submittedOnDailyBy,
    String summary,
    int upvotes,
    String discussionId,
    String discussionUrl,
    String githubRepo,
    Integer githubStars,
    @JsonProperty("ai_keywords") List<String> keywords,
    Integer numComments) {
  private static final String VOTED_AT = "hf-daily";
  private static final String GITHUB = "https://github.com/";
  private static final int ID_BYTES = 12;

  record Author(@JsonProperty("_id") String id, String name, boolean hidden) {}

  /** Nobody submits papers here: they are listed as archives announce them. */
  record Submitter(
      @JsonProperty("_id") String id,
      String avatarUrl,
      boolean isPro,
      String fullname,
      String user,
      String type,
      String name) {
    static Submitter of(String publicUrl) {
      return new Submitter(
          opaque("paperboy"),
          publicUrl + "/static/favicon.svg",
          false,
          "Paperboy",
          "paperboy",
          "user",
          "paperboy");
    }
  }

  /** An entry of a list. */
  record Entry(
      HfPaper paper,
      String publishedAt,
      String title,
      String summary,
      String thumbnail,
      int numComments,
      Submitter submittedBy,
      boolean isAuthorParticipating) {
    static Entry of(PaperCard card, List<Discussion> discussions, String publicUrl) {
      HfPaper paper = listed(card, discussions, publicUrl);
      return new Entry(
          paper,
          paper.publishedAt(),
          paper.title(),
          paper.summary(),
          publicUrl + "/static/favicon.svg",
          comments(discussions),
          paper.submittedOnDailyBy(),
          false);
    }
  }

  /** By itself, where nothing is around it that tells the comments. */
  static HfPaper alone(PaperCard card, List<Discussion> discussions, String publicUrl) {
    return of(card, discussions, publicUrl, comments(discussions));
  }

  private static HfPaper listed(PaperCard card, List<Discussion> discussions, String publicUrl) {
    return of(card, discussions, publicUrl, null);
  }

  private static HfPaper of(
      PaperCard card, List<Discussion> discussions, String publicUrl, Integer comments) {
    String id = card.id().archive().equals("arxiv") ? card.id().local() : card.id().toString();
    return new HfPaper(
        id,
        card.authors().stream()
            .map(ReadableMath::of)
            .map(name -> new Author(opaque(id + " " + name), name, false))
            .toList(),
        instant(card.announced()),
        instant(card.announced()),
        ReadableMath.of(card.title()),
        Submitter.of(publicUrl),
        card.abstractText(),
        count(discussions, seen -> seen.attention().votes()),
        opaque(id),
        discussions.stream().map(Discussion::url).filter(Objects::nonNull).findFirst().orElse(null),
        PaperCode.of(card, discussions).filter(code -> code.startsWith(GITHUB)).orElse(null),
        discussions.stream()
            .map(seen -> seen.attention().stars())
            .filter(Objects::nonNull)
            .max(Integer::compare)
            .orElse(null),
        card.tags().stream().map(Tag::name).toList(),
        comments);
  }

  private static int comments(List<Discussion> discussions) {
    return count(discussions, seen -> seen.attention().comments());
  }

  /** As the place itself has it: other places' votes are not its. */
  private static int count(List<Discussion> discussions, Function<Discussion, Integer> count) {
    return discussions.stream()
        .filter(seen -> seen.attention().source().equals(VOTED_AT))
        .map(count)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(0);
  }

  /** Clients read just this form, with milliseconds. */
  private static String instant(LocalDate day) {
    return day + "T00:00:00.000Z";
  }

  /** Looks like an id of theirs, and is always the same. */
  private static String opaque(String of) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
