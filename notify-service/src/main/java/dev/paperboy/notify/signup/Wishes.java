package dev.paperboy.notify.signup;

import dev.paperboy.notify.likeness.Probes;
import dev.paperboy.notify.likeness.Subjects;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** Looks after what a form cannot know by itself. */
@Singleton
class Wishes {
  private final Probes probes;

  Wishes(Probes probes) {
    this.probes = probes;
  }

  /**
   * The reading, with examples marked that nobody here knows. Where classify cannot be asked they
   * are taken as they are: the digest says so if they stay unknown.
   */
  Uni<FilterReading> known(FilterReading reading) {
    Set<String> examples = Set.copyOf(reading.interests().examples());
    return probes
        .find(new Subjects(Set.of(), examples), null)
        .map(found -> found.unknown().isEmpty() ? reading : reading.withUnknown(found.unknown()));
  }
}
