package dev.paperboy.classify.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paperboy.classify.paper.PaperAddress;
import dev.paperboy.classify.past.Discussion;
import dev.paperboy.classify.search.PaperCard;
import dev.paperboy.classify.search.Tag;
import dev.paperboy.classify.topic.CategoryTag;
import dev.paperboy.pagekit.paper.CodeLink;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A paper. */
@Schema(name = "Paper")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiPaper(
    @Schema(
            description = "archive and the archive's id, over all versions",
            examples = "arxiv:hep-th/9901001")
        String id,
    @Schema(description = "its page here") String url,
    @Schema(description = "as announced, may hold LaTeX") String title,
    @JsonProperty("abstract") @Schema(description = "as announced, may hold LaTeX")
        String abstractText,
    @Schema(description = "in the paper's order") List<String> authors,
    @Schema(description = "what the authors say about it, such as pages and venue") String comments,
    @Schema(description = "where it was announced") String source,
    @Schema(description = "the latest version") Integer version,
    @Schema(description = "announcement date of the first version") LocalDate announced,
    @Schema(description = "announcement date of the latest change") LocalDate updated,
    @Schema(description = "the archive's categories, primary first") List<String> categories,
    @Schema(description = "the archive part of the primary category") String field,
    @Schema(description = "best first") List<Topic> topics,
    @Schema(
            description =
                "arXiv categories that it was not given but may belong to, likeliest first: by a"
                    + " learned model, not by the archive")
        List<Suggestion> suggestedCategories,
    @Schema(
            description =
                "up to six phrases lifted from title and abstract, best first; only where one paper"
                    + " was asked for, not in lists")
        List<String> keyPhrases,
    @Schema(
            description =
                "papers that may be versions of this one, nearest first: a question, not a fact;"
                    + " only where one paper was asked for, not in lists")
        List<ApiRelatedVersion> relatedVersions,
    @Schema(
            description =
                "what places last said of it; only where one paper was asked for, not in lists")
        List<ApiDiscussion> discussions,
    Trend trend,
    Links links,
    boolean withdrawn,
    @Schema(description = "made up, to show something before the first harvest") boolean specimen) {

  /** A topic of the paper. */
  @Schema(name = "PaperTopic")
  record Topic(
      String id,
      String name,
      @Schema(description = "calibrated, 0 to 1") double confidence,
      @Schema(description = "why, in words") String evidence) {
    static Topic of(Tag tag) {
      return new Topic(tag.topic(), tag.name(), tag.confidence(), tag.evidence());
    }
  }

  /** A category that the archive did not give. */
  @Schema(name = "SuggestedCategory")
  record Suggestion(
      String category,
      @Schema(
              description =
                  "0 to 1: how likely a paper of these words, this vector and these authors is of"
                      + " it, before it is known that it was not given")
          double confidence,
      @Schema(description = "why, in words") String evidence) {
    static Suggestion of(CategoryTag tag) {
      return new Suggestion(tag.category(), tag.confidence(), tag.evidence());
    }
  }

  /** What the trend is made of; /about/ranking has the formula. */
  record Trend(
      @Schema(description = "at the business date") double score,
      @Schema(description = "contributions by name, without decay") Map<String, Double> parts) {}

  /** Out of the site. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Links(
      @JsonProperty("abstract") String abstractPage, String pdf, String code, String doi) {}

  static ApiPaper of(PaperCard card, String publicUrl) {
    return new ApiPaper(
        card.id().toString(),
        publicUrl + PaperAddress.of(card.id()),
        card.title(),
        card.abstractText(),
        card.authors(),
        card.comments(),
        card.source(),
        card.version(),
        card.announced(),
        card.updated(),
        card.categories(),
        card.field(),
        card.tags().stream().map(Topic::of).toList(),
        card.suggested().stream().map(Suggestion::of).toList(),
        null,
        null,
        null,
        new Trend(Math.round(card.trend() * 1e4) / 1e4, card.trendParts()),
        new Links(
            card.abstractUrl(),
            card.pdfUrl(),
            CodeLink.in(card.comments(), card.abstractText()).orElse(null),
            card.publishedDoi()),
        card.withdrawn(),
        card.specimen());
  }

  ApiPaper with(
      List<String> phrases, List<ApiRelatedVersion> versions, List<Discussion> said, String code) {
    return new ApiPaper(
        id,
        url,
        title,
        abstractText,
        authors,
        comments,
        source,
        version,
        announced,
        updated,
        categories,
        field,
        topics,
        suggestedCategories,
        phrases,
        versions,
        said.stream().map(ApiDiscussion::of).toList(),
        trend,
        new Links(links.abstractPage(), links.pdf(), code, links.doi()),
        withdrawn,
        specimen);
  }
}
