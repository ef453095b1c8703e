package dev.paperboy.notify.subscriber;

import dev.paperboy.notify.example.PastedPaper;
import java.util.Collection;
import java.util.List;

/**
 * What a reader wants: a paper comes in by any topic, category, keyword line, author, description
 * or example; with none of these, every paper does. What the exclusions find and what trends too
 * little stays out, whatever speaks for it.
 *
 * @param topics ids
 * @param categories such as {@code cs.IR}, or {@code cs.*} for a whole archive
 * @param keywords texts of the query language, one each
 * @param authors names, as behind {@code author:}
 * @param exclusions texts of the query language; what they find is kept out
 * @param about descriptions in free words, compared by meaning
 * @param examples papers whose like is wanted: ids, written {@code arxiv:2405.14906}, and what
 *     {@link PastedPaper#written} gives of those without
 * @param minTrend the least trend score; 0 for any
 * @param dial from 0, ranked by relevance alone, to 4, by trend alone
 * @param maxPapers the most that one digest shows in full
 */
public record Interests(
    List<String> topics,
    List<String> categories,
    List<String> keywords,
    List<String> authors,
    List<String> exclusions,
    List<String> about,
    List<String> examples,
    double minTrend,
    int dial,
    int maxPapers) {
  /** Papers in a digest unless the reader says otherwise. */
  public static final int USUAL_PAPERS = 12;

  /** The dial where the reader says nothing: relevance and trend count alike. */
  public static final int USUAL_DIAL = 2;

  /** The dial's end, where trend alone counts. */
  public static final int TREND_ALONE = 4;

  public Interests {
    topics = List.copyOf(topics);
    categories = List.copyOf(categories);
    keywords = List.copyOf(keywords);
    authors = List.copyOf(authors);
    exclusions = List.copyOf(exclusions);
    about = List.copyOf(about);
    examples = List.copyOf(examples);
    if (dial < 0 || dial > TREND_ALONE) {
      throw new IllegalArgumentException("the dial goes from 0 to 4, not to " + dial);
    }
  }

  /** The same with other examples. */
  public Interests examples(List<String> others) {
    return new Interests(
        topics,
        categories,
        keywords,
        authors,
        exclusions,
        about,
        others,
        minTrend,
        dial,
        maxPapers);
  }

  /** What vectors and reasons call the examples. */
  public List<String> exampleSubjects() {
    return examples.stream().map(PastedPaper::subject).toList();
  }

  /** Nothing in particular, to be varied. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects wishes; what is not named stays as it usually is. */
  public static final class Builder {
    private List<String> topics = List.of();
    private List<String> categories = List.of();
    private List<String> keywords = List.of();
    private List<String> authors = List.of();
    private List<String> exclusions = List.of();
    private List<String> about = List.of();
    private List<String> examples = List.of();
    private double minTrend;
    private int dial = USUAL_DIAL;
    private int maxPapers = USUAL_PAPERS;

    private Builder() {}

    public Builder topics(Collection<String> ids) {
      topics = List.copyOf(ids);
      return this;
    }

    public Builder categories(Collection<String> names) {
      categories = List.copyOf(names);
      return this;
    }

    public Builder keywords(Collection<String> lines) {
      keywords = List.copyOf(lines);
      return this;
    }

    public Builder authors(Collection<String> names) {
      authors = List.copyOf(names);
      return this;
    }

    public Builder exclusions(Collection<String> lines) {
      exclusions = List.copyOf(lines);
      return this;
    }

    public Builder about(Collection<String> descriptions) {
      about = List.copyOf(descriptions);
      return this;
    }

    public Builder examples(Collection<String> papers) {
      examples = List.copyOf(papers);
      return this;
    }

    public Builder minTrend(double least) {
      minTrend = least;
      return this;
    }

    public Builder dial(int place) {
      dial = place;
      return this;
    }

    public Builder maxPapers(int most) {
      maxPapers = most;
      return this;
    }

    public Interests build() {
      return new Interests(
          topics,
          categories,
          keywords,
          authors,
          exclusions,
          about,
          examples,
          minTrend,
          dial,
          maxPapers);
    }
  }
}
