package dev.paperboy.ingest.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The one place that makes XML readers: no document type, no entity but the five built in, nothing
 * fetched. The JDK's and most libraries' factories expand a local file by default.
 */
public final class HardenedXml {
  private static final XMLInputFactory FACTORY = factory();

  private HardenedXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // Lazily, a text that is cut off would fail unchecked, where it is asked for.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read: " + systemId);
        });
    return factory;
  }

  /** What a parser does with an element; it may read on to the element's end. */
  @FunctionalInterface
  public interface ElementReader {
    /**
     * @param xml stands at the element's start
     */
    void read(XMLStreamReader xml) throws XMLStreamException, IOException;
  }

  /**
   * Reads a whole document: hands over the start of every element that no other element's reading
   * has passed.
   *
   * @throws IOException where it is malformed or cut off, or as the reader says
   */
  public static void read(InputStream document, ElementReader elements) throws IOException {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(document);
      try {
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT) {
            elements.read(xml);
          }
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new IOException(
          "the answer is not well-formed XML, or was cut off: " + e.getMessage(), e);
    }
  }
}
