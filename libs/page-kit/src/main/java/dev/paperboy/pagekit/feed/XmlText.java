package dev.paperboy.pagekit.feed;

/** Text that XML 1.0 may hold, section 2.2; escaping is the templates' work. */
final class XmlText {
  private XmlText() {}

  /** Without the characters that no escape makes legal: most controls, lone surrogates. */
  static String legal(String text) {
    return text.codePoints()
        .filter(XmlText::isLegal)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
