package dev.paperboy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a service says of a mail, and what went wrong, reaches the person who asked. */
class RunningServiceTest extends AgainstAService {
  @Test
  void aTestMailThatStaysHereSaysWhereItIs() throws Exception {
    answer =
        "{\"to\": \"a+b@example.org\", \"server\": \"127.0.0.1:2525\", \"answer\": \"250 OK\"}";

    assertThat(mailTest("a+b@example.org")).isZero();

    assertThat(heard).containsExactly("POST /internal/mail/test?to=a%2Bb%40example.org");
    assertThat(lines())
        .containsExactly(
            "127.0.0.1:2525 took the mail to a+b@example.org and said «250 OK».",
            "That is the local inbox, no mail leaves this machine: http://localhost:8080/inbox");
  }

  @Test
  void aTestMailThroughARealServerSpeaksOfNoInbox() throws Exception {
    answer =
        "{\"to\": \"a@example.org\", \"server\": \"smtp.example.org:587\", \"answer\": \"250 queued\"}";

    assertThat(mailTest("a@example.org")).isZero();

    assertThat(lines())
        .containsExactly(
            "smtp.example.org:587 took the mail to a@example.org and said «250 queued».");
  }

  @Test
  void whatWentWrongIsRepeatedWithItsMend() throws Exception {
    status = 502;
    answer =
        "{\"message\": \"smtp.example.org:587 said «535 wrong»; check PAPERBOY_SMTP_PASSWORD\"}";

    assertThat(mailTest("a@example.org")).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "notify: smtp.example.org:587 said «535 wrong»; check PAPERBOY_SMTP_PASSWORD");
  }

  @Test
  void aRefusalWithoutAReasonNamesTheLog() throws Exception {
    status = 500;
    answer = "oops";

    assertThat(new IngestCommand(data, console).replay(Optional.empty())).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "ingest answers 500 without a reason; its log is " + dir.resolve("logs/ingest.log"));
  }

  @Test
  void aServiceThatIsDownIsNamed() throws Exception {
    service.stop(0);

    assertThat(new IngestCommand(data, console).harvest()).isEqualTo(1);
    assertThat(mailTest("a@example.org")).isEqualTo(1);

    assertThat(lines())
        .containsExactly(
            "ingest does not answer; ./paperboy status tells more.",
            "notify does not answer; ./paperboy status tells more.");
  }

  @Test
  void whereNothingRunsItSaysHowToStart() throws Exception {
    DataDirectory empty = new DataDirectory(dir.resolve("empty"));

    assertThat(new IngestCommand(empty, console).deadLetters()).isEqualTo(1);

    assertThat(lines())
        .containsExactly("Nothing runs in " + empty.root() + "; start it with ./paperboy up.");
  }

  private int mailTest(String address) throws Exception {
    return MailTestCommand.run(new Command.MailTest(dir, address), console);
  }
}
