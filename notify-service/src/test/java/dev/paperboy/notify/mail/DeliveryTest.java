package dev.paperboy.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.mail.Delivery.Outcome;
import dev.paperboy.notify.mail.Delivery.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
  @ParameterizedTest
  @CsvSource({
    "ENVELOPE,421,421 too many connections,LATER",
    "ENVELOPE,535,535 5.7.8 bad credentials,LATER",
    "ENVELOPE,550,550 5.7.1 sender refused,LATER",
    "RECIPIENT,450,450 4.2.1 greylisted,LATER",
    "RECIPIENT,451,451 try later,LATER",
    "RECIPIENT,550,550 no such mailbox,NO_MAILBOX",
    "RECIPIENT,550,550 5.1.1 user unknown,NO_MAILBOX",
    "RECIPIENT,550,550-5.1.1 user unknown,NO_MAILBOX",
    "RECIPIENT,551,551 not here,NO_MAILBOX",
    "RECIPIENT,550,550 relaying denied,LATER",
    "RECIPIENT,554,554 5.7.1 Relay access denied,LATER",
    "RECIPIENT,530,530 5.7.0 authentication required,LATER",
    "RECIPIENT,550,550 5.1.8 bad sender address,LATER",
    "RECIPIENT,553,553 no such name,NO_MAILBOX",
    "RECIPIENT,550,550 5.2.1 mailbox disabled,NO_MAILBOX",
    "RECIPIENT,552,552 5.2.2 mailbox full,REFUSED",
    "RECIPIENT,550,550 5.7.1 blocked by policy,REFUSED",
    "RECIPIENT,554,554 go away,REFUSED",
    "DATA,451,451 try later,LATER",
    "AFTER_DOT,452,452 no space,LATER",
    "AFTER_DOT,550,550 looks like spam,REFUSED",
    "AFTER_DOT,554,554 5.7.1 refused,REFUSED",
    "AFTER_DOT,550,550 5.1.1 user unknown,NO_MAILBOX",
  })
  void anAnswerMeansWhatItsCodeAndPlaceSay(Stage stage, int code, String reply, Outcome outcome) {
    assertThat(Delivery.answered(stage, code, reply).outcome()).isEqualTo(outcome);
  }

  @Test
  void aConnectionLostBeforeTheFinalDotIsTriedAgainAndBehindItUncertain() {
    assertThat(Delivery.lost(Stage.ENVELOPE, "reset").outcome()).isEqualTo(Outcome.LATER);
    assertThat(Delivery.lost(Stage.RECIPIENT, "reset").outcome()).isEqualTo(Outcome.LATER);
    assertThat(Delivery.lost(Stage.DATA, "reset").outcome()).isEqualTo(Outcome.LATER);
    assertThat(Delivery.lost(Stage.AFTER_DOT, "reset").outcome()).isEqualTo(Outcome.UNCERTAIN);
  }

  @Test
  void aReplyIsKeptWithoutTheAddressAndOnOneLine() {
    assertThat(Delivery.sent("550 <ada@example.org>: unknown\r\nand more").reply())
        .isEqualTo("550 <…>: unknown and more");
    assertThat(Delivery.sent("x".repeat(1000)).reply()).hasSize(300);
    assertThat(Delivery.sent(null).reply()).isEmpty();
  }
}
