package org.commonwright.bom.sheet;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.commonwright.error.Fault;

/// XML of strangers: no document type, no entities, no outside files, no bottomless nesting.
public final class SafeXml {
    /// Nothing that is read here nests deeper.
    public static final int DEEPEST = 64;

    private final XMLStreamReader xml;
    private int depth;

    private SafeXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    public static SafeXml of(InputStream in) throws XMLStreamException {
        return new SafeXml(factory().createXMLStreamReader(in));
    }

    public static SafeXml of(Reader in) throws XMLStreamException {
        return new SafeXml(factory().createXMLStreamReader(in));
    }

    /// Elements that are open, the current one counted.
    public int depth() {
        return depth;
    }

    public XMLStreamReader xml() {
        return xml;
    }

    public boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    /// The next event of [XMLStreamConstants].
    ///
    /// @throws XMLStreamException also for a document type and for elements nested deeper than [#DEEPEST]
    public int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("document type", xml.getLocation());
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new XMLStreamException("too deep", xml.getLocation());
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    /// From the start of an element to its end, whatever is in it.
    public void skip() throws XMLStreamException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /// An attribute by its local name; empty when it is not there.
    public String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// The sentence for a file whose XML is no XML.
    public static Fault broken(String code, String file, XMLStreamException e) {
        return new Fault(e, code, file, e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
