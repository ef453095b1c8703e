package dev.paperboy.classify.typeset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@code \mathbf{v}} and the like in braces of their own, with what they are of, for
 * SnuggleTeX sets all behind them upright.
 */
final class ScopedStyles {
  private static final Pattern STYLE =
      Pattern.compile(
          "\\\\(?:math(?:rm|bf|it|sf|tt)|boldsymbol|bm|(?<function>operatorname\\*?))(?![A-Za-z])");

  private static final Pattern TOKEN = Pattern.compile("\\\\(?:[A-Za-z]+|.)|.", Pattern.DOTALL);

  private final String tex;
  private final StringBuilder out = new StringBuilder();

  private ScopedStyles(String tex) {
    this.tex = tex;
  }

  /** A formula that says the same; unbalanced braces stay so. */
  static String of(String tex) {
    return new ScopedStyles(tex).scoped();
  }

  private String scoped() {
    Matcher style = STYLE.matcher(tex);
    int from = 0;
    while (style.find(from)) {
      int begin = afterSpaces(style.end());
      int end = endOfArgument(begin);
      out.append(tex, from, style.start());
      out.append('{').append(style.group()).append(' ').append(of(tex.substring(begin, end)));
      out.append('}');
      if (style.group("function") != null && isLetterOrDigit(afterSpaces(end))) {
        out.append("\\,");
      }
      from = end;
    }
    return out.append(tex, from, tex.length()).toString();
  }

  private int afterSpaces(int from) {
    int at = from;
    while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isLetterOrDigit(int at) {
    return at < tex.length() && Character.isLetterOrDigit(tex.codePointAt(at));
  }

  /** Behind a group in braces, a command or a character. */
  private int endOfArgument(int begin) {
    Matcher token = TOKEN.matcher(tex);
    int depth = 0;
    int at = begin;
    while (token.find(at)) {
      at = token.end();
      depth += token.group().equals("{") ? 1 : token.group().equals("}") ? -1 : 0;
      if (depth <= 0) {
        break;
      }
    }
    return at;
  }
}
