package dev.paperboy.notify.feedback;

import dev.paperboy.notify.taste.Known;
import java.util.List;

/** Papers that a reader liked and disliked, the latest first. */
public record Likings(List<Known> liked, List<Known> disliked) {
  public static final Likings NONE = new Likings(List.of(), List.of());

  public Likings {
    liked = List.copyOf(liked);
    disliked = List.copyOf(disliked);
  }
}
