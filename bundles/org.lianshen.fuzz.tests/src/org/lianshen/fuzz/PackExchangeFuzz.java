package org.lianshen.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lianshen.rulepacks.BuiltInRulePacks;
import org.lianshen.service.packs.PackForms;

/** The reader of edits to a rule pack that another desktop wrote. What it accepts writes and reads back as it is. */
public final class PackExchangeFuzz {

    private static final PackForms FORMS = new BuiltInRulePacks();

    private PackExchangeFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Verdict.file("fuzz.json", input, path -> {
            PackForms.Exchange read = FORMS.read(path);
            try {
                Path copy = Files.createTempFile("lianshen-fuzz", ".json");
                FORMS.write(read, copy);
                PackForms.Exchange again = FORMS.read(copy);
                Files.delete(copy);
                if (!read.equals(again)) {
                    throw new IllegalStateException("the edits read back as others");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
