package dev.paperboy.notify.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordTableTest {
  @Test
  void numbersWhatItHasAndNothingElse() {
    Random random = new Random(7);
    for (int size : new int[] {0, 1, 2, 63, 64, 65, 5000}) {
      Set<Integer> has = new HashSet<>(List.of(0, -1, Integer.MIN_VALUE).subList(0, size % 4));
      while (has.size() < size) {
        has.add(random.nextInt());
      }
      int[] hashes = has.stream().mapToInt(Integer::intValue).toArray();
      WordTable table = new WordTable(hashes);

      for (int number = 0; number < hashes.length; number++) {
        assertThat(table.number(hashes[number])).isEqualTo(number);
        int other = hashes[number] ^ 1;
        assertThat(table.number(other) == WordTable.NONE).isEqualTo(!has.contains(other));
      }
      for (int i = 0; i < 1000; i++) {
        int hash = random.nextInt();
        assertThat(table.number(hash) == WordTable.NONE).isEqualTo(!has.contains(hash));
      }
    }
  }

  @Test
  void hashesThatBelongInOnePlaceAreToldApart() {
    int[] hashes = new int[100];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = i << 24 | 6;
    }
    WordTable table = new WordTable(hashes);

    for (int i = 0; i < hashes.length; i++) {
      assertThat(table.number(hashes[i])).isEqualTo(i);
    }
    assertThat(table.number(100 << 24 | 6)).isEqualTo(WordTable.NONE);
  }
}
