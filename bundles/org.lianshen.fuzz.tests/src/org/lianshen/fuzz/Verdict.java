package org.lianshen.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.text.Texts;

/**
 * What is right for a reader to do with any file at all: read it, or refuse it with messages that a person can read in both languages. Everything else is a finding of the
 * fuzzer: another exception, an error of the virtual machine, a message of a page's length, a file that stays.
 */
final class Verdict {

    private static final int LONGEST_MESSAGE = 1_500;
    private static final List<Texts> LANGUAGES = List.of(new Texts(Locale.CHINESE), new Texts(Locale.ENGLISH));
    private static final Path FOLDER = folder();

    private Verdict() {
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("lianshen-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the reader a file of this name with these bytes. */
    static void file(String name, byte[] bytes, Consumer<Path> reader) {
        Path file = FOLDER.resolve(name);
        try {
            Files.write(file, bytes);
            of(() -> reader.accept(file));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void of(Runnable reader) {
        try {
            reader.run();
        } catch (UserProblem refusal) {
            refusal.messages().forEach(Verdict::readable);
        }
    }

    /** Also for what a reader says beside what it read. */
    static void readable(Message message) {
        for (Texts texts : LANGUAGES) {
            String said = texts.format(message);
            if (said.length() > LONGEST_MESSAGE || said.indexOf('\0') >= 0) {
                throw new IllegalStateException("nobody can read this: " + message.key() + ", " + said.length() + " characters");
            }
        }
    }
}
