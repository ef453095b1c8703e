package dev.paperboy.bench.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paperboy.bench.Figure;
import dev.paperboy.ingest.arxiv.OaiParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Our parser against the least that anybody must do with the same bytes: decode them, or walk over
 * them with the JDK's StAX parser and take every text. Rounds alternate, so that a busy machine
 * slows all of them; the medians count.
 */
final class ParserRace {
  private static final int WARMUP = 20;
  private static final int ROUNDS = 41;

  private final List<byte[]> pages;
  private final XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
  private long sink;

  /**
   * @param pages whole answers to ListRecords
   */
  ParserRace(List<byte[]> pages) {
    this.pages = pages;
    jdk.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    jdk.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private interface Lane {
    void run(byte[] page) throws IOException, XMLStreamException;
  }

  /** Records per second, and the two ratios. */
  List<Figure> run() throws IOException, XMLStreamException {
    int records = 0;
    for (byte[] page : pages) {
      records += OaiParser.parse(new ByteArrayInputStream(page)).papers().size();
    }
    List<Lane> lanes = List.of(this::parse, this::decode, this::walk);
    double[][] seconds = new double[lanes.size()][ROUNDS];
    for (int round = -WARMUP; round < ROUNDS; round++) {
      for (int lane = 0; lane < lanes.size(); lane++) {
        double took = seconds(lanes.get(lane));
        if (round >= 0) {
          seconds[lane][round] = took;
        }
      }
    }
    double ours = records / median(seconds[0]);
    double decoding = records / median(seconds[1]);
    double stax = records / median(seconds[2]);
    if (sink == 0) {
      throw new IOException("nothing was read");
    }
    return List.of(
        Figure.of("parser", ours, "records/s")
            .beside("UTF-8 decoding", decoding)
            .beside("JDK StAX, every text", stax),
        Figure.of("parser / UTF-8 decoding", ours / decoding, "").atLeast(0.45),
        Figure.of("parser / JDK StAX", ours / stax, "").atLeast(2.0));
  }

  private void parse(byte[] page) throws IOException {
    sink += OaiParser.parse(new ByteArrayInputStream(page)).papers().size();
  }

  private void decode(byte[] page) {
    sink += new String(page, UTF_8).length();
  }

  private void walk(byte[] page) throws XMLStreamException {
    XMLStreamReader xml = jdk.createXMLStreamReader(new ByteArrayInputStream(page));
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> sink += xml.getLocalName().length();
        case XMLStreamConstants.CHARACTERS -> sink += xml.getText().length();
        default -> {
          // ends and comments
        }
      }
    }
  }

  private double seconds(Lane lane) throws IOException, XMLStreamException {
    long begin = System.nanoTime();
    for (byte[] page : pages) {
      lane.run(page);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
