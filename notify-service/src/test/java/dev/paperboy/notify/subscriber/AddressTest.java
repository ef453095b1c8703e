package dev.paperboy.notify.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.org",
        "first.last+tag@sub.example.org",
        "o'neill@example.org",
        "x_y-z@example.co.uk",
        "reader@localhost",
        "a@xn--bcher-kva.example",
        "a@1und1.example",
      })
  void anAddressIsTakenAsWritten(String text) {
    assertThat(Address.parse("  " + text + "\t").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "@example.org",
        "a@",
        "a@@b.org",
        "a@b@c.org",
        ".a@b.org",
        "a.@b.org",
        "a..b@c.org",
        "a@-b.org",
        "a@b-.org",
        "a@b..org",
        "a@.org",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "\"a b\"@c.org",
        "a b@c.org",
        "a@b.org, c@d.org",
        "a@b.org;c@d.org",
        "Name <a@b.org>",
        "<a@b.org>",
        "a@b.org\r\nBcc: c@d.org",
        "a\n@b.org",
        "a@b.org\u0000",
        "a\u0085@b.org",
        "a@b.org\u2028Bcc: c@d.org",
        "müller@example.org",
        "a@bücher.example",
        "a(comment)@b.org",
      })
  void whatIsNoPlainAddressIsRefusedWithWordsForTheReader(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .endsWith(".")
        .hasSizeGreaterThan(30);
  }

  @Test
  void lengthsAreThoseOfTheStandard() {
    assertThat(Address.parse("a".repeat(64) + "@b.org")).isNotNull();
    assertThatThrownBy(() -> Address.parse("a".repeat(65) + "@b.org")).hasMessageContaining("long");
    String domain = ("d".repeat(60) + ".").repeat(4) + "org";
    assertThatThrownBy(() -> Address.parse("abcdefgh@" + domain)).hasMessageContaining("longer");
  }

  @Test
  void caseMakesNoOtherReader() {
    assertThat(Address.parse("Ada@Example.ORG").key())
        .isEqualTo(Address.parse("ada@example.org").key());
  }
}
