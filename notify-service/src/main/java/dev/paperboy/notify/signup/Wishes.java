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
   * The reading, with examples that nobody here knows taken by what was pasted of them, or marked.
   * Where classify cannot be asked ids are taken as they are: the digest says so if they stay
   * unknown.
   */
  Uni<FilterReading> known(FilterReading reading) {
    return probes
        .find(new Subjects(Set.of(), reading.examples().ids()), null)
        .map(found -> reading.looked(found.unknown(), found.unavailable()));
  }
}
