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

    /** {@code jdbc:postgresql:…} is a server, everything else a folder. */
    static StoreLocation of(String text) {
        return text.startsWith("jdbc:") ? new Server(text) : new Folder(Path.of(text));
    }
}
