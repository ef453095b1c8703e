package dev.paperboy.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.bench.data.DataDirectory;
import dev.paperboy.bench.data.DataPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The papers that are searched and what is asked: listed papers that are looked for, each by its
 * title, a paraphrase and its key words; the papers of the commonest key words, each a topic page;
 * and others of the same months among which they have to be found.
 *
 * @param papers all of them, no paper twice
 * @param sought listed papers with key words and paraphrase
 * @param topics ids of the papers that carry a key word, by key word
 * @param others how many papers were added to be passed over
 */
record SearchCorpus(
    List<DataPaper> papers, List<DataPaper> sought, Map<String, Set<String>> topics, int others) {
  private static final int SEED = 7;
  private static final int SOUGHT = 500;
  private static final int TOPICS = 20;
  private static final int FEWEST_OF_A_TOPIC = 30;
  private static final int MOST_OF_A_TOPIC = 300;

  /**
   * Reads a corpus.
   *
   * @param others papers to be passed over
   * @param training whether it asks what is learned from, rather than what is measured: other
   *     papers, and the topics that come behind
   */
  static SearchCorpus read(DataDirectory data, int others, boolean training) throws IOException {
    Map<String, DataPaper> listed = new LinkedHashMap<>();
    Map<String, Set<String>> carrying = new HashMap<>();
    data.read(
        data.listed(),
        paper -> {
          listed.putIfAbsent(paper.id(), paper);
          for (JsonNode word : paper.line().path("keywords")) {
            carrying
                .computeIfAbsent(word.asText().toLowerCase(Locale.ROOT), k -> new TreeSet<>())
                .add(paper.id());
          }
        });
    Map<String, Set<String>> topics = new LinkedHashMap<>();
    carrying.entrySet().stream()
        .filter(one -> one.getValue().size() >= FEWEST_OF_A_TOPIC)
        .filter(one -> one.getValue().size() <= MOST_OF_A_TOPIC)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Set<String>> one) -> -one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .skip(training ? TOPICS : 0)
        .limit(TOPICS)
        .forEach(one -> topics.put(one.getKey(), one.getValue()));
    List<DataPaper> sought =
        new ArrayList<>(
            listed.values().stream()
                .filter(paper -> !paper.line().path("paraphrase").asText("").isBlank())
                .filter(paper -> !paper.line().path("keywords").isEmpty())
                .toList());
    Collections.shuffle(sought, new Random(SEED));
    sought = sought.stream().skip(training ? SOUGHT : 0).limit(SOUGHT).toList();
    Map<String, DataPaper> papers = new LinkedHashMap<>();
    sought.forEach(paper -> papers.put(paper.id(), paper));
    for (Set<String> ids : topics.values()) {
      ids.forEach(id -> papers.put(id, listed.get(id)));
    }
    List<DataPaper> passed = passed(data, listed.keySet(), others);
    passed.forEach(paper -> papers.putIfAbsent(paper.id(), paper));
    return new SearchCorpus(List.copyOf(papers.values()), sought, topics, passed.size());
  }

  /** Drawn from all months alike; papers that were listed are none of them. */
  private static List<DataPaper> passed(DataDirectory data, Set<String> listed, int count)
      throws IOException {
    Set<String> known = new HashSet<>(listed);
    List<DataPaper> drawn = new ArrayList<>();
    List<Path> months = data.months();
    Random random = new Random(SEED);
    for (Path month : months) {
      List<DataPaper> its = new ArrayList<>();
      data.read(month, its::add);
      Collections.shuffle(its, random);
      int left = Math.ceilDiv(count, months.size());
      for (DataPaper paper : its) {
        if (left > 0 && drawn.size() < count && known.add(paper.id())) {
          drawn.add(paper);
          left--;
        }
      }
    }
    return drawn;
  }

  /** Each sought paper by its title. */
  List<Question> titles() {
    return sought.stream().map(paper -> Question.finding(paper.title(), paper)).toList();
  }

  /** Each sought paper by another sentence that says the same. */
  List<Question> paraphrases() {
    return sought.stream()
        .map(paper -> Question.finding(paper.line().path("paraphrase").asText(), paper))
        .toList();
  }

  /** Each sought paper by its key words in a row. */
  List<Question> keywords() {
    return sought.stream()
        .map(paper -> Question.finding(String.join(", ", words(paper)), paper))
        .toList();
  }

  /** Each topic by its key word, its papers among the others. */
  List<Question> topicPages() {
    Set<String> listed = listed();
    return topicPages(id -> !listed.contains(id));
  }

  /** The same with all topics' papers together, where one of another topic counts as wrong. */
  List<Question> mixedTopicPages() {
    return topicPages(id -> true);
  }

  /**
   * The same among the papers of all topics and those that are looked for: all of them were listed,
   * so that nothing is won by telling what was.
   */
  List<Question> listedTopicPages() {
    return topicPages(listed()::contains);
  }

  private Set<String> listed() {
    Set<String> listed = new HashSet<>();
    sought.forEach(paper -> listed.add(paper.id()));
    topics.values().forEach(listed::addAll);
    return listed;
  }

  private List<Question> topicPages(Predicate<String> judged) {
    return topics.entrySet().stream()
        .map(topic -> Question.topic(topic.getKey(), topic.getValue(), judged))
        .toList();
  }

  /** Texts of all kinds, in an order of chance. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    List.of(titles(), paraphrases(), keywords(), topicPages())
        .forEach(kind -> kind.forEach(question -> texts.add(question.text())));
    sought.forEach(paper -> texts.addAll(words(paper)));
    Collections.shuffle(texts, new Random(SEED));
    return texts;
  }

  private static Set<String> words(DataPaper paper) {
    Set<String> words = new LinkedHashSet<>();
    paper.line().path("keywords").forEach(word -> words.add(word.asText()));
    return words;
  }
}
