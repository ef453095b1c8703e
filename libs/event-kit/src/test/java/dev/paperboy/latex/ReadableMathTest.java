package dev.paperboy.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableMathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Paul Erd\\H{o}s | Paul Erdős",
        "Poincar\\'e and G{\\\"o}del | Poincaré and Gödel",
        "Malm\\o e, \\O{}rsted, {\\L}ojasiewicz | Malmøe, Ørsted, Łojasiewicz",
        "Mart{\\'\\i}nez, \\v{S}koda, \\c{C}elik | Martínez, Škoda, Çelik",
        "na\\\"ive {\\it in vivo} \\emph{result} | naïve in vivo result",
        "``quoted'' --- and pp. 3--7 | “quoted” — and pp. 3–7",
        "Theorem~3, but ~10 times | Theorem 3, but ~10 times",
        "run it with --fast | run it with --fast",
        "50\\% of \\$5 \\& more\\_less | 50% of $5 & more_less",
        "see \\cite{knuth84} and \\ref{x} now | see and now",
        "{BERT} for {two words} | BERT for {two words}",
      })
  void readsText(String written, String read) {
    assertThat(ReadableMath.of(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "$\\mathcal{O}(n^2)$ time | O(n²) time",
        "$\\alpha$-stable, $\\alpha_{ij}^{-1}$ | α-stable, αᵢⱼ⁻¹",
        "over $\\mathbb{R}^n$ | over ℝⁿ",
        "$x_{\\max}$ and $x_{\\mathrm{eff}}$ | xₘₐₓ and x_(eff)",
        "$e^{i\\pi q} \\leq \\infty$ | e^(iπq) ≤ ∞",
        "$\\frac{1}{2}$, $\\frac{a+b}{c}$ | 1/2, (a+b)/c",
        "$\\sqrt{2}$, $\\sqrt[3]{x+1}$ | √2, ³√(x+1)",
        "$\\hat{\\theta}$ and $\\bar x$ | θ̂ and x̄",
        "$10^{-3}$ K, $90^\\circ$, $f'$ | 10⁻³ K, 90°, f′",
        "$$a \\to b$$ and \\(c\\times d\\) | a → b and c× d",
        "$\\left( \\log n \\right)$ | ( log n )",
        "$\\text{if } x \\in X$ | if x ∈ X",
        "$\\unheardof{x} + \\macro$ | x + macro",
        "the $ H$-norm, $\\varepsilon $-small, $30^\\circ $, $b$ | the H-norm, ε-small, 30°, b",
        "$x\\log\\log n$ and $O(\\log n)$ | x log log n and O(log n)",
        "5$ and 10$ or US$ 5 in $x_1$ | 5$ and 10$ or US$ 5 in x₁",
        "1\\textsuperscript{st} | 1ˢᵗ",
        "from $5-$10 | from $5-$10",
        "costs $5 and $10 | costs $5 and $10",
        "H$_2$O at $\\sim$5 keV | H₂O at ∼5 keV",
        "snake_case and x^2 in text | snake_case and x^2 in text",
      })
  void readsFormulas(String written, String read) {
    assertThat(ReadableMath.of(written)).isEqualTo(read);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "latex.txt", delimiter = '|', quoteCharacter = '\0')
  void readsWhatAuthorsWrite(String written, String read) {
    assertThat(ReadableMath.of(written)).isEqualTo(read);
  }

  @Test
  void readsKets() {
    assertThat(ReadableMath.of("$|\\psi\\rangle$, $\\ket{0}$, $a \\not= b$"))
        .isEqualTo("|ψ⟩, |0⟩, a ≠ b");
  }

  @Test
  void linksAndPicturesLoseTheirTargets() {
    assertThat(
            ReadableMath.of(
                "\\href{javascript:alert(1)}{our code}\\includegraphics[width=1]{a.png}"))
        .isEqualTo("our code");
  }

  @Test
  void htmlStaysTextToBeEscaped() {
    assertThat(ReadableMath.of("<script>alert(\"$x$\")</script>"))
        .isEqualTo("<script>alert(\"x\")</script>");
  }

  @Test
  void hardWrapsBecomeSpacesAndUnseenCharactersGo() {
    assertThat(ReadableMath.of("  one\n  two\u202e\u0000 three ")).isEqualTo("one two three");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "$$",
        "$$$$$",
        "\\",
        "{",
        "}",
        "$\\frac{1}$",
        "$a{b$ c}",
        "\\frac",
        "\\sqrt[",
        "\\href{",
        "\\'",
        "$x^$",
        "$x_{$",
        "\\(",
        "\\begin{a",
        "\\left.",
        "a\ud835$\ud835",
      })
  void brokenLatexNeverThrows(String written) {
    assertThat(ReadableMath.of(written)).isNotNull();
  }

  @Test
  void formulasStandApart() {
    assertThat(ReadableMath.passages("Of $x^2$: {\\bf $y$} and \\[z\\], for $5 \\cite{a}"))
        .containsExactly(
            new ReadableMath.Passage("Of ", null),
            new ReadableMath.Passage("x²", "x^2"),
            new ReadableMath.Passage(": y and ", null),
            new ReadableMath.Passage("z", "z"),
            new ReadableMath.Passage(", for $5", null));
  }

  @Test
  void nullIsEmpty() {
    assertThat(ReadableMath.of(null)).isEmpty();
    assertThat(ReadableMath.passages(null)).isEmpty();
  }

  @Test
  void whatNestsTooDeepIsShownAsWritten() {
    String deep = "{\\a".repeat(500) + "}".repeat(500);
    assertThat(ReadableMath.of(deep)).isEqualTo(deep);
    String accents = "\\hat".repeat(4000);
    assertThat(ReadableMath.of(accents)).isEqualTo(accents);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$a ", "${", "$a{", "\\(", "{$a }", "\\[{", "^{", "``", "\\frac{", "$$"})
  void hostileLengthIsReadAtOnce(String unit) {
    String text = unit.repeat(20_000 / unit.length());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> ReadableMath.of(text));
  }

  @Test
  void anySoupIsReadWithoutFail() {
    String[] pieces = {
      "\\", "{", "}", "$", "^", "_", "[", "]", "frac", "hat", "a", " ", "'", "(", ")", "~", "*"
    };
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder soup = new StringBuilder();
      for (int j = random.nextInt(40); j >= 0; j--) {
        soup.append(pieces[random.nextInt(pieces.length)]);
      }
      String written = soup.toString();
      assertThat(
              ReadableMath.passages(written).stream()
                  .map(ReadableMath.Passage::text)
                  .collect(Collectors.joining()))
          .as(written)
          .isEqualTo(ReadableMath.of(written));
    }
  }
}
