package dev.paperboy.notify.feedback;

import java.util.List;

/**
 * The page that asks what a reader thinks of a paper.
 *
 * @param paper its title, readable
 * @param words what is so now
 * @param post where the buttons lead
 * @param choices one button each
 * @param back the digest
 */
record FeedbackView(
    String heading, String paper, String words, String post, List<Choice> choices, String back) {
  /**
   * A button.
   *
   * @param chosen whether that is what the reader said
   */
  record Choice(String value, String name, boolean chosen) {}
}
