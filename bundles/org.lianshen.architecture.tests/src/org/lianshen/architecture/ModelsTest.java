package org.lianshen.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Holds the e4 models, the extensions and the manifests against what they name: classes, pictures, elements, texts. e4 itself says nothing about a name that leads nowhere: a button is dead, a label
 * reads "%key".
 */
class ModelsTest {

	/** Attributes of e4 models that point to elements of the same file by their xmi:id. */
	private static final Set<String> REFERENCES = Set.of("command", "bindingContext", "category", "selectedElement", "curSharedRef");
	private static final List<String> LANGUAGES = List.of("", "_zh");

	private static final List<Source> SOURCES = new ArrayList<>();

	/** An XML file of a bundle. */
	private record Source(Bundle bundle, String path, Document document) {

		List<Attr> attributes() {
			List<Attr> found = new ArrayList<>();
			var elements = document.getElementsByTagName("*");
			for (int i = 0; i < elements.getLength(); i++) {
				var attributes = elements.item(i).getAttributes();
				for (int k = 0; k < attributes.getLength(); k++) {
					found.add((Attr) attributes.item(k));
				}
			}
			return found;
		}

		List<String> values(String attribute) {
			return attributes().stream().filter(a -> a.getName().equals(attribute)).map(Attr::getValue).toList();
		}

		boolean model() {
			return path.endsWith(".e4xmi");
		}

		@Override
		public String toString() {
			return bundle.getSymbolicName() + "/" + path;
		}
	}

	@BeforeAll
	static void read() throws IOException, ParserConfigurationException, SAXException {
		for (Bundle bundle : Rooms.bundles().values()) {
			for (String pattern : List.of("*.e4xmi", "plugin.xml")) {
				var entries = bundle.findEntries("/", pattern, false);
				for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
					try (InputStream in = entry.openStream()) {
						SOURCES.add(new Source(bundle, entry.getPath().substring(1), DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)));
					}
				}
			}
		}
	}

	@Test
	void thereAreModels() {
		assertFalse(SOURCES.stream().filter(Source::model).toList().isEmpty());
	}

	@Test
	void everyModelIsRegistered() {
		TreeSet<String> orphans = new TreeSet<>();
		for (Source model : SOURCES.stream().filter(Source::model).toList()) {
			boolean named = SOURCES.stream().filter(s -> s.bundle().equals(model.bundle()) && !s.model())
					.anyMatch(s -> s.attributes().stream().map(Attr::getValue).anyMatch(v -> v.equals(model.path()) || v.endsWith("/" + model.path())));
			if (!named) {
				orphans.add(model.toString());
			}
		}
		assertEquals(Set.of(), orphans);
	}

	@Test
	void everyClassNamedIsThere() {
		TreeSet<String> missing = new TreeSet<>();
		for (Source source : SOURCES) {
			for (String uri : source.values("contributionURI")) {
				String[] parts = uri.replace("bundleclass://", "").split("/");
				if (!uri.startsWith("bundleclass://") || parts.length != 2 || !loads(parts[0], parts[1])) {
					missing.add(source + ": " + uri);
				}
			}
			for (String name : source.model() ? List.<String>of() : source.values("class")) {
				if (!loads(source.bundle().getSymbolicName(), name)) {
					missing.add(source + ": " + name);
				}
			}
		}
		assertEquals(Set.of(), missing);
	}

	@Test
	void everyPictureNamedIsThere() {
		TreeSet<String> missing = new TreeSet<>();
		for (Source source : SOURCES) {
			for (String uri : source.values("iconURI")) {
				String[] parts = uri.replace("platform:/plugin/", "").split("/", 2);
				if (!uri.startsWith("platform:/plugin/") || bundles(parts[0]).noneMatch(bundle -> bundle.getEntry(parts[1]) != null)) {
					missing.add(source + ": " + uri);
				}
			}
		}
		assertEquals(Set.of(), missing);
	}

	@Test
	void everyElementReferredToIsThere() {
		Set<String> everywhere = new HashSet<>();
		SOURCES.stream().filter(Source::model).forEach(s -> everywhere.addAll(s.values("elementId")));
		TreeSet<String> missing = new TreeSet<>();
		for (Source source : SOURCES.stream().filter(Source::model).toList()) {
			Collection<String> here = new HashSet<>(source.values("xmi:id"));
			for (Attr attribute : source.attributes()) {
				if (REFERENCES.contains(attribute.getName()) && !here.contains(attribute.getValue())) {
					missing.add(source + ": " + attribute);
				}
				if (attribute.getName().equals("parentElementId") && !attribute.getValue().startsWith("xpath:")) {
					Stream.of(attribute.getValue().split(",")).filter(id -> !everywhere.contains(id.strip())).forEach(id -> missing.add(source + ": " + id));
				}
			}
		}
		assertEquals(Set.of(), missing);
	}

	@Test
	void noElementIdIsGivenTwice() {
		List<String> ids = SOURCES.stream().filter(Source::model).flatMap(s -> elements(s).stream()).toList();
		TreeSet<String> twice = new TreeSet<>();
		Set<String> seen = new HashSet<>();
		ids.stream().filter(id -> !seen.add(id)).forEach(twice::add);
		assertEquals(Set.of(), twice);
	}

	@Test
	void everyTextNamedIsThereInBothLanguages() throws IOException {
		TreeSet<String> missing = new TreeSet<>();
		for (Bundle bundle : Rooms.bundles().values()) {
			Set<String> keys = new TreeSet<>();
			SOURCES.stream().filter(s -> s.bundle().equals(bundle)).flatMap(s -> s.attributes().stream()).map(Attr::getValue).filter(v -> v.startsWith("%"))
					.forEach(v -> keys.add(v.substring(1)));
			Collections.list(bundle.getHeaders("").elements()).stream().filter(v -> v.startsWith("%")).forEach(v -> keys.add(v.substring(1)));
			String base = bundle.getHeaders("").get("Bundle-Localization") == null ? "OSGI-INF/l10n/bundle" : bundle.getHeaders("").get("Bundle-Localization");
			for (String language : keys.isEmpty() ? List.<String>of() : LANGUAGES) {
				Properties texts = texts(bundle.getEntry(base + language + ".properties"));
				keys.stream().filter(key -> texts.getProperty(key, "").isBlank()).forEach(key -> missing.add(bundle.getSymbolicName() + language + ": " + key));
			}
		}
		assertEquals(Set.of(), missing);
	}

	private static Properties texts(URL place) throws IOException {
		Properties texts = new Properties();
		if (place != null) {
			try (InputStream in = place.openStream()) {
				texts.load(in);
			}
		}
		return texts;
	}

	/** Ids of elements that are looked up by them; parameters carry the name of their parameter there. */
	private static List<String> elements(Source source) {
		return source.attributes().stream().filter(a -> a.getName().equals("elementId"))
				.filter(a -> !a.getOwnerElement().getTagName().equals("parameters")).map(Attr::getValue).toList();
	}

	private static Stream<Bundle> bundles(String name) {
		return Stream.of(FrameworkUtil.getBundle(ModelsTest.class).getBundleContext().getBundles()).filter(bundle -> bundle.getSymbolicName().equals(name));
	}

	private static boolean loads(String bundle, String className) {
		return bundles(bundle).anyMatch(b -> {
			try {
				return b.loadClass(className) != null;
			} catch (ClassNotFoundException e) {
				return false;
			}
		});
	}
}
