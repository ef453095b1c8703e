package dev.paperboy.notify.signup;

import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.query.PaperQuery;
import dev.paperboy.query.QuerySyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A filter form read: either wishes and when to send, or what is wrong with it, in words that say
 * what to do.
 *
 * @param keywordProblems lines that cannot be read
 * @param categoryProblem null where there is none
 * @param otherProblem null where there is none; what only a tampered form brings
 */
record FilterReading(
    Interests interests,
    int hour,
    String zone,
    List<KeywordProblem> keywordProblems,
    String categoryProblem,
    String otherProblem) {
  static final int MOST_KEYWORDS = 20;
  static final int MOST_CATEGORIES = 40;

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Pattern CATEGORY =
      Pattern.compile("[A-Za-z][A-Za-z -]{0,60}(\\.([A-Za-z][A-Za-z-]{0,20}|\\*))?");

  boolean good() {
    return keywordProblems.isEmpty() && categoryProblem == null && otherProblem == null;
  }

  /**
   * Reads a form.
   *
   * @param knownTopics ids of the taxonomy; others are dropped, since topics may retire
   */
  static FilterReading of(FilterInput input, Set<String> knownTopics) {
    List<String> keywords = new ArrayList<>();
    List<KeywordProblem> problems = new ArrayList<>();
    readKeywords(input.keywords(), keywords, problems);
    List<String> categories = input.categoryList();
    int hour = number(input.hour(), 0, 23);
    int most = number(input.maxPapers(), 1, 50);
    boolean zoneKnown = ZONES.contains(input.zone());
    String other = null;
    if (hour < 0 || most < 0 || !zoneKnown) {
      other = "Please choose the hour, the time zone and the number of papers from the lists.";
    }
    return new FilterReading(
        new Interests(
            input.topics().stream().filter(knownTopics::contains).distinct().toList(),
            categories,
            keywords,
            most < 0 ? Interests.USUAL_PAPERS : most),
        Math.max(hour, 0),
        zoneKnown ? input.zone() : FilterInput.USUAL_ZONE,
        List.copyOf(problems),
        categoryProblem(categories),
        other);
  }

  private static void readKeywords(
      String text, List<String> keywords, List<KeywordProblem> problems) {
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      try {
        PaperQuery query = PaperQuery.parse(line);
        if (query.isEmpty()) {
          continue;
        }
        if (keywords.size() == MOST_KEYWORDS) {
          problems.add(
              new KeywordProblem(
                  i + 1,
                  "",
                  line,
                  "",
                  "that is more than " + MOST_KEYWORDS + " lines",
                  "join some with OR, or leave some out"));
          return;
        }
        // As the reader wrote it: that is how the mail will quote it.
        keywords.add(line);
      } catch (QuerySyntaxException e) {
        problems.add(KeywordProblem.of(i + 1, line, e));
      }
    }
  }

  private static String categoryProblem(List<String> categories) {
    if (categories.size() > MOST_CATEGORIES) {
      return "That is more than %d categories. An archive such as cs.* covers all of its own."
          .formatted(MOST_CATEGORIES);
    }
    return categories.stream()
        .filter(category -> !CATEGORY.matcher(category).matches())
        .findFirst()
        .map(
            category ->
                "«%s» is no category. Write cs.LG, or cs.* for a whole archive, with commas between."
                    .formatted(category.length() > 40 ? category.substring(0, 40) + "…" : category))
        .orElse(null);
  }

  private static int number(String text, int least, int most) {
    if (!text.matches("\\d{1,2}")) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? -1 : number;
  }
}
