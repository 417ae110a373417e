package org.lianshen.workbench.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.lianshen.workbench.look.Look;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Looks at the e4 model of a bundle ({@code Application.e4xmi} or {@code fragment.e4xmi}): every class of the bundle named by a {@code contributionURI} exists, every command
 * is there and every parameter it is given is its own, every {@code %key} has a text in Chinese and English, every icon exists, ids are unique.
 */
public final class ModelCheck {

    private static final String ICONS = "platform:/plugin/org.lianshen.workbench/";

    private final Class<?> anchor;
    private final String file;
    private final List<String> problems = new ArrayList<>();

    private ModelCheck(Class<?> anchor, String file) {
        this.anchor = anchor;
        this.file = file;
    }

    /** @param anchor any class of the bundle; @param file in the root of the bundle */
    public static ModelCheck of(Class<?> anchor, String file) {
        return new ModelCheck(anchor, file);
    }

    /** What is wrong; empty when nothing is. */
    public List<String> problems() {
        Document document = parse();
        Properties english = texts("OSGI-INF/l10n/bundle.properties");
        Properties chinese = texts("OSGI-INF/l10n/bundle_zh.properties");
        Set<String> ids = new HashSet<>();
        Set<String> xmiIds = new HashSet<>();
        each(document.getDocumentElement(), element -> xmiIds.add(element.getAttribute("xmi:id")));
        each(document.getDocumentElement(), element -> {
            contribution(element.getAttribute("contributionURI"));
            icon(element.getAttribute("iconURI"));
            command(element, xmiIds);
            String id = element.getAttribute("elementId");
            if (!id.isEmpty() && !ids.add(id)) {
                problems.add("id used twice: " + id);
            }
            keys(element, english, chinese);
        });
        return List.copyOf(problems);
    }

    private Document parse() {
        try (InputStream in = anchor.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new AssertionError("no " + file + " in the bundle of " + anchor.getName());
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | SAXException | ParserConfigurationException problem) {
            throw new AssertionError(file, problem);
        }
    }

    /** {@code bundleclass://bundle/class}: only the bundle's own classes can be asked for here; the platform's are the platform's. */
    private void contribution(String uri) {
        if (uri.startsWith("bundleclass://org.lianshen.")) {
            String name = uri.substring(uri.lastIndexOf('/') + 1);
            try {
                Class.forName(name, false, anchor.getClassLoader());
            } catch (ClassNotFoundException problem) {
                problems.add("no such class: " + uri);
            }
        }
    }

    private void icon(String uri) {
        if (uri.startsWith(ICONS)) {
            if (Look.class.getResource("/" + uri.substring(ICONS.length())) == null) {
                problems.add("no such icon: " + uri);
            }
        } else if (!uri.isEmpty() && anchor.getResource("/" + uri.substring(uri.indexOf('/', "platform:/plugin/".length()) + 1)) == null) {
            problems.add("no such icon: " + uri);
        }
    }

    private void command(Element element, Set<String> xmiIds) {
        String command = element.getAttribute("command");
        if (!command.isEmpty() && !xmiIds.contains(command)) {
            problems.add(element.getAttribute("elementId") + " names no command of this file: " + command);
        }
        if (element.getTagName().equals("bindings") && command.isEmpty() && element.getElementsByTagName("command").getLength() == 0) {
            problems.add(element.getAttribute("elementId") + " binds no command");
        }
        if (element.getTagName().equals("bindings") && !command.isEmpty()) {
            Set<String> known = parameters(element.getOwnerDocument().getDocumentElement(), command);
            each(element, child -> {
                if (child.getTagName().equals("parameters") && !known.contains(child.getAttribute("name"))) {
                    problems.add(element.getAttribute("elementId") + " gives an unknown parameter: " + child.getAttribute("name"));
                }
            });
        }
    }

    private static Set<String> parameters(Element root, String command) {
        Set<String> names = new HashSet<>();
        each(root, element -> {
            if (element.getTagName().equals("commands") && element.getAttribute("xmi:id").equals(command)) {
                each(element, child -> names.add(child.getAttribute("elementId")));
            }
        });
        return names;
    }

    private void keys(Element element, Properties english, Properties chinese) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getValue().startsWith("%")) {
                String key = attribute.getValue().substring(1);
                if (!english.containsKey(key)) {
                    problems.add(key + " has no text in English");
                }
                if (!chinese.containsKey(key)) {
                    problems.add(key + " has no text in Chinese");
                }
            } else if (Set.of("label", "tooltip", "commandName", "name", "description").contains(attribute.getName()) && !attribute.getValue().isEmpty()
                    && attribute.getValue().codePoints().anyMatch(c -> c > 0x2E80)) {
                problems.add("words in the model instead of a key: " + attribute.getValue());
            }
        }
    }

    private Properties texts(String path) {
        Properties texts = new Properties();
        try (InputStream in = anchor.getResourceAsStream("/" + path)) {
            if (in == null) {
                problems.add("no " + path);
            } else {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(path, problem);
        }
        return texts;
    }

    private static void each(Element root, java.util.function.Consumer<Element> visit) {
        visit.accept(root);
        NodeList children = root.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element element) {
                each(element, visit);
            }
        }
    }
}
