package org.lianshen.office.in;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lianshen.model.UserProblem;

/** A pull parser over one part: doctypes and entities are refused naming the part, namespaces are known by the local name alone, nesting is bounded. */
final class Xml implements AutoCloseable {

    private final XMLStreamReader reader;
    private final String file;
    private final String part;
    private final Limits limits;
    private final String[] recent = new String[64];
    private final Set<String> names = new HashSet<>();
    private int depth;

    Xml(InputStream in, String file, String part, Limits limits) {
        this.file = file;
        this.part = part;
        this.limits = limits;
        try {
            this.reader = factory().createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_COALESCING, Boolean.FALSE);
        return factory;
    }

    /** Next start or end of an element; false at the end of the document. */
    boolean next() {
        for (;;) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > limits.depth()) {
                        throw UserProblem.of("office.tooDeep", file, part, limits.depth());
                    }
                    names();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                }
            }
        }
    }

    /** The parser keeps every name it meets for as long as it reads: a file could fill the memory with names alone. */
    private void names() {
        seen(reader.getLocalName());
        for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
            seen(reader.getAttributeLocalName(i));
        }
    }

    private void seen(String name) {
        // the parser gives the same object for the same name, and a sheet has a handful of them
        int slot = System.identityHashCode(name) & recent.length - 1;
        if (recent[slot] != name) {
            recent[slot] = name;
            if (names.add(name) && names.size() > limits.names()) {
                throw UserProblem.of("office.tooManyNames", file, part, limits.names());
            }
        }
    }

    private int event() {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw UserProblem.of("office.doctype", file, part);
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean starts(String name) {
        return reader.isStartElement() && name.equals(reader.getLocalName());
    }

    boolean ends(String name) {
        return reader.isEndElement() && name.equals(reader.getLocalName());
    }

    String name() {
        return reader.getLocalName();
    }

    int depth() {
        return depth;
    }

    /** Value of the attribute with this local name, whatever its namespace; null where there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (name.equals(reader.getAttributeLocalName(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Values of the attributes {@code r}, {@code s} and {@code t} of a cell in this order: one pass, since there are millions of cells. */
    void cellAttributes(String[] into) {
        into[0] = null;
        into[1] = null;
        into[2] = null;
        for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
            String name = reader.getAttributeLocalName(i);
            if (name.length() == 1) {
                switch (name.charAt(0)) {
                    case 'r' -> into[0] = reader.getAttributeValue(i);
                    case 's' -> into[1] = reader.getAttributeValue(i);
                    case 't' -> into[2] = reader.getAttributeValue(i);
                    default -> {
                    }
                }
            }
        }
    }

    /** Text of the element just started, to its end, elements inside left out. {@code into} is not cleared. */
    void text(StringBuilder into, int limit, String place) {
        int inside = 0;
        for (;;) {
            switch (event()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inside == 0) {
                        append(into, limit, place);
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> inside++;
                case XMLStreamConstants.END_ELEMENT -> {
                    if (inside == 0) {
                        depth--;
                        return;
                    }
                    inside--;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                default -> {
                }
            }
        }
    }

    private void append(StringBuilder into, int limit, String place) {
        try {
            if (into.length() + reader.getTextLength() > limit) {
                throw UserProblem.of("office.cellTooLong", file, part, place, limit);
            }
            into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        } catch (UncheckedStreamException e) {
            // text is looked at only when it is asked for
            throw damaged(e);
        }
    }

    /** Skips the element just started with all it holds. */
    void skip() {
        int outside = depth - 1;
        while (next() && depth > outside) {
            // what is skipped still counts against the limits
        }
    }

    UserProblem damaged(Exception cause) {
        return UserProblem.because(cause, "office.partDamaged", file, part, PlainText.quoted(String.valueOf(cause.getMessage())));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }
}
