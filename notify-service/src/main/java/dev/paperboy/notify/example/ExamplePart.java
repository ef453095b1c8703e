package dev.paperboy.notify.example;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One example of those that were typed or pasted into a field: a BibTeX entry, or else what stands
 * on a line or between commas.
 *
 * @param line where it begins, from 1
 * @param text without space around
 * @param entry null where it is no BibTeX entry
 */
public record ExamplePart(int line, String text, BibEntry entry) {
  private static final Pattern ENTRY = Pattern.compile("@\\s{0,9}([A-Za-z]{1,30})\\s{0,9}([{(])");

  /**
   * Takes a field apart. Never fails, and reads each character once, however broken the text: an
   * entry that is not closed ends where the next one begins on a line of its own.
   */
  public static List<ExamplePart> of(String field) {
    return new Splitter(field).parts();
  }

  /** Goes through a field. */
  private static final class Splitter {
    private final String field;
    private final Matcher entry;
    private final List<ExamplePart> parts = new ArrayList<>();
    private int line = 1;
    private int counted;

    Splitter(String field) {
      this.field = field;
      this.entry = ENTRY.matcher(field);
    }

    List<ExamplePart> parts() {
      int at = 0;
      while (at < field.length()) {
        if (isBetween(field.charAt(at))) {
          at++;
        } else if (entryBegins(at)) {
          at = entry(at);
        } else {
          at = plain(at);
        }
      }
      return parts;
    }

    private static boolean isBetween(char c) {
      return Character.isWhitespace(c) || c == ',' || c == ';';
    }

    private boolean entryBegins(int at) {
      return entry.region(at, field.length()).lookingAt();
    }

    private int plain(int start) {
      int end = start;
      while (end < field.length() && ",;\r\n".indexOf(field.charAt(end)) < 0) {
        end++;
      }
      parts.add(new ExamplePart(lineOf(start), field.substring(start, end).strip(), null));
      return end;
    }

    private int entry(int start) {
      String type = entry.group(1);
      boolean braces = entry.group(2).equals("{");
      int body = entry.end();
      int end = end(body, braces);
      boolean closed = end < field.length() && field.charAt(end) == (braces ? '}' : ')');
      if (BibEntry.isOfPaper(type)) {
        BibEntry read = BibEntry.read(type, field.substring(body, end), closed);
        int stop = closed ? end + 1 : end;
        parts.add(new ExamplePart(lineOf(start), field.substring(start, stop).strip(), read));
      }
      return closed ? end + 1 : end;
    }

    /** Where the entry's own brace closes, or where it has to end without. */
    private int end(int body, boolean braces) {
      int depth = 0;
      for (int at = body; at < field.length(); at++) {
        char c = field.charAt(at);
        if (c == '{') {
          depth++;
        } else if (c == '}') {
          if (depth == 0) {
            return at;
          }
          depth--;
        } else if (c == ')' && !braces && depth == 0) {
          return at;
        } else if (c == '@' && isFirstOfLine(at) && entryBegins(at)) {
          return at;
        }
      }
      return field.length();
    }

    private boolean isFirstOfLine(int at) {
      return at > 0 && (field.charAt(at - 1) == '\n' || field.charAt(at - 1) == '\r');
    }

    /** Counts on from the part before. */
    private int lineOf(int at) {
      for (; counted < at; counted++) {
        char c = field.charAt(counted);
        if (c == '\n' || c == '\r' && field.charAt(counted + 1) != '\n') {
          line++;
        }
      }
      return line;
    }
  }
}
