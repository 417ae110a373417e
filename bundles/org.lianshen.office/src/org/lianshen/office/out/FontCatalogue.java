package org.lianshen.office.out;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The fonts of this machine that can be put into a PDF. */
final class FontCatalogue {

    private static final int DEPTH = 6;

    private final List<FontFile> fonts;

    private FontCatalogue(List<FontFile> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /** @param folders looked through with their sub-folders; those that are not there are passed over */
    static FontCatalogue of(List<Path> folders) {
        List<FontFile> fonts = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
                    files.filter(FontCatalogue::looksLikeFont).sorted().forEach(file -> fonts.addAll(FontFile.in(file)));
                } catch (IOException | UncheckedIOException unreadable) {
                    org.slf4j.LoggerFactory.getLogger(FontCatalogue.class).warn("font folder {} cannot be read to its end", folder, unreadable);
                }
            }
        }
        return new FontCatalogue(fonts.stream().filter(font -> font.chinese() && font.embeddable()).toList());
    }

    /** Where fonts are kept on Linux, Windows and macOS. */
    static List<Path> usualFolders() {
        List<Path> folders = new ArrayList<>(List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of("/System/Library/Fonts"), Path.of("/Library/Fonts")));
        String home = System.getProperty("user.home");
        if (home != null) {
            folders.add(Path.of(home, ".fonts"));
            folders.add(Path.of(home, ".local", "share", "fonts"));
            folders.add(Path.of(home, "Library", "Fonts"));
        }
        String windows = System.getenv("WINDIR");
        if (windows != null) {
            folders.add(Path.of(windows, "Fonts"));
        }
        String local = System.getenv("LOCALAPPDATA");
        if (local != null) {
            folders.add(Path.of(local, "Microsoft", "Windows", "Fonts"));
        }
        return folders;
    }

    private static boolean looksLikeFont(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".ttc") || name.endsWith(".otf") || name.endsWith(".otc");
    }

    boolean isEmpty() {
        return fonts.isEmpty();
    }

    /** All Chinese fonts, in the order of their folders. */
    List<FontFile> fonts() {
        return fonts;
    }

    /** The very font that the standard asks for. */
    Optional<FontFile> own(Face face) {
        return Stream.concat(Stream.of(face.word()), face.names().stream()).flatMap(name -> named(name).stream()).findFirst();
    }

    /** The font asked for, else the best that may stand in, else any Chinese font; empty where there is none at all. */
    Optional<FontFile> best(Face face) {
        return own(face).or(() -> face.substitutes().stream().flatMap(name -> named(name).stream()).findFirst()).or(() -> fonts.stream().findFirst());
    }

    private Optional<FontFile> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fonts.stream().filter(font -> font.names().contains(wanted)).findFirst();
    }
}
