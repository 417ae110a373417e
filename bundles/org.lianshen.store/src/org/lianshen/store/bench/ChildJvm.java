package org.lianshen.store.bench;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Another Java process with the store on its class path, wherever this one has it from: a class path, or bundles. Its errors are not kept. */
public final class ChildJvm {

    /** One class of every jar that a folder store needs; the loader of the first sees the others. */
    private static final List<List<String>> NEEDED = List.of(
            List.of("org.lianshen.store.bench.ChildJvm", "org.lianshen.store.H2StoreProvider", "org.lianshen.service.Progress", "org.lianshen.model.Money",
                    "org.bouncycastle.crypto.digests.SM3Digest", "org.flywaydb.core.Flyway", "org.h2.jdbcx.JdbcDataSource", "org.slf4j.Logger"),
            List.of("org.jooq.DSLContext", "org.reactivestreams.Publisher", "io.r2dbc.spi.ConnectionFactory"),
            List.of("com.fasterxml.jackson.databind.json.JsonMapper", "com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.jackson.annotation.JsonInclude"),
            List.of("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule"));

    private ChildJvm() {
    }

    public static Process start(Class<?> main, String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath()));
        command.add(main.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Set<String> classPath() {
        var path = new LinkedHashSet<String>();
        for (List<String> together : NEEDED) {
            ClassLoader loader = loader(together.getFirst());
            for (String name : together) {
                path.addAll(place(name, loader));
            }
        }
        return path;
    }

    private static ClassLoader loader(String name) {
        try {
            return name.startsWith("org.jooq") ? DSLContext.class.getClassLoader() : Class.forName(name, false, ChildJvm.class.getClassLoader()).getClassLoader();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> place(String name, ClassLoader loader) {
        try {
            Path place = Path.of(Class.forName(name, false, loader).getProtectionDomain().getCodeSource().getLocation().toURI());
            Path classes = place.resolve("target/classes");
            return Files.isDirectory(classes) ? List.of(place.toString(), classes.toString()) : List.of(place.toString());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
