package org.lianshen.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Holds the manifests, and the list of what is shipped, against the architecture. */
class ManifestsTest {

	@Test
	void noManifestTurnsAnArrow() throws BundleException {
		TreeSet<String> turned = new TreeSet<>();
		for (Map.Entry<String, Bundle> entry : Rooms.bundles().entrySet()) {
			String room = entry.getKey();
			for (String required : named(entry.getValue(), Constants.REQUIRE_BUNDLE)) {
				boolean allowed = required.startsWith(Rooms.OURS) ? Rooms.maySee(room, required.substring(Rooms.OURS.length())) : Rooms.mayUse(room, required);
				if (!allowed) {
					turned.add(room + " must not require " + required);
				}
			}
			for (String imported : named(entry.getValue(), Constants.IMPORT_PACKAGE)) {
				if (!Rooms.mayUse(room, imported)) {
					turned.add(room + " must not import " + imported);
				}
			}
		}
		assertEquals(Set.of(), turned);
	}

	@Test
	void noBundleLooksAroundItsManifest() {
		Rooms.bundles().values().forEach(bundle -> {
			assertNull(bundle.getHeaders().get(Constants.DYNAMICIMPORT_PACKAGE), bundle.getSymbolicName());
			assertNull(bundle.getHeaders().get("Eclipse-BuddyPolicy"), bundle.getSymbolicName());
		});
	}

	@Test
	void everyBundleIsShippedAndHasTestsBesideIt() throws IOException {
		Path bundles = Path.of("").toAbsolutePath().getParent();
		String feature = Files.readString(bundles.resolveSibling("features/org.lianshen.feature/feature.xml"));
		Set<String> present;
		try (Stream<Path> folders = Files.list(bundles)) {
			present = folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))).map(folder -> folder.getFileName().toString())
					.collect(Collectors.toSet());
		}
		List<String> ours = present.stream().filter(name -> !name.endsWith(".tests")).sorted().toList();
		assertEquals(Rooms.bundles().keySet().stream().map(room -> Rooms.OURS + room).toList(), ours);
		for (String bundle : ours) {
			assertTrue(present.contains(bundle + ".tests"), () -> "no tests beside " + bundle);
			assertTrue(feature.contains("\"" + bundle + "\""), () -> bundle + " is not shipped");
		}
	}

	private static List<String> named(Bundle bundle, String header) throws BundleException {
		ManifestElement[] elements = ManifestElement.parseHeader(header, bundle.getHeaders().get(header));
		return elements == null ? List.of() : Stream.of(elements).flatMap(element -> Stream.of(element.getValueComponents())).toList();
	}
}
