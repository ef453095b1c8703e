package dev.paperboy.classify.typeset;

import dev.paperboy.latex.ReadableMath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.ac.ed.ph.snuggletex.DOMOutputOptions;
import uk.ac.ed.ph.snuggletex.SessionConfiguration;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * One formula as MathML Core. SnuggleTeX reads it; what may be asked of SnuggleTeX is an allow-list
 * of commands, and what it answers passes {@link MathMlText}, an allow-list of elements.
 */
final class MathMl {
  /** Longer ones are rare in abstracts, and cost more than they show. */
  private static final int LONGEST = 300;

  /** Each of these costs SnuggleTeX a walk over what is around it. */
  private static final String COSTLY = "{([^_'";

  private static final int MOST_COSTLY = 40;

  /** Of one costly sign, without braces around what it belongs to. */
  private static final int MOST_OF_ONE = 16;

  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)\\*?", Pattern.DOTALL);

  private static final Pattern TEXT = Pattern.compile("\\\\(?:text|mbox)");

  /** Commands that build; those that are one character are known by {@link ReadableMath}. */
  private static final Set<String> BUILDING =
      Set.of(
          "frac",
          "dfrac",
          "tfrac",
          "sqrt",
          "left",
          "right",
          "mathbb",
          "mathcal",
          "mathscr",
          "mathfrak",
          "mathrm",
          "mathbf",
          "mathit",
          "mathsf",
          "mathtt",
          "boldsymbol",
          "bm",
          "text",
          "textrm",
          "mbox",
          "operatorname",
          "hat",
          "widehat",
          "tilde",
          "widetilde",
          "bar",
          "overline",
          "vec",
          "dot",
          "ddot",
          "underline",
          "not",
          "bigl",
          "bigr",
          "big",
          "Bigl",
          "Bigr",
          "Big",
          "displaystyle",
          "limits",
          "lVert",
          "rVert",
          "lvert",
          "rvert");

  /** Commands that write their own name. */
  static final Set<String> FUNCTIONS =
      Set.of(
          "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det",
          "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log",
          "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan", "tanh");

  private static final Set<String> SIGNS = Set.of(",", ";", ":", "!", " ", "{", "}", "|");

  /** What SnuggleTeX has by another name, or does without. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("text", "\\mbox"),
          Map.entry("textrm", "\\mbox"),
          Map.entry("operatorname", "\\mathrm"),
          Map.entry("boldsymbol", "\\mathbf"),
          Map.entry("bm", "\\mathbf"),
          Map.entry("mathscr", "\\mathcal"),
          Map.entry("dfrac", "\\frac"),
          Map.entry("tfrac", "\\frac"),
          Map.entry("widehat", "\\hat"),
          Map.entry("widetilde", "\\tilde"),
          Map.entry("lVert", "\\Vert "),
          Map.entry("rVert", "\\Vert "),
          Map.entry("|", "\\Vert "),
          Map.entry("lvert", "|"),
          Map.entry("rvert", "|"),
          Map.entry("to", "\\rightarrow"),
          Map.entry("varphi", "φ "),
          Map.entry("dots", "\\ldots"),
          Map.entry("le", "\\leq"),
          Map.entry("ge", "\\geq"),
          Map.entry("colon", ":"),
          Map.entry("bigl", ""),
          Map.entry("bigr", ""),
          Map.entry("big", ""),
          Map.entry("Bigl", ""),
          Map.entry("Bigr", ""),
          Map.entry("Big", ""),
          Map.entry("limits", ""),
          Map.entry("displaystyle", ""));

  private static final SnuggleEngine ENGINE = new SnuggleEngine();

  private MathMl() {}

  /**
   * Empty for what is not allowed, not understood or too much; never throws.
   *
   * @param tex without what delimits it
   * @param readable for those who cannot see it set
   */
  static Optional<String> of(String tex, String readable) {
    if (tex.length() > LONGEST || isCostly(tex) || !isAllowed(tex)) {
      return Optional.empty();
    }
    String scoped = ScopedStyles.of(tex);
    if (isCostly(scoped)) {
      return Optional.empty();
    }
    try {
      SnuggleSession session = ENGINE.createSession(strict());
      boolean read = session.parseInput(new SnuggleInput("$" + otherwise(scoped) + "$"));
      if (!read || !session.getErrors().isEmpty()) {
        return Optional.empty();
      }
      Optional<String> set = MathMlText.of(session.buildDOMSubtree(options()), readable);
      return session.getErrors().isEmpty() ? set : Optional.empty();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever a stranger's formula does to it, the page has its words.
      return Optional.empty();
    }
  }

  private static SessionConfiguration strict() {
    SessionConfiguration strict = new SessionConfiguration();
    strict.setFailingFast(true);
    strict.setExpansionLimit(1);
    return strict;
  }

  private static DOMOutputOptions options() {
    DOMOutputOptions options = new DOMOutputOptions();
    options.setMathVariantMapping(false);
    return options;
  }

  private static boolean isAllowed(String tex) {
    return tex.chars().noneMatch(c -> "$%#&".indexOf(c) >= 0)
        // In text, TeX's old fonts have other characters in these places.
        && (tex.chars().noneMatch(c -> "<>|\"".indexOf(c) >= 0) || !TEXT.matcher(tex).find())
        && COMMAND.matcher(tex).results().map(m -> m.group(1)).allMatch(MathMl::isKnown);
  }

  private static boolean isKnown(String command) {
    return BUILDING.contains(command)
        || FUNCTIONS.contains(command)
        || SIGNS.contains(command)
        || ReadableMath.isSymbol(command);
  }

  private static String otherwise(String tex) {
    return COMMAND.matcher(tex).replaceAll(found -> Matcher.quoteReplacement(otherwise(found)));
  }

  private static String otherwise(MatchResult found) {
    String other = OTHERWISE.get(found.group(1));
    return other == null ? found.group() : other;
  }

  private static boolean isCostly(String tex) {
    int all = 0;
    for (char sign : COSTLY.toCharArray()) {
      long these = tex.chars().filter(c -> c == sign).count();
      all += (int) these;
      if (sign != '{' && these > MOST_OF_ONE) {
        return true;
      }
    }
    return all > MOST_COSTLY;
  }
}
