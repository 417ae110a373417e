package org.lianshen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.service.Progress;

/** What is inside a package once it is decrypted, without the seal around it: for whoever tries its reader on what a trusted sender might put in. */
public final class PackageText {

    private PackageText() {
    }

    public static void write(PackageContent content, OutputStream out) throws IOException {
        Payload.write(content, Map.of(), out, Progress.NONE);
    }

    /**
     * @param folder empty; holds the attachments afterwards
     * @throws IOException if anything is not as it should be: the package is refused then
     */
    public static PackageContent read(InputStream in, Path folder) throws IOException {
        return Payload.read(in, folder, Limits.STANDARD, Progress.NONE).content();
    }
}
