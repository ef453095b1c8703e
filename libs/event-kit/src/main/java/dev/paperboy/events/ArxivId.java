package dev.paperboy.events;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids that arXiv gives: {@code YYMM.NNNN} since April 2007, {@code YYMM.NNNNN} since 2015, and
 * before {@code archive/YYMMNNN}, where a subject class could follow the archive.
 *
 * @see <a href="https://info.arxiv.org/help/arxiv_identifier.html">arXiv's identifier scheme</a>
 */
final class ArxivId {
  /** What may be one, to be read with {@link #canonical}; upper and lower case. */
  static final String SHAPE = "\\d{4}\\.\\d{4,5}(?!\\d)|[a-z][a-z-]*(?:\\.[a-z]{2})?/\\d{7}(?!\\d)";

  private static final Pattern NEW = Pattern.compile("(\\d\\d)(\\d\\d)\\.(\\d{4,5})");
  private static final Pattern OLD =
      Pattern.compile("([a-z][a-z-]*)(?:\\.[a-z]{2})?/(\\d\\d)(\\d\\d)\\d{3}");

  /** All that ever gave ids of the old form; no more will. */
  private static final Set<String> ARCHIVES =
      Set.of(
          ("acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg"
                  + " comp-gas cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math"
                  + " math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio"
                  + " quant-ph solv-int supr-con")
              .split(" "));

  private static final int FIRST_YEAR = 1991;
  private static final int CENTURY = 100;
  private static final int MONTHS = 12;
  private static final int FIRST_OLD = 1991_07;
  private static final int FIRST_NEW = 2007_04;
  private static final int FIRST_OF_FIVE_DIGITS = 2015_01;
  private static final int FIVE_DIGITS = 5;

  private ArxivId() {}

  /**
   * The id in the one form that Paperboy uses: lower case, without subject class ({@code
   * math.GT/0309136} is {@code math/0309136}).
   *
   * @param id without version
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static String canonical(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    Matcher since = NEW.matcher(lower);
    if (since.matches()) {
      checkNew(id, month(id, since.group(1), since.group(2)), since.group(3));
      return lower;
    }
    Matcher before = OLD.matcher(lower);
    if (before.matches()) {
      if (!ARCHIVES.contains(before.group(1))) {
        throw wrong(id, "there is no archive " + before.group(1) + " with such ids");
      }
      checkOld(id, month(id, before.group(2), before.group(3)));
      return before.group(1) + lower.substring(lower.indexOf('/'));
    }
    throw wrong(id, "one reads like 2405.14906 or hep-th/9901001");
  }

  private static void checkNew(String id, int month, String number) {
    if (month < FIRST_NEW) {
      throw wrong(id, "ids of this form begin with April 2007, 0704");
    }
    boolean five = number.length() == FIVE_DIGITS;
    if (five != month >= FIRST_OF_FIVE_DIGITS) {
      throw wrong(id, five ? "until 2014 the number has 4 digits" : "since 2015 it has 5 digits");
    }
  }

  private static void checkOld(String id, int month) {
    if (month < FIRST_OLD || month >= FIRST_NEW) {
      throw wrong(id, "ids of this form are of July 1991 to March 2007");
    }
  }

  /** {@code 200704} of 07 and 04. */
  private static int month(String id, String year, String month) {
    int number = Integer.parseInt(month);
    if (number < 1 || number > MONTHS) {
      throw wrong(id, "there is no month " + month);
    }
    int within = Integer.parseInt(year);
    int century = within < FIRST_YEAR % CENTURY ? CENTURY : 0;
    return (FIRST_YEAR / CENTURY * CENTURY + century + within) * CENTURY + number;
  }

  private static IllegalArgumentException wrong(String id, String why) {
    return new IllegalArgumentException("not an arXiv id: " + id + "; " + why);
  }
}
