package dev.paperboy.ingest.xml;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of elements that may hold markup. */
public final class XmlText {
  private XmlText() {}

  /**
   * All text within the element whose start was just read, over nested elements; afterwards the
   * reader stands at the element's end.
   */
  public static String of(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {
          // comments and the like
        }
      }
    }
    return text.toString();
  }
}
