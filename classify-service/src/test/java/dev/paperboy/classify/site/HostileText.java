package dev.paperboy.classify.site;

import java.util.List;

/** What somebody might put into a title, a name or an abstract. */
public final class HostileText {
  public static final String TITLE = "<script>alert(1)</script> & \"quotes\" 'too'";

  /** Deeper than anybody reads. */
  static final String DEEP = "$" + "{".repeat(300) + "x" + "}".repeat(300) + "$";

  static final List<String> NAMES =
      List.of(
          "<b onmouseover=alert(1)>Eve</b> Specimen",
          "\" onfocus=alert(2) x=\" Specimen",
          "../../../subscribe?a=b#c Specimen",
          "{page.title} {#if true}Specimen{/if}",
          "O'Specimen, Ada");

  private static final List<String> PAYLOADS =
      List.of(
          "<img src=x onerror=alert(2)>",
          "\\href{javascript:alert(3)}{text}",
          "\\url{javascript:alert(4)}",
          "\\includegraphics{http://evil.example/x.png}",
          "<svg/onload=alert(5)>",
          "</p></article></main><h1>Broken</h1>",
          "</title><script src=//evil.example/x.js></script>",
          "--><!-- comment -->",
          "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(6)</x:script><![CDATA[",
          "&lt;script&gt;alert(7)&lt;/script&gt;",
          "&#60;iframe src='javascript:alert(8)'&#62;",
          "<style>*{display:none}</style>",
          "<meta http-equiv=refresh content='0;url=http://evil.example'>",
          "<base href=http://evil.example/>",
          "<form action=http://evil.example><input name=q>",
          "{pagekit:version} {inject:config} {#include pagekit/layout}",
          "$\\href{data:text/html,<script>alert(10)</script>}{x}$",
          "[x](javascript:alert(11)) ![x](http://evil.example/x.png)",
          "\u202etxet desrever\u202c \u0007 \ufffe",
          "unbroken" + "x".repeat(3_000));

  private HostileText() {}

  static String whole() {
    return String.join(" ", PAYLOADS);
  }
}
