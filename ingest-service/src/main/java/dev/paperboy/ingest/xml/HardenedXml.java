package dev.paperboy.ingest.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
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

  /**
   * A reader over a whole document.
   *
   * @throws XMLStreamException where it does not begin like one
   */
  public static XMLStreamReader reader(InputStream document) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(document);
  }
}
