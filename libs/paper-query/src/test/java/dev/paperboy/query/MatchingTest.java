package dev.paperboy.query;

import static dev.paperboy.query.TestIndex.TODAY;
import static dev.paperboy.query.TestIndex.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.events.AnnouncementDays;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\t',
      value = {
        // text of the paper | query | whether it is found
        "pre-training of networks | pre-training | true",
        "pre training of networks | pre-training | true",
        "pretraining of networks | pre-training | true",
        "pre-training of networks | pretraining | true",
        "pre-training of networks | \"pre training\" | true",
        "pre-training of networks | \"pre-training of\" | true",
        "training and pre | pre-training | false",
        "neural networks | network | true",
        "a neural network | networks | true",
        "the university | universe | false",
        "the GPT-4 model | gpt4 | true",
        "the GPT4 model | GPT-4 | true",
        "in $L^2$ spaces | L2 | true",
        "in $L^2$ spaces | L^2 | true",
        "runs in $\\mathcal{O}(n)$ time | O(n) | true",
        "runs in O(n) time | $\\mathcal{O}(n)$ | true",
        "written in C++ | C++ | true",
        "written in C | C++ | false",
        "random k-SAT | k-SAT | true",
        "Schrödinger operators | schrodinger | true",
        "transformers everywhere | transform* | true",
        "pre-trained models | pretrain* | true",
        "pre-trained models | pre-train* | true",
        "networks learning | learnin* | true",
        "networks learning | networks* | true",
        "deep sets | \"sets deep\" | false",
        "deep sets | -deep | false",
        "deep sets | -shallow | true",
        "deep sets | deep -shallow | true",
        "deep sets | shallow OR -deep | false",
        "deep sets | shallow OR NOT narrow | true",
        "deep sets | title:deep | true",
        "deep sets | abstract:deep | false",
        "deep sets | title:(deep -shallow) | true",
        "deep sets | title:(-deep) | false",
      })
  void findsWhatIsMeant(String title, String query, boolean found) throws IOException {
    try (TestIndex index = new TestIndex(paper("x", title, "nothing here"))) {
      assertThat(index.matches(query).contains("x")).isEqualTo(found);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\t',
      value = {
        // author of the paper | query | whether it is found
        "Ada Lovelace | author:lovelace | true",
        "Ada Lovelace | author:Ada | true",
        "Ada Lovelace | author:\"Ada Lovelace\" | true",
        "Ada Lovelace | author:\"A. Lovelace\" | true",
        "Ada Lovelace | author:\"Lovelace, Ada\" | true",
        "Ada Lovelace | author:\"B. Lovelace\" | false",
        "Ada Lovelace | author:\"Ada L\" | true",
        "Ada Lovelace | author:\"Lovelace Ada\" | false",
        "Lovelace, Ada | author:\"Ada Lovelace\" | true",
        "A. Lovelace | author:\"Ada Lovelace\" | true",
        "Augusta Lovelace | author:\"Ada Lovelace\" | false",
        "Ada King Lovelace | author:\"Ada Lovelace\" | true",
        "Ada K. L. M. Lovelace | author:\"Ada Lovelace\" | false",
        "Ada Lovelaces | author:lovelace | false",
        "Ada Lovelace | author:lovel* | true",
        "J.-P. Serre | author:\"Jean-Pierre Serre\" | true",
        "Kurt Gödel | author:Godel | true",
        "Kurt Godel | author:gödel | true",
        "Mary O'Brien | author:\"Mary O’Brien\" | true",
        "Ada Lovelace | author:(Ada OR Charles) | true",
      })
  void findsAuthors(String author, String query, boolean found) throws IOException {
    try (TestIndex index = new TestIndex(paper("x", "t", "a", "Charles Babbage", author))) {
      assertThat(index.matches(query).contains("x")).isEqualTo(found);
    }
  }

  @Test
  void takesANameFromOneAuthorOnly() throws IOException {
    try (TestIndex index = new TestIndex(paper("x", "t", "a", "Ada King", "Bob Lovelace"))) {
      assertThat(index.matches("author:\"Ada Lovelace\"")).isEmpty();
      assertThat(index.matches("author:(Ada Lovelace)")).containsExactly("x");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\t',
      value = {
        "cat:cs.LG | true",
        "cat:CS.lg | true",
        "cat:cs | true",
        "cat:cs.* | true",
        "cat:cs.CL | false",
        "cat:(cs.CL OR hep-th) | true",
        "cat:\"cancer biology\" | true",
        "cat:cancer-biology | true",
        "topic:contrastive-learning | true",
        "topic:\"contrastive learning\" | true",
        "topic:\"Contrastive Learning\" | true",
        "topic:learning | false",
        "source:ArXiv | true",
        "source:biorxiv | false",
        "id:arxiv:2405.14906 | true",
        "id:arXiv:2405.14906v3 | true",
        "id:2405.14906 | true",
        "id:(2405.14906 OR 2405.00001) | true",
        "id:2405.14907 | false",
        "since:2026-05-12 | true",
        "since:2026-05-13 | false",
        "until:2026-05-12 | true",
        "until:2026-05-11 | false",
        "since:3d | true",
        "since:2d | false",
        "since:1w | true",
        "until:1w | false",
        // Three announcement days have halved 1.6 parts.
        "trend>=0.8 | true",
        "trend>0.8 | false",
        "trend>0.79 | true",
        "trend>0 | true",
        "-trend>0.8 | true",
      })
  void comparesValues(String query, boolean found) throws IOException {
    PaperText paper =
        new PaperText(
            "arxiv:2405.14906",
            "t",
            "a",
            List.of(),
            List.of("cs.LG", "hep-th", "Cancer Biology"),
            List.of("contrastive-learning", "Contrastive learning"),
            "arxiv",
            LocalDate.of(2026, 5, 12),
            1.6);
    assertThat(AnnouncementDays.between(paper.announced(), TODAY)).isEqualTo(3);

    try (TestIndex index = new TestIndex(paper)) {
      assertThat(index.matches(query)).hasSize(found ? 1 : 0);
    }
  }

  @Test
  void ranksTitleAboveAbstract() throws IOException {
    try (TestIndex index =
        new TestIndex(
            paper("abstract", "deep sets", "about diffusion models in vision"),
            paper("title", "diffusion sets", "about other models in vision"))) {
      assertThat(index.ranked("diffusion")).containsExactly("title", "abstract");
    }
  }

  @Test
  void aMeaningAloneFindsEverythingInTheOrderOfItsWords() throws IOException {
    try (TestIndex index =
        new TestIndex(
            paper("other", "deep sets", "nothing of that"),
            paper("near", "graph diffusion", "heat on graphs"))) {
      assertThat(index.ranked("~\"how heat spreads on graphs\"")).containsExactly("near", "other");
    }
  }

  @Test
  void aCallerMayGiveMeaningItsOwnQuery() throws IOException {
    try (TestIndex index =
        new TestIndex(paper("one", "deep sets", "a"), paper("two", "wide sets", "b"))) {
      assertThat(
              index.ranked(
                  PaperQuery.parse("sets ~\"anything\"")
                      .toLucene(TODAY, text -> new TermQuery(new Term(PaperDocument.ID, "two")))))
          .containsExactly("two");
    }
  }

  @Test
  void followsATrendThatIsUpdatedInPlace() throws IOException {
    try (TestIndex index = new TestIndex(paper("x", "t", "a"), paper("y", "t", "a"))) {
      assertThat(index.matches("trend>1")).isEmpty();

      index.updateTrend("y", 2);

      assertThat(index.matches("trend>1")).containsExactly("y");
    }
  }

  @Test
  void indexesTermsOfAnyLength() throws IOException {
    try (TestIndex index = new TestIndex(paper("x", "é".repeat(100_000), "a-".repeat(50_000)))) {
      assertThat(index.matches("a")).containsExactly("x");
    }
  }
}
