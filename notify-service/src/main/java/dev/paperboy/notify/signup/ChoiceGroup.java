package dev.paperboy.notify.signup;

import java.util.List;

/** Choices under one heading. */
public record ChoiceGroup(String name, List<Choice> topics) {
  /** How many of them are chosen. */
  public long chosen() {
    return topics.stream().filter(Choice::chosen).count();
  }

  /** Whether to show them without being asked. */
  public boolean open() {
    return chosen() > 0;
  }
}
