package dev.paperboy.query;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code trend>0.8} and {@code trend>=0.8}. */
final class TrendThreshold {
  private static final Pattern WRITTEN =
      Pattern.compile("trend>(=?)(\\d{1,6}(?:\\.\\d{1,6})?)", Pattern.CASE_INSENSITIVE);

  private TrendThreshold() {}

  static Node read(Token token) {
    Matcher written = WRITTEN.matcher(token.text());
    if (!written.matches()) {
      throw new QuerySyntaxException(
          token.start(),
          "\"" + token.text() + "\" is no comparison",
          "write trend>0.8 or trend>=0.8; only these two compare");
    }
    return new Node.TrendAbove(new BigDecimal(written.group(2)), !written.group(1).isEmpty());
  }
}
