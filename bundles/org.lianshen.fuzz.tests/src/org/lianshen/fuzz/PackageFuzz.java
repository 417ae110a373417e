package org.lianshen.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lianshen.exchange.PackageText;
import org.lianshen.exchange.SealedPackages;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.proposal.FormDigest;

/**
 * The readers of packages without a network. The first byte chooses: the outside of a package, a key card, what is inside, or the projects alone, which are listed with
 * their right digest first, as a trusted sender with a broken program would.
 */
public final class PackageFuzz {

    static final byte OUTSIDE = 0;
    static final byte CARD = 1;
    static final byte INSIDE = 2;
    static final byte PROJECTS = 3;
    private static final int WAYS = 4;
    private static final SealedPackages SEAL = new SealedPackages(Path.of("no-keys-here"));

    private PackageFuzz() {
    }

    /** The curve and the mapper take their time once, which is no input's fault. */
    public static void fuzzerInitialize() {
        PackageSeeds.all().forEach(PackageFuzz::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (Math.floorMod(input[0], WAYS)) {
            case OUTSIDE -> Verdict.file("fuzz.lspkg", rest, SEAL::look);
            case CARD -> Verdict.file("fuzz.lscard", rest, SEAL::readCard);
            case INSIDE -> inside(rest);
            default -> inside(listed(rest));
        }
    }

    private static void inside(byte[] text) {
        try {
            Path folder = Files.createTempDirectory("lianshen-fuzz");
            try {
                next(PackageText.read(new ByteArrayInputStream(text), folder));
            } catch (IOException refused) {
                return;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is taken writes again as the same, and the digests of its forms are taken first of all. */
    private static void next(PackageContent content) throws IOException {
        content.projects().stream().flatMap(project -> project.proposal() == null ? Stream.empty() : project.proposal().versions().stream()).filter(version -> version.form() != null)
                .forEach(version -> FormDigest.of(version.form()));
        var out = new ByteArrayOutputStream();
        PackageText.write(content, out);
        Path folder = Files.createTempDirectory("lianshen-fuzz");
        try {
            if (!content.equals(PackageText.read(new ByteArrayInputStream(out.toByteArray()), folder))) {
                throw new IllegalStateException("the package reads back as another");
            }
        } catch (IOException e) {
            throw new IllegalStateException("what was written is not read again", e);
        } finally {
            delete(folder);
        }
    }

    static byte[] listed(byte[] content) {
        try {
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            String list = "{\"format\":1,\"entries\":[{\"name\":\"content.json\",\"bytes\":" + content.length + ",\"sha256\":\"" + digest + "\"}]}";
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("list.json"));
                zip.write(list.getBytes(StandardCharsets.US_ASCII));
                zip.putNextEntry(new ZipEntry("content.json"));
                zip.write(content);
            }
            return out.toByteArray();
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder);
    }
}
