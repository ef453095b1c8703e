package dev.paperboy.latex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What LaTeX commands and raised or lowered characters look like in Unicode. */
final class LatexSymbols {
  /** Commands that stand for a character of their own. */
  static final Map<String, String> COMMANDS = load();

  /** Of those, the letters of text, which swallow the space that ends their name. */
  static final Set<String> LETTERS =
      Set.of(
          "o", "O", "l", "L", "ss", "ae", "AE", "oe", "OE", "aa", "AA", "i", "j", "dh", "DH", "th",
          "TH", "dj", "DJ", "ng", "NG");

  /** Commands whose argument stays and whose effect is lost. */
  static final Set<String> FONTS =
      Set.of(
          "mathcal",
          "EuScript",
          "mathscr",
          "mathfrak",
          "mathrm",
          "mathbf",
          "mathsf",
          "mathit",
          "mathtt",
          "boldsymbol",
          "bm",
          "pmb",
          "operatorname",
          "mathop",
          "mathbin",
          "mathrel",
          "mathord",
          "ensuremath",
          "underline",
          "overline",
          "overbrace",
          "underbrace",
          "widehat",
          "widetilde",
          "overrightarrow",
          "boxed",
          "phantom",
          "uppercase",
          "lowercase");

  /** The same for commands that go back to text inside a formula. */
  static final Set<String> TEXTS =
      Set.of(
          "text",
          "textrm",
          "textit",
          "textbf",
          "texttt",
          "textsc",
          "textsf",
          "textsl",
          "textup",
          "textmd",
          "textnormal",
          "emph",
          "mbox",
          "hbox",
          "fbox",
          "makebox",
          "MakeUppercase",
          "MakeLowercase",
          "url",
          "path");

  /** Commands that go with all they hold: pictures, labels, references. */
  static final Set<String> DROPPED =
      Set.of(
          "includegraphics",
          "label",
          "ref",
          "eqref",
          "cite",
          "citep",
          "citet",
          "citealp",
          "begin",
          "end",
          "vspace",
          "hspace",
          "input",
          "include",
          "usepackage",
          "documentclass",
          "write",
          "def",
          "unicode",
          "newcommand");

  private static final Map<String, String> ACCENTS =
      Map.ofEntries(
          Map.entry("`", "\u0300"),
          Map.entry("'", "\u0301"),
          Map.entry("^", "\u0302"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry("u", "\u0306"),
          Map.entry(".", "\u0307"),
          Map.entry("\"", "\u0308"),
          Map.entry("r", "\u030a"),
          Map.entry("H", "\u030b"),
          Map.entry("v", "\u030c"),
          Map.entry("d", "\u0323"),
          Map.entry("c", "\u0327"),
          Map.entry("k", "\u0328"),
          Map.entry("b", "\u0331"),
          Map.entry("grave", "\u0300"),
          Map.entry("acute", "\u0301"),
          Map.entry("hat", "\u0302"),
          Map.entry("tilde", "\u0303"),
          Map.entry("bar", "\u0304"),
          Map.entry("breve", "\u0306"),
          Map.entry("dot", "\u0307"),
          Map.entry("ddot", "\u0308"),
          Map.entry("mathring", "\u030a"),
          Map.entry("check", "\u030c"),
          Map.entry("vec", "\u20d7"));

  private static final String PLAIN = "0123456789+-=()aehijklmnoprstuvxβγρφχ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";
  private static final String PLAIN_UP =
      "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ*'′∘°†‡⊤,";
  private static final String RAISED =
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ*′′°°†‡ᵀ˒";

  private static final Map<Character, Character> BLACKBOARD =
      Map.of('C', 'ℂ', 'H', 'ℍ', 'N', 'ℕ', 'P', 'ℙ', 'Q', 'ℚ', 'R', 'ℝ', 'Z', 'ℤ');

  private LatexSymbols() {}

  /** The combining mark of an accent command, or null. */
  static String accent(String command) {
    return ACCENTS.get(command);
  }

  /** {@code text} raised, or null where Unicode cannot. */
  static String raised(String text) {
    return moved(text, PLAIN_UP, RAISED);
  }

  /** {@code text} lowered, or null where Unicode cannot. */
  static String lowered(String text) {
    return moved(text, PLAIN, LOWERED);
  }

  /** The letters that have a well-known double-struck form in it, the others as they are. */
  static String blackboard(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      out.append((char) BLACKBOARD.getOrDefault(c, c));
    }
    return out.toString();
  }

  private static String moved(String text, String from, String to) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      int at = from.indexOf(c);
      if (at < 0) {
        return null;
      }
      out.append(to.charAt(at));
    }
    return out.toString();
  }

  private static Map<String, String> load() {
    Map<String, String> symbols = new HashMap<>();
    try (InputStream in = LatexSymbols.class.getResourceAsStream("latex-symbols.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (line.startsWith("#") || space < 0) {
          continue;
        }
        String shown = line.substring(space + 1);
        symbols.put(
            line.substring(0, space),
            switch (shown) {
              case "-" -> "";
              case "␣" -> " ";
              default -> shown;
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(symbols);
  }
}
