package dev.paperboy.latex;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the LaTeX that people write into titles and abstracts, leniently: what is not understood
 * stays as its text. One pass; nested to a limit.
 */
final class LatexReader {
  /** The text nests deeper than anybody writes. */
  static final class TooDeepException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static final int DEEPEST = 40;

  /** Where something was left out, until all is read; nobody writes it. */
  private static final String GONE = "\ue000";

  /** Around what a formula reads as, where formulas are asked for; nobody writes them. */
  static final char FORMULA = '\ue001';

  static final char FORMULA_ENDS = '\ue002';

  private static final Pattern OURS = Pattern.compile("[\ue000-\ue002]");

  /** Brackets that held nothing but what was left out. */
  private static final Pattern EMPTY =
      Pattern.compile("[ ~]*[(\\[][ ]*" + GONE + "(?:[ ,;]|" + GONE + ")*[)\\]]");

  /** A blank before it, where a sentence goes on behind with punctuation. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("[ ~]+" + GONE + "(?=(?:[ ,;]|" + GONE + ")*[.,;:!?)\\]])");

  private final String in;

  /** For every opening brace, where it closes; -1 where it never does. */
  private final int[] closing;

  private int at;
  private int depth;
  private boolean dollarsAreMoney;

  /** The TeX of the formulas met so far; null where nobody asked. */
  private final List<String> formulas;

  LatexReader(String text) {
    this(text, null);
  }

  /**
   * @param formulas is given the TeX of each formula that stands in the text itself, in order; what
   *     it reads as is put between {@link #FORMULA} and {@link #FORMULA_ENDS}
   */
  LatexReader(String text, List<String> formulas) {
    this.in = OURS.matcher(text).replaceAll("");
    this.closing = matchBraces(in);
    this.formulas = formulas;
  }

  String read() throws TooDeepException {
    String read = until(in.length(), false);
    return read.contains(GONE)
        ? LEFT_OUT.matcher(EMPTY.matcher(read).replaceAll("")).replaceAll("").replace(GONE, "")
        : read;
  }

  private String until(int end, boolean math) throws TooDeepException {
    descend();
    StringBuilder out = new StringBuilder();
    while (at < end) {
      char c = in.charAt(at);
      switch (c) {
        case '\\' -> out.append(command(end, math));
        case '$' -> dollar(end, out);
        case '{' -> group(end, math, out);
        case '~' -> out.append(tie(math));
        case '^', '_' -> {
          at++;
          boolean group = c == '^' && at < end && in.charAt(at) == '{';
          out.append(math || group ? script(c, end) : String.valueOf(c));
        }
        case '\'', '`', '-' -> out.append(math ? mathMark(c) : punctuation(c, end));
        default -> {
          at++;
          // A brace that nothing opened, inside a formula, is a slip.
          if (!math || c != '}') {
            out.append(c == '&' && math ? ' ' : c);
          }
        }
      }
    }
    depth--;
    return out.toString();
  }

  private void descend() throws TooDeepException {
    if (++depth > DEEPEST) {
      throw new TooDeepException();
    }
  }

  private void group(int end, boolean math, StringBuilder out) throws TooDeepException {
    int close = closing[at];
    if (close < 0 || close >= end) {
      at++;
      out.append(math ? "" : "{");
      return;
    }
    String written = in.substring(at + 1, close);
    at++;
    String inner = until(close, math);
    at = close + 1;
    // In text, braces around several plain words are more likely meant to be seen.
    boolean seen = !math && written.indexOf(' ') >= 0 && !written.startsWith("\\");
    out.append(seen ? "{" + inner + "}" : inner);
  }

  /** A formula if it closes as one; $5 and $10 are money. */
  private void dollar(int end, StringBuilder out) throws TooDeepException {
    int width = in.startsWith("$$", at) ? 2 : 1;
    int start = at + width;
    int close = dollarsAreMoney ? -1 : closingDollar(start, end, width);
    if (close < 0) {
      at = start;
      out.append("$".repeat(width));
      return;
    }
    at = start;
    out.append(formula(start, close));
    at = close + width;
  }

  private String formula(int start, int close) throws TooDeepException {
    String read = until(close, true).strip();
    // Deeper down it may be an argument that is looked at sign by sign.
    if (formulas == null || depth > 1 || read.isEmpty() || read.contains(GONE)) {
      return read;
    }
    formulas.add(in.substring(start, close));
    return FORMULA + read + FORMULA_ENDS;
  }

  private int closingDollar(int start, int end, int width) {
    for (int i = start; i < end; i++) {
      char c = in.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$' && i > start) {
        return width == 2 || isFormula(start, i) ? i : -1;
      }
    }
    dollarsAreMoney = end == in.length();
    return -1;
  }

  /** Whether what two dollar signs hold reads as a formula rather than as an amount. */
  private boolean isFormula(int start, int end) {
    String held = in.substring(start, end);
    if (held.chars().anyMatch(c -> "\\^_{".indexOf(c) >= 0)) {
      return true;
    }
    String bare = held.strip();
    boolean tight = bare.length() == held.length();
    boolean beforeDigit = end + 1 < in.length() && Character.isDigit(in.charAt(end + 1));
    if (bare.isEmpty() || Character.isDigit(bare.charAt(0))) {
      return !bare.isEmpty() && tight && !beforeDigit;
    }
    return tight || bare.indexOf(' ') < 0;
  }

  private String tie(boolean math) {
    boolean afterWord =
        at > 0
            && (Character.isLetterOrDigit(in.charAt(at - 1))
                || ".}$)".indexOf(in.charAt(at - 1)) >= 0);
    at++;
    return math || afterWord ? " " : "~";
  }

  private String mathMark(char c) {
    at++;
    return c == '\'' ? "′" : String.valueOf(c);
  }

  private String punctuation(char c, int end) {
    int run = 1;
    while (run < 3 && at + run < end && in.charAt(at + run) == c) {
      run++;
    }
    boolean option =
        c == '-' && run == 2 && startsWord(at) && at + 2 < end && in.charAt(at + 2) != ' ';
    if (run == 1 || option || (run == 3 && c != '-')) {
      at += run;
      return String.valueOf(c).repeat(run);
    }
    at += run;
    return switch (c) {
      case '`' -> "“";
      case '\'' -> "”";
      default -> run == 3 ? "—" : "–";
    };
  }

  private boolean startsWord(int position) {
    return position == 0 || in.charAt(position - 1) == ' ';
  }

  private String script(char kind, int end) throws TooDeepException {
    String text = argument(end, true).strip();
    String moved = kind == '^' ? LatexSymbols.raised(text) : LatexSymbols.lowered(text);
    if (moved != null) {
      return moved;
    }
    return kind + (text.codePointCount(0, text.length()) > 1 ? "(" + text + ")" : text);
  }

  private String command(int end, boolean math) throws TooDeepException {
    at++;
    if (at >= end) {
      return "\\";
    }
    char first = in.charAt(at);
    if (!isAsciiLetter(first)) {
      at++;
      return sign(first, end, math);
    }
    int start = at;
    while (at < end && isAsciiLetter(in.charAt(at))) {
      at++;
    }
    String name = in.substring(start, at);
    if (in.startsWith("*{", at) && at + 1 < end) {
      at++;
    }
    return word(name, end, math);
  }

  /** Commands of one sign, such as {@code \%} and {@code \'}. */
  private String sign(char sign, int end, boolean math) throws TooDeepException {
    return switch (sign) {
      case ',', ';', ':', ' ', '\\', '>' -> " ";
      case '!', '-', '/' -> "";
      case '|' -> "‖";
      case '(', '[' -> displayed(sign == '(' ? "\\)" : "\\]", end);
      case ')', ']' -> "";
      case '\'', '`', '^', '"', '~', '=', '.' ->
          accented(LatexSymbols.accent(String.valueOf(sign)), end, math);
      default -> String.valueOf(sign);
    };
  }

  private String displayed(String closer, int end) throws TooDeepException {
    int close = in.indexOf(closer, at);
    if (close < 0 || close + closer.length() > end) {
      return "";
    }
    String inner = formula(at, close);
    at = close + closer.length();
    return inner;
  }

  private String word(String name, int end, boolean math) throws TooDeepException {
    if (LatexSymbols.FONTS.contains(name)) {
      return argument(end, math);
    }
    if (LatexSymbols.TEXTS.contains(name)) {
      return argument(end, false);
    }
    if (LatexSymbols.DROPPED.contains(name)) {
      while (at < end && (in.charAt(at) == '{' || in.charAt(at) == '[')) {
        skipArgument(end);
      }
      return GONE;
    }
    String accent = LatexSymbols.accent(name);
    if (accent != null) {
      return accented(accent, end, math);
    }
    String symbol = LatexSymbols.COMMANDS.get(name);
    if (symbol != null) {
      return symbol(name, symbol, end, math);
    }
    return built(name, end, math);
  }

  private String symbol(String name, String symbol, int end, boolean math) {
    if (LatexSymbols.LETTERS.contains(name)) {
      skipSpace(end);
      if (in.startsWith("{}", at) && at + 2 <= end) {
        at += 2;
      }
    } else if ((name.equals("left") || name.equals("right")) && at < end && in.charAt(at) == '.') {
      at++;
    } else if (symbol.isEmpty() || (math && isLetter(symbol) && beforeLetter(end))) {
      skipSpace(end);
    }
    return symbol;
  }

  /** Commands that put their arguments together; the unknown ones show theirs, or their name. */
  private String built(String name, int end, boolean math) throws TooDeepException {
    return switch (name) {
      case "mathbb", "mathds", "Bbb" -> LatexSymbols.blackboard(argument(end, math));
      case "frac", "dfrac", "tfrac", "nicefrac", "sfrac" ->
          bracketed(argument(end, true)) + "/" + bracketed(argument(end, true));
      case "binom", "tbinom", "dbinom" ->
          "(" + argument(end, true) + " choose " + argument(end, true) + ")";
      case "sqrt" -> root(end);
      case "href" -> {
        skipArgument(end);
        yield argument(end, false);
      }
      case "color", "textcolor" -> {
        skipArgument(end);
        yield at < end && in.charAt(at) == '{' ? argument(end, math) : "";
      }
      case "footnote" -> " (" + argument(end, false) + ")";
      case "ket" -> "|" + argument(end, true) + "⟩";
      case "bra" -> "⟨" + argument(end, true) + "|";
      case "braket" -> "⟨" + argument(end, true) + "⟩";
      case "pmod" -> "(mod " + argument(end, true) + ")";
      case "bmod" -> "mod";
      case "overset", "stackrel", "underset" -> {
        argument(end, true);
        yield argument(end, true);
      }
      case "not" -> argument(end, true) + "\u0338";
      case "textsuperscript" -> script('^', end);
      case "textsubscript" -> script('_', end);
      default ->
          at < end && in.charAt(at) == '{' ? argument(end, math) : spaced(name, at - name.length());
    };
  }

  /** The name of a function such as log, kept apart from a letter or digit before it. */
  private String spaced(String name, int start) {
    boolean touches = start > 1 && Character.isLetterOrDigit(in.charAt(start - 2));
    return touches ? " " + name : name;
  }

  private String root(int end) throws TooDeepException {
    String degree = "";
    if (at < end && in.charAt(at) == '[') {
      int close = in.indexOf(']', at);
      if (close > 0 && close < end) {
        String raised = LatexSymbols.raised(in.substring(at + 1, close));
        degree = raised == null ? "" : raised;
        at = close + 1;
      }
    }
    return degree + "√" + bracketed(argument(end, true));
  }

  private String accented(String accent, int end, boolean math) throws TooDeepException {
    String base = argument(end, math);
    if (base.isEmpty()) {
      return "";
    }
    int first = base.offsetByCodePoints(0, 1);
    String letter = base.substring(0, first);
    // Accents go on the dotless letters in TeX, on the dotted ones in Unicode.
    String dotted = letter.equals("ı") ? "i" : letter.equals("ȷ") ? "j" : letter;
    return dotted + accent + base.substring(first);
  }

  /** The next group, command or character. */
  private String argument(int end, boolean math) throws TooDeepException {
    skipSpace(end);
    if (at >= end) {
      return "";
    }
    char c = in.charAt(at);
    if (c == '{' && closing[at] >= 0 && closing[at] < end) {
      int close = closing[at];
      at++;
      String inner = until(close, math);
      at = close + 1;
      return inner;
    }
    if (c == '\\') {
      descend();
      String read = command(end, math);
      depth--;
      return read;
    }
    if (c == '$' || c == '{' || c == '}') {
      return "";
    }
    int next = in.offsetByCodePoints(at, 1);
    String one = in.substring(at, next);
    at = next;
    return one;
  }

  private void skipArgument(int end) {
    skipSpace(end);
    if (at >= end) {
      return;
    }
    int close = in.charAt(at) == '[' ? in.indexOf(']', at) : closing[at];
    at = close < 0 || close >= end ? at + 1 : close + 1;
  }

  private void skipSpace(int end) {
    while (at < end && in.charAt(at) == ' ') {
      at++;
    }
  }

  private static String bracketed(String text) {
    boolean simple = text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.');
    return simple ? text : "(" + text + ")";
  }

  private boolean beforeLetter(int end) {
    return at + 1 < end && in.charAt(at) == ' ' && Character.isLetter(in.charAt(at + 1));
  }

  private static boolean isLetter(String symbol) {
    return symbol.length() == 1 && Character.isLetter(symbol.charAt(0));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int[] matchBraces(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open.push(i);
      } else if (c == '}' && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }
}
