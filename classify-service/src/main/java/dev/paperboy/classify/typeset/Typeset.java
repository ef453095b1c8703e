package dev.paperboy.classify.typeset;

import dev.paperboy.latex.ReadableMath;
import java.util.ArrayList;
import java.util.List;

/** A title or an abstract whose formulas are set as MathML where they can be. */
public final class Typeset {
  /** TeX of the formulas of one text; what comes behind is shown as text. */
  private static final int MOST_TEX = 4_000;

  private Typeset() {}

  /**
   * A piece of a text.
   *
   * @param text to be escaped; what is shown, and read aloud, where there is no MathML
   * @param mathml markup to be shown as it is; null for words and for formulas that cannot be set
   */
  public record Piece(String text, String mathml) {}

  /**
   * Never throws; formulas that are too long, too many, or not understood stay text.
   *
   * @param announced may hold LaTeX; null gives no pieces
   */
  public static List<Piece> of(String announced) {
    List<Piece> pieces = new ArrayList<>();
    int tex = 0;
    for (ReadableMath.Passage passage : ReadableMath.passages(announced)) {
      String mathml = null;
      if (passage.tex() != null) {
        tex += passage.tex().length();
        mathml = tex <= MOST_TEX ? MathMl.of(passage.tex(), passage.text()).orElse(null) : null;
      }
      pieces.add(new Piece(passage.text(), mathml));
    }
    return pieces;
  }
}
