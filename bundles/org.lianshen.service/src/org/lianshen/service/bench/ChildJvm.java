package org.lianshen.service.bench;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Another Java process with classes of this one on its class path, wherever this one has them from: a class path, or bundles. */
public final class ChildJvm {

    private final Set<String> path = new LinkedHashSet<>();

    /**
     * @param loader sees the first class of every group, or a class loader of an earlier group does
     * @param needed names of one class of every jar that the child needs, in groups: the loader of a group's first class sees the others
     */
    public ChildJvm(ClassLoader loader, List<List<String>> needed) {
        var loaders = new LinkedHashSet<ClassLoader>();
        loaders.add(loader);
        for (List<String> group : needed) {
            ClassLoader own = found(group.getFirst(), loaders).getClassLoader();
            loaders.add(own);
            for (String name : group) {
                path.addAll(place(found(name, Set.of(own))));
            }
        }
    }

    /** @param options of the virtual machine, such as {@code -Xmx256m} */
    public ProcessBuilder command(List<String> options, String main, List<String> args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, path));
        command.add(main);
        command.addAll(args);
        return new ProcessBuilder(command);
    }

    private static Class<?> found(String name, Set<ClassLoader> loaders) {
        for (ClassLoader loader : loaders) {
            try {
                return Class.forName(name, false, loader);
            } catch (ClassNotFoundException tryTheNext) {
                continue;
            }
        }
        throw new IllegalStateException(name + " is not to be found for the child");
    }

    private static List<String> place(Class<?> type) {
        try {
            Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path classes = place.resolve("target/classes");
            return Files.isDirectory(classes) ? List.of(place.toString(), classes.toString()) : List.of(place.toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
