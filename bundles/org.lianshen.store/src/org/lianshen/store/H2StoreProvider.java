package org.lianshen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.lianshen.model.UserProblem;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.store.database.H2Database;
import org.lianshen.store.database.Schema;
import org.lianshen.store.files.FolderFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Stores in a folder: H2, with the attachments beside the database. The usual kind. */
@Component(service = StoreProvider.class, property = "service.ranking:Integer=100")
public final class H2StoreProvider implements StoreProvider {

    private static final DateTimeFormatter TIME_OF_COPY = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private final Clock clock;
    private final Schema schema;
    private final String fileSystem;

    @Activate
    public H2StoreProvider() {
        this(Clock.systemDefaultZone());
    }

    public H2StoreProvider(Clock clock) {
        this(clock, Schema.ofH2(), "");
    }

    /** @param fileSystem name of a file system of H2 to put before the path, for tests of what a disk can do */
    H2StoreProvider(Clock clock, Schema schema, String fileSystem) {
        this.clock = clock;
        this.schema = schema;
        this.fileSystem = fileSystem;
    }

    @Override
    public boolean handles(StoreLocation location) {
        return location instanceof StoreLocation.Folder;
    }

    @Override
    public StoreState look(StoreLocation location) {
        Path folder = folder(location);
        if (!Files.exists(file(folder))) {
            return StoreState.NONE;
        }
        try (var database = H2Database.open(folder, H2Database.NAME, fileSystem, false, clock)) {
            return Looking.state(database.owner());
        } catch (UserProblem problem) {
            return problem.messages().getFirst().key().startsWith("store.held") ? StoreState.HELD : StoreState.DAMAGED;
        } catch (SQLException e) {
            return StoreState.DAMAGED;
        }
    }

    @Override
    public Store create(StoreLocation location) {
        Path folder = folder(location);
        if (look(location) != StoreState.NONE) {
            throw UserProblem.of("store.exists", folder.toString());
        }
        try {
            Files.createDirectories(folder);
            // What is there without being a store was left by a creation that did not come to its end.
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw UserProblem.because(e, "store.notWritable", folder.toString());
        }
        var database = H2Database.open(folder, H2Database.NAME, fileSystem, true, clock);
        schema.bringTo(schema.current(), database.ownerSource());
        return store(database, folder);
    }

    @Override
    public Store open(StoreLocation location) {
        Path folder = folder(location);
        if (!Files.exists(file(folder))) {
            throw UserProblem.of("store.none", folder.toString());
        }
        var database = H2Database.open(folder, H2Database.NAME, fileSystem, false, clock);
        try {
            int found = schema.found(database.owner());
            if (found > schema.current()) {
                database.close();
                throw UserProblem.of("store.newer", folder.toString());
            }
            if (found < schema.current()) {
                database.close();
                copyBeside(folder, found);
                database = H2Database.open(folder, H2Database.NAME, fileSystem, false, clock);
                schema.bringTo(schema.current(), database.ownerSource());
            }
            if (Looking.state(database.owner()) == StoreState.NONE) {
                database.close();
                throw UserProblem.of("store.none", folder.toString());
            }
            return store(database, folder);
        } catch (SQLException e) {
            database.close();
            throw UserProblem.because(e, "store.damaged", folder.toString(), e.getMessage());
        }
    }

    private void copyBeside(Path folder, int version) {
        Path copy = folder.resolve(H2Database.NAME + "-v" + version + "-" + TIME_OF_COPY.format(clock.instant()) + H2Database.SUFFIX);
        try {
            Files.copy(file(folder), copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw UserProblem.because(e, "store.notWritable", folder.toString());
        }
    }

    @Override
    public Copy restore(Path backup, StoreLocation location, Progress progress) {
        throw new UnsupportedOperationException("follows");
    }

    private Store store(H2Database database, Path folder) {
        return new SqlStore(database, new FolderFiles(folder.resolve("files")), clock);
    }

    private static Path folder(StoreLocation location) {
        return ((StoreLocation.Folder) location).folder();
    }

    private static Path file(Path folder) {
        return folder.resolve(H2Database.NAME + H2Database.SUFFIX);
    }
}
