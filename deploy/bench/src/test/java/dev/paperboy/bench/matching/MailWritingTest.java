package dev.paperboy.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.notify.digest.Edition;
import dev.paperboy.notify.digest.Matcher;
import dev.paperboy.notify.digest.ReaderFilter;
import dev.paperboy.notify.digest.Selection;
import dev.paperboy.notify.digest.WindowIndex;
import dev.paperboy.notify.digest.WindowPapers;
import dev.paperboy.notify.feedback.Likings;
import dev.paperboy.notify.mail.Letter;
import dev.paperboy.notify.subscriber.Interests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailWritingTest {
  @Test
  void aMailIsWrittenWithTheServicesTemplates() {
    RealDay day = MadeUpDay.of(3);
    Edition edition =
        new Selection(new Matcher(0.5))
            .select(
                List.of(new ReaderFilter(null, "", Interests.builder().build())),
                new WindowIndex(
                    new WindowPapers(day.papers(), day.topics(), MadeUpDay.DAY), Map.of()),
                Set.of(),
                MadeUpDay.DAY,
                Likings.NONE,
                null);

    Letter letter = new MailWriting(day.topics()).letter(edition);

    assertThat(letter.subject()).endsWith(" + 2 more · 9 June");
    assertThat(letter.html()).contains("Robot learning", "prefers-color-scheme", "</html>");
    assertThat(letter.text()).contains("https://arxiv.org/abs/2606.00003");
  }
}
