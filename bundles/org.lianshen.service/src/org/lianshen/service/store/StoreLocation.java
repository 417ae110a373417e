package org.lianshen.service.store;

import java.nio.file.Path;

/** Where a store is: a folder (H2), or a PostgreSQL database. */
public sealed interface StoreLocation {

    /** @param folder holds the database, and the attachments beside it */
    record Folder(Path folder) implements StoreLocation {
        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** @param url without password; user and password come from the usual PostgreSQL places or the URL's own parameters */
    record Server(String url) implements StoreLocation {
        @Override
        public String toString() {
            return url;
        }
    }

    /** The folder that a person's store is in unless another is named: {@code %LOCALAPPDATA%\\Lianshen\\store}, or {@code lianshen/store} in the XDG data folder. */
    static Folder usual() {
        String windows = System.getenv("LOCALAPPDATA");
        if (windows != null) {
            return new Folder(Path.of(windows, "Lianshen", "store"));
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return new Folder(base.resolve("lianshen").resolve("store"));
    }

    /** {@code jdbc:postgresql:…} is a server, everything else a folder. */
    static StoreLocation of(String text) {
        return text.startsWith("jdbc:") ? new Server(text) : new Folder(Path.of(text));
    }
}
