package dev.paperboy.classify.typeset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes MathML 3 as MathML Core, https://www.w3.org/TR/mathml-core/, which browsers show: fences
 * become operators, variants become characters. Only what is named here is written; one other
 * element and all of it is refused.
 */
final class MathMlText {
  private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";
  private static final Set<String> TOKENS = Set.of("mi", "mn", "mo", "mtext");
  private static final Set<String> ROWS =
      Set.of(
          "msup",
          "msub",
          "msubsup",
          "msqrt",
          "mroot",
          "mtable",
          "mtr",
          "mtd",
          "mfrac",
          "mover",
          "munder",
          "munderover");

  /** Elements whose children stand in a row; those of the others have a meaning by their place. */
  private static final Set<String> SIDE_BY_SIDE = Set.of("math", "mstyle", "mrow", "mtd");

  /** Their first child has an index, a power or both. */
  private static final Set<String> SCRIPTED = Set.of("msub", "msup", "msubsup");

  /** Sets functions apart from what they are of; TeX's thin space, The TeXbook, chapter 18. */
  private static final String THIN = "0.1667em";

  /** The letters that most fonts have; of the others the plain letter is surer to be seen. */
  private static final Map<String, Map<Character, Character>> VARIANTS =
      Map.of(
          "double-struck",
          Map.of('C', 'ℂ', 'H', 'ℍ', 'N', 'ℕ', 'P', 'ℙ', 'Q', 'ℚ', 'R', 'ℝ', 'Z', 'ℤ'),
          "script",
          Map.of('B', 'ℬ', 'E', 'ℰ', 'F', 'ℱ', 'H', 'ℋ', 'I', 'ℐ', 'L', 'ℒ', 'M', 'ℳ', 'R', 'ℛ'),
          "fraktur",
          Map.of('C', 'ℭ', 'H', 'ℌ', 'I', 'ℑ', 'R', 'ℜ', 'Z', 'ℨ'));

  /** An element, a variant or an attribute that is not in the list. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final StringBuilder out = new StringBuilder();

  private MathMlText() {}

  /**
   * One formula; empty where the nodes are not exactly one, or hold what is not allowed.
   *
   * @param readable the same in words
   */
  static Optional<String> of(NodeList nodes, String readable) {
    if (nodes.getLength() != 1
        || !(nodes.item(0) instanceof Element math)
        || !name(math).equals("math")) {
      return Optional.empty();
    }
    MathMlText text = new MathMlText();
    try {
      text.out.append("<math alttext=\"").append(escaped(readable)).append("\">");
      text.row(math, null);
      return Optional.of(text.out.append("</math>").toString());
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  private static String name(Element element) {
    return NAMESPACE.equals(element.getNamespaceURI()) ? element.getLocalName() : "";
  }

  /** Children in a row of their own, unless they are one. */
  private void row(Element parent, String variant) {
    boolean several = elements(parent.getChildNodes()) != 1;
    out.append(several ? "<mrow>" : "");
    children(parent, variant);
    out.append(several ? "</mrow>" : "");
  }

  private static int elements(NodeList nodes) {
    int elements = 0;
    for (int i = 0; i < nodes.getLength(); i++) {
      elements += nodes.item(i) instanceof Element ? 1 : 0;
    }
    return elements;
  }

  private void children(Element parent, String variant) {
    Element before = null;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        if (before != null && SIDE_BY_SIDE.contains(name(parent)) && isApart(before, element)) {
          space(THIN);
        }
        element(element, variant);
        before = element;
      }
    }
  }

  /** Signs have spaces of their own, and a bracket follows its function closely. */
  private static boolean isApart(Element left, Element right) {
    return !name(left).equals("mo")
        && !name(right).equals("mo")
        && (isFunction(right) || isFunction(left) && !name(base(right)).equals("mfenced"));
  }

  private static boolean isFunction(Element element) {
    Element base = base(element);
    // SnuggleTeX writes «lim sup».
    return name(base).equals("mi")
        && MathMl.FUNCTIONS.contains(base.getTextContent().replaceAll("\\s", ""));
  }

  /** Without index and power. */
  private static Element base(Element element) {
    boolean scripted = SCRIPTED.contains(name(element));
    return scripted && element.getFirstChild() instanceof Element base ? base(base) : element;
  }

  private void element(Element element, String inherited) {
    String name = name(element);
    String own = element.getAttribute("mathvariant");
    String variant = own.isEmpty() ? inherited : own;
    if (TOKENS.contains(name)) {
      token(name, element.getTextContent(), variant);
    } else if (name.equals("mstyle") || name.equals("mrow")) {
      row(element, variant);
    } else if (name.equals("mfenced")) {
      fenced(element, variant);
    } else if (name.equals("mspace")) {
      space(element.getAttribute("width"));
    } else if (ROWS.contains(name)) {
      out.append('<').append(name).append(attribute(name, element)).append('>');
      children(element, variant);
      out.append("</").append(name).append('>');
    } else {
      throw new RefusedException();
    }
  }

  private static String attribute(String name, Element element) {
    if (name.equals("mover") && element.getAttribute("accent").equals("true")) {
      return " accent=\"true\"";
    }
    boolean noLine = name.equals("mfrac") && element.getAttribute("linethickness").startsWith("0");
    return noLine ? " linethickness=\"0\"" : "";
  }

  private void fenced(Element element, String variant) {
    out.append("<mrow>");
    fence(element.getAttribute("open"));
    String separators = element.getAttribute("separators");
    boolean first = true;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element one) {
        if (!first) {
          fence(separators.isBlank() ? "," : separators.strip().substring(0, 1));
        }
        element(one, variant);
        first = false;
      }
    }
    fence(element.getAttribute("close"));
    out.append("</mrow>");
  }

  private void fence(String sign) {
    if (!sign.isEmpty()) {
      out.append("<mo>").append(escaped(sign)).append("</mo>");
    }
  }

  private void space(String width) {
    if (!width.matches("-?\\d?\\.?\\d{1,6}em")) {
      throw new RefusedException();
    }
    // Never negative, so that nothing covers anything; but there, for an index must have its place.
    String some = width.startsWith("-") ? "0em" : width;
    out.append("<mspace width=\"").append(some).append("\"></mspace>");
  }

  private void token(String name, String text, String variant) {
    String kind = variant == null ? "" : variant.toLowerCase(Locale.ROOT);
    boolean upright = kind.equals("normal") && name.equals("mi") && text.length() == 1;
    out.append('<').append(name);
    out.append(upright ? " mathvariant=\"normal\"" : "");
    out.append(kind.startsWith("bold") ? " class=\"math-bold\"" : "");
    out.append('>').append(escaped(inVariant(text, kind))).append("</").append(name).append('>');
  }

  private static String inVariant(String text, String kind) {
    Map<Character, Character> letters = VARIANTS.get(kind);
    if (letters == null) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      out.append((char) letters.getOrDefault(c, c));
    }
    return out.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
