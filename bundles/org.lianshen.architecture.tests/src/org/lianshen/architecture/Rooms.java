package org.lianshen.architecture;

import java.io.File;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The rooms of the house and the arrows between them, written down once: which of our bundles may see which, and which libraries may be seen from where.
 * Both the built classes and the manifests are held against it.
 */
final class Rooms {

	static final String OURS = "org.lianshen.";

	private static final Set<String> DESKS = Set.of("proposal.ui", "review.ui", "budget.ui", "performance.ui", "ledger.ui");

	/** What each room may see of ours, itself aside. Desks are added by {@link #maySee}. */
	private static final Map<String, Set<String>> ARROWS = Map.of(
			"model", Set.of(),
			"service", Set.of("model"),
			"rulepacks", Set.of("service", "model"),
			"json", Set.of("model"),
			"store", Set.of("service", "model", "json"),
			"office", Set.of("service", "model"),
			"search", Set.of("service", "model"),
			"exchange", Set.of("service", "model", "json"),
			"cli", Set.of("service", "model"),
			"workbench", Set.of("service", "model"));

	/** Families of packages, and the rooms that may see them. What is not listed here is open to all but model and service. */
	static final List<Family> FAMILIES = List.of(
			new Family(Set.of("java.sql", "javax.sql", "org.jooq", "org.flywaydb", "org.h2", "org.postgresql", "com.zaxxer.hikari"), Set.of("store")),
			new Family(Set.of("org.apache.poi", "org.apache.xmlbeans", "org.openxmlformats", "com.microsoft.schemas", "org.apache.pdfbox", "org.openpdf",
					"com.lowagie", "org.ofdrw", "org.dhatim", "org.codehaus.stax2", "com.fasterxml.aalto"), Set.of("office")),
			new Family(Set.of("org.apache.lucene"), Set.of("search")),
			new Family(Set.of("com.fasterxml.jackson"), Set.of("rulepacks", "json", "store", "office", "exchange", "cli")),
			new Family(Set.of("org.bouncycastle"), Set.of("store", "office", "exchange")),
			new Family(Set.of("picocli"), Set.of("cli")),
			new Family(Set.of("org.eclipse.equinox.app"), Set.of("cli", "workbench")),
			new Family(Set.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.e4", "org.eclipse.nebula", "org.eclipse.swtchart", "org.eclipse.core",
					"org.eclipse.ui", "org.eclipse.emf"), with(DESKS, "workbench")));

	private static final Map<String, Bundle> BUNDLES = find();

	private Rooms() {
	}

	/** Packages of one library, with all below them, and the rooms that may see them. */
	record Family(Set<String> packages, Set<String> rooms) {

		boolean contains(String packageName) {
			return packages.stream().anyMatch(p -> packageName.equals(p) || packageName.startsWith(p + "."));
		}
	}

	/** Our bundles but for the tests, by the short name of the room. */
	static Map<String, Bundle> bundles() {
		return BUNDLES;
	}

	private static Map<String, Bundle> find() {
		Map<String, Bundle> found = new TreeMap<>();
		for (Bundle bundle : FrameworkUtil.getBundle(Rooms.class).getBundleContext().getBundles()) {
			String name = bundle.getSymbolicName();
			if (name.startsWith(OURS) && !name.endsWith(".tests")) {
				found.put(name.substring(OURS.length()), bundle);
			}
		}
		return found;
	}

	/** The jar that holds the bundle's classes. */
	static File location(Bundle bundle) {
		return FileLocator.getBundleFileLocation(bundle).orElseThrow(() -> new IllegalStateException("no file behind " + bundle));
	}

	static boolean maySee(String room, String other) {
		if (room.equals(other)) {
			return true;
		}
		Set<String> seen = DESKS.contains(room) ? with(ARROWS.get("workbench"), "workbench") : ARROWS.get(room);
		return seen != null && seen.contains(other);
	}

	/** The room that the package belongs to, if it is one of ours. */
	static Optional<String> roomOf(String packageName) {
		return bundles().keySet().stream().filter(room -> packageName.equals(OURS + room) || packageName.startsWith(OURS + room + ".")).findFirst();
	}

	/** Whether classes of the room may use classes of the package. */
	static boolean mayUse(String room, String packageName) {
		Optional<String> other = roomOf(packageName);
		if (other.isPresent()) {
			return maySee(room, other.get());
		}
		for (Family family : FAMILIES) {
			if (family.contains(packageName)) {
				return family.rooms().contains(room);
			}
		}
		return switch (room) {
			case "model" -> packageName.startsWith("java.");
			// The annotations of declarative services are read at build time only.
			case "service" -> packageName.startsWith("java.") || Set.of("org.slf4j", "org.osgi.service.component.annotations").contains(packageName);
			default -> true;
		};
	}

	private static Set<String> with(Set<String> set, String... more) {
		Set<String> both = new HashSet<>(set);
		both.addAll(Arrays.asList(more));
		return Set.copyOf(both);
	}
}
