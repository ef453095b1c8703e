package dev.paperboy.classify.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.paperboy.latex.ReadableMath;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetTest {
  private static final List<String> ELEMENTS =
      List.of(
          "math",
          "mrow",
          "mi",
          "mn",
          "mo",
          "mtext",
          "mspace",
          "msup",
          "msub",
          "msubsup",
          "mfrac",
          "msqrt",
          "mroot",
          "mover",
          "munder",
          "munderover",
          "mtable",
          "mtr",
          "mtd");
  private static final List<String> ATTRIBUTES =
      List.of("alttext", "accent", "linethickness", "width", "mathvariant", "class");

  @Test
  void wordsAndFormulasTakeTurns() {
    assertThat(Typeset.of("The $x^2$ of \\(y_1\\) & co"))
        .containsExactly(
            new Typeset.Piece("The ", null),
            new Typeset.Piece(
                "x²", "<math alttext=\"x²\"><msup><mi>x</mi><mn>2</mn></msup></math>"),
            new Typeset.Piece(" of ", null),
            new Typeset.Piece(
                "y₁", "<math alttext=\"y₁\"><msub><mi>y</mi><mn>1</mn></msub></math>"),
            new Typeset.Piece(" & co", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '"',
      value = {
        "\\mathcal{L}(\\mathbb{R}) @ <mrow><mi>ℒ</mi><mrow><mo>(</mo><mi>ℝ</mi><mo>)</mo></mrow></mrow>",
        "\\frac{a}{2} @ <mfrac><mi>a</mi><mn>2</mn></mfrac>",
        "p<0.05 @ <mrow><mi>p</mi><mo>&lt;</mo><mn>0.05</mn></mrow>",
        "\\boldsymbol{\\theta} @ <mi class='math-bold'>θ</mi>",
        "\\|x\\| @ <mrow><mo>‖</mo><mi>x</mi><mo>‖</mo></mrow>",
        "n\\log n @ <mrow><mi>n</mi>SPACE<mi>log</mi>SPACE<mi>n</mi></mrow>",
        "\\log^2 n @ <mrow><msup><mi>log</mi><mn>2</mn></msup>SPACE<mi>n</mi></mrow>",
        "\\exp(x) @ <mrow><mi>exp</mi><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow></mrow>",
        "\\mathbf{v} w @ <mrow><mi class='math-bold'>v</mi><mi>w</mi></mrow>",
        "x_\\mathrm{d} y @ <mrow><msub><mi>x</mi><mi mathvariant='normal'>d</mi></msub><mi>y</mi></mrow>",
        "\\mathrm d{x} @ <mrow><mi mathvariant='normal'>d</mi><mi>x</mi></mrow>",
        "\\bm\\theta x @ <mrow><mi class='math-bold'>θ</mi><mi>x</mi></mrow>",
        "\\log(n)^2 @ <mrow><mi>log</mi><msup><mrow><mo>(</mo><mi>n</mi><mo>)</mo></mrow><mn>2</mn></msup></mrow>",
        "\\limsup x @ <mrow><mi>lim sup</mi>SPACE<mi>x</mi></mrow>",
        "x^{\\!} @ <msup><mi>x</mi><mspace width='0em'></mspace></msup>",
        "2^{\\log} @ <msup><mn>2</mn><mi>log</mi></msup>",
        "n\\to\\infty @ <mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow>",
      })
  void formulasBecomeMathMlCore(String tex, String inside) {
    String mathml = Typeset.of("$" + tex + "$").getFirst().mathml();
    assertThat(mathml.replaceFirst("<math alttext=\"[^\"]*\">", "").replace("</math>", ""))
        .isEqualTo(
            inside.replace('\'', '"').replace("SPACE", "<mspace width=\"0.1667em\"></mspace>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\href{javascript:alert(1)}{x}",
        "\\url{http://evil.example}",
        "\\includegraphics{http://evil.example/x.png}",
        "\\newcommand{\\a}{\\a\\a}\\a",
        "\\def\\a{\\a}\\a",
        "\\input{/etc/passwd}",
        "\\xmlBlockElement{}{script}{alert(1)}",
        "\\insertUnicode{60}",
        "\\begin{verbatim}<script>\\end{verbatim}",
        "\\mbox{<script>alert(1)</script>}",
        "\\text{\"onclick=alert(1)}",
        "\\class{x}{y}",
        "\\unknowncommand{x}",
        "a & b",
        "{{{x",
      })
  void whatIsNotAllowedIsItsText(String tex) {
    List<Typeset.Piece> pieces = Typeset.of("see $" + tex + "$ there");
    assertThat(pieces).allMatch(piece -> piece.mathml() == null);
    assertThat(text(pieces)).isEqualTo(ReadableMath.of("see $" + tex + "$ there"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "^",
        "_{",
        "\\frac",
        "\\hat",
        "\\left(",
        "(",
        "x^",
        "\\sqrt{",
        "a'",
        "\\mathbf{",
        "[",
        "{}^",
        "\\text{",
        "x_",
        "((",
        "\\left",
        "\\not",
        "\\vec\\hat",
        "\\bm1",
        "\\bm{",
        "\\mathbf x",
        "{a}^{b}_{c}"
      })
  void hostileFormulasTakeNoTime(String unit) {
    String one = "$" + unit.repeat(290 / unit.length()) + "$ ";
    String closed = "$" + unit.repeat(60) + "x" + "}".repeat(60) + "$ ";
    Typeset.of(one);
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Typeset.of((one + closed).repeat(20)));
  }

  @Test
  void anySoupIsSetFromTheListOrNotAtAll() {
    String[] pieces = {
      "\\frac",
      "\\sqrt",
      "\\hat",
      "\\left(",
      "\\right)",
      "\\mathbf",
      "\\mathcal",
      "\\text",
      "{",
      "}",
      "^",
      "_",
      "a",
      "1",
      "<",
      ">",
      "&",
      "\"",
      "'",
      " ",
      "(",
      ")",
      "\\alpha",
      "\\sum",
      "\\not",
      "=",
      "\\,"
    };
    Random random = new Random(11);
    int set = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder soup = new StringBuilder("$");
      for (int j = random.nextInt(12); j >= 0; j--) {
        soup.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = soup.append('$').toString();
      List<Typeset.Piece> typeset = Typeset.of(text);
      assertThat(text(typeset)).isEqualTo(ReadableMath.of(text));
      for (Typeset.Piece piece : typeset) {
        if (piece.mathml() != null) {
          set++;
          onlyWhatIsAllowed(piece.mathml());
        }
      }
    }
    assertThat(set).as("formulas that could be set").isGreaterThan(500);
  }

  private static void onlyWhatIsAllowed(String mathml) {
    for (Element element : Jsoup.parse(mathml, Parser.xmlParser()).getAllElements()) {
      if (!element.nodeName().equals("#root") && !element.nodeName().equals("#document")) {
        assertThat(ELEMENTS).contains(element.nodeName());
        element.attributes().forEach(a -> assertThat(ATTRIBUTES).contains(a.getKey()));
      }
    }
  }

  private static String text(List<Typeset.Piece> pieces) {
    return pieces.stream().map(Typeset.Piece::text).collect(Collectors.joining());
  }
}
