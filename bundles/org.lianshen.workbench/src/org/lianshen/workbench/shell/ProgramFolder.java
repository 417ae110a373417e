package org.lianshen.workbench.shell;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;

/**
 * Where this person's program keeps what is its own, under the user's folder.
 *
 * @param instance window layout, settings and log
 */
public record ProgramFolder(Path instance) {

    static ProgramFolder ofPlatform() {
        URL url = Platform.getInstanceLocation().getURL();
        try {
            // The platform leaves blanks unescaped in this URL.
            return new ProgramFolder(Path.of(new java.net.URI(url.getProtocol(), null, url.getPath(), null)));
        } catch (URISyntaxException problem) {
            throw new IllegalStateException(url.toString(), problem);
        }
    }

    public Path settings() {
        return instance.resolve("settings.properties");
    }

    public Path log() {
        return instance.resolve("lianshen.log");
    }

    /** Where a new store is proposed. */
    public Path store() {
        return instance.resolveSibling("store");
    }
}
