package org.lianshen.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Holds the built classes against the architecture. */
class ClassesTest {

	private static final Map<String, List<JavaClass>> CLASSES = new TreeMap<>();
	private static JavaClasses all;

	@BeforeAll
	static void read() throws IOException {
		List<JarFile> jars = new ArrayList<>();
		try {
			for (Bundle bundle : Rooms.bundles().values()) {
				jars.add(new JarFile(Rooms.location(bundle)));
			}
			all = new ClassFileImporter().importJars(jars);
		} finally {
			for (JarFile jar : jars) {
				jar.close();
			}
		}
		Rooms.bundles().forEach((room, bundle) -> {
			String jar = Rooms.location(bundle).toURI() + "!";
			CLASSES.put(room, all.stream().filter(c -> c.getSource().orElseThrow().getUri().toString().contains(jar)).toList());
		});
	}

	@Test
	void allRoomsAreLookedAt() {
		assertEquals(15, CLASSES.size(), () -> CLASSES.keySet().toString());
		for (String room : List.of("model", "service", "store", "office", "workbench")) {
			assertFalse(CLASSES.get(room).isEmpty(), room);
		}
	}

	@Test
	void classesLiveInThePackagesOfTheirRoom() {
		TreeSet<String> strangers = new TreeSet<>();
		CLASSES.forEach((room, classes) -> classes.stream().filter(c -> !c.getPackageName().startsWith(Rooms.OURS + room))
				.forEach(c -> strangers.add(room + ": " + c.getName())));
		assertEquals(new TreeSet<>(), strangers);
	}

	@Test
	void noClassSeesWhatItsRoomMayNotSee() {
		TreeSet<String> turned = new TreeSet<>();
		CLASSES.forEach((room, classes) -> {
			for (JavaClass one : classes) {
				for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
					JavaClass target = dependency.getTargetClass().getBaseComponentType();
					if (!target.isPrimitive() && !target.getPackageName().isEmpty() && !Rooms.mayUse(room, target.getPackageName())) {
						turned.add(room + " must not see " + target.getPackageName() + ": " + dependency.getDescription());
					}
				}
			}
		});
		assertEquals(List.of(), List.copyOf(turned));
	}

	@Test
	void businessTimeComesFromAClock() {
		for (Class<?> time : List.of(LocalDate.class, LocalDateTime.class, Instant.class)) {
			noClasses().that().resideInAnyPackage("org.lianshen.model..", "org.lianshen.service..", "org.lianshen.rulepacks..", "org.lianshen.store..",
					"org.lianshen.office..", "org.lianshen.search..").should().callMethod(time, "now").because("the clock is injected").check(all);
		}
	}

	@Test
	void theProgramHasOneZone() {
		noClasses().should().callMethod(ZoneId.class, "systemDefault").orShould().callMethod(Clock.class, "systemDefaultZone")
				.because("what is shown, printed and verified is BeijingTime").check(all);
	}

	@Test
	void nobodyLooksForTheDisplay() {
		noClasses().should().callMethod("org.eclipse.swt.widgets.Display", "getDefault").because("a part gets its display from its widgets").check(all);
	}

	@Test
	void desksAskThroughTheDialogService() {
		noClasses().that().resideOutsideOfPackage("org.lianshen.workbench..").should().dependOnClassesThat()
				.haveNameMatching("org\\.eclipse\\.(jface\\.dialogs\\.MessageDialog.*|swt\\.widgets\\.MessageBox)").because("tests must be able to answer").check(all);
	}

	@Test
	void onlyTheCommandLineWritesToTheTerminal() {
		noClasses().that().resideOutsideOfPackage("org.lianshen.cli..").should().accessField(System.class, "out")
				.orShould().accessField(System.class, "err").because("standard output is a contract, and nobody reads a window's terminal").check(all);
	}
}
