package dev.paperboy.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.subscriber.Interests;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeUpReadersTest {
  private static final RealDay DAY = MadeUpDay.of(50);

  private static List<MadeUpReaders.MadeUp> readers(long seed) {
    MadeUpReaders source = new MadeUpReaders(DAY, seed);
    return IntStream.range(0, 400).mapToObj(i -> source.next()).toList();
  }

  private static List<?> filters(long seed) {
    return readers(seed).stream().map(MadeUpReaders.MadeUp::filters).toList();
  }

  @Test
  void theSameSeedMakesTheSameReaders() {
    assertThat(filters(7)).isEqualTo(filters(7)).isNotEqualTo(filters(8));
  }

  @Test
  void readersOfEachKindAreAmongThem() {
    List<MadeUpReaders.MadeUp> readers = readers(7);

    assertThat(readers).anyMatch(reader -> reader.filters().size() == 2);
    assertThat(readers).anyMatch(reader -> !reader.sent().isEmpty());
    assertThat(readers).anyMatch(reader -> !reader.likings().disliked().isEmpty());
    assertThat(readers).anyMatch(reader -> reader.likings().liked().isEmpty());
    List<Interests> interests =
        readers.stream().flatMap(r -> r.filters().stream()).map(f -> f.interests()).toList();
    assertThat(interests).anyMatch(i -> !i.topics().isEmpty());
    assertThat(interests).anyMatch(i -> !i.categories().isEmpty());
    assertThat(interests).anyMatch(i -> !i.keywords().isEmpty());
    assertThat(interests).anyMatch(i -> !i.authors().isEmpty());
    assertThat(interests).anyMatch(i -> !i.exclusions().isEmpty());
    assertThat(interests).anyMatch(i -> !i.about().isEmpty());
    assertThat(interests).anyMatch(i -> !i.examples().isEmpty());
  }

  @Test
  void whatIsComparedByMeaningHasAVector() {
    for (MadeUpReaders.MadeUp reader : readers(7)) {
      reader
          .filters()
          .forEach(
              filter -> {
                assertThat(reader.probes().keySet()).containsAll(filter.interests().about());
                assertThat(reader.probes().keySet()).containsAll(filter.interests().examples());
              });
    }
  }
}
