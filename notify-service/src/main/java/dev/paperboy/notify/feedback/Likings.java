package dev.paperboy.notify.feedback;

import java.util.List;

/**
 * The vectors of papers that a reader liked and disliked, the latest first.
 *
 * @param liked unit vectors
 * @param disliked unit vectors
 */
public record Likings(List<float[]> liked, List<float[]> disliked) {
  public static final Likings NONE = new Likings(List.of(), List.of());

  public Likings {
    liked = List.copyOf(liked);
    disliked = List.copyOf(disliked);
  }
}
