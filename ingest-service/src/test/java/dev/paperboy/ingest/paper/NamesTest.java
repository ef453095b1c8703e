package dev.paperboy.ingest.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as arXiv's raw records have them. */
class NamesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "S. Author | S. Author",
        "S. Bal\\'azs | S. Balázs",
        "S. Bal\\'{a}zs | S. Balázs",
        "S. Bal{\\'a}zs | S. Balázs",
        "S. Bal{\\'{a}}zs | S. Balázs",
        "S. Bal\\' azs | S. Balázs",
        "S. Mart\\'\\i nez | S. Martínez",
        "S. Mart\\'{\\i}nez | S. Martínez",
        "S. Mart{\\'\\i}nez | S. Martínez",
        "S. Mart\\'inez | S. Martínez",
        "S. G{\\\"o}del | S. Gödel",
        "S. G\\\"odel | S. Gödel",
        "S. Erd\\H{o}s | S. Erdős",
        "S. Erd{\\H o}s | S. Erdős",
        "S. \\v{S}koda | S. Škoda",
        "S. {\\v S}koda | S. Škoda",
        "S. \\v Skoda | S. Škoda",
        "S. \\c{C}elik | S. Çelik",
        "S. Ya\\u{g}mur | S. Yağmur",
        "S. Nu\\~nez | S. Nuñez",
        "S. Conce\\c{c}\\~ao | S. Conceção",
        "S. \\L{}ojasiewicz | S. Łojasiewicz",
        "S. {\\L}ojasiewicz | S. Łojasiewicz",
        "S. \\O rsted | S. Ørsted",
        "S. S\\o{}rensen | S. Sørensen",
        "S. \\AA ngstr\\\"om | S. Ångström",
        "S. Wei\\ss | S. Weiß",
        "S. K{\\\"a}hler | S. Kähler",
        "S. Ne\\v{c}as | S. Nečas",
        "S. D\\k{a}browski | S. Dąbrowski",
        "S. \\.Zak | S. Żak",
        "S.~A. Author | S. A. Author",
        "S.\\ Author | S. Author",
        "{van der Author} S. | van der Author S.",
        "S. O'Author | S. O'Author",
        "S. Author-Other | S. Author-Other",
        "  S.   Author\t| S. Author",
      })
  void areReadAsUnicode(String written, String read) {
    assertThat(PaperText.name(PaperText.line(written))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "C. Bal\\'azs (MSU), E. L. Author and {\\L}. Other | C. Balázs; E. L. Author; Ł. Other",
        "J.~\\'A. One, K. Two | J. Á. One; K. Two",
        "J.\\, A. One and K. Two | J. A. One; K. Two",
      })
  void areReadInLists(String written, String names) {
    assertThat(PaperText.authors(written).stream().map(PaperText::name))
        .containsExactly(names.split("; "));
  }
}
