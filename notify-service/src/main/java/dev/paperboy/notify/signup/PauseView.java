package dev.paperboy.notify.signup;

import java.util.List;

/**
 * The page that lets digests rest.
 *
 * @param paused whether they rest already
 */
public record PauseView(
    String heading, String words, String post, List<Choice> choices, boolean paused) {}
