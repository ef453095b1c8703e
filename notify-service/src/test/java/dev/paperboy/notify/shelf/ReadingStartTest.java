package dev.paperboy.notify.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingStartTest {
  private static final Incarnation HERE = new Incarnation("cluster", "topic");

  private static StoredPosition at(long next) {
    return new StoredPosition(HERE, UUID.randomUUID(), next);
  }

  @Test
  void theDatabaseSaysWhereToGoOn() {
    assertThat(ReadingStart.of(at(17), HERE, 17L)).isEqualTo(new ReadingStart(17L, null));
    assertThat(ReadingStart.of(at(17), HERE, 12L).offset()).isEqualTo(17);
    // A wiped broker, or a group that expired: the same topic all the same.
    assertThat(ReadingStart.of(at(17), HERE, null).offset()).isEqualTo(17);
    assertThat(ReadingStart.of(at(0), HERE, null).fromBeginning()).isFalse();
  }

  @Test
  void whatTheDatabaseDoesNotKnowIsReadFromTheBeginning() {
    assertThat(ReadingStart.of(null, HERE, null))
        .isEqualTo(new ReadingStart(null, "it was never read"));
    assertThat(ReadingStart.of(null, HERE, 90L).why()).contains("no longer has what was read");
  }

  @Test
  void anotherBrokerOrAnotherTopicOfTheNameIsReadFromTheBeginning() {
    assertThat(ReadingStart.of(at(17), new Incarnation("other", "topic"), 17L).why())
        .contains("broker");
    assertThat(ReadingStart.of(at(17), new Incarnation("cluster", "other"), 17L).why())
        .contains("made anew");
  }

  @Test
  void aDatabaseOlderThanTheGroupIsNotBelieved() {
    assertThat(ReadingStart.of(at(17), HERE, 18L).fromBeginning()).isTrue();
  }
}
