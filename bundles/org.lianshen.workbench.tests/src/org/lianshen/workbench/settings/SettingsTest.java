package org.lianshen.workbench.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void outlivesTheProgram() {
        Path file = folder.resolve("a/settings.properties");
        Settings settings = new Settings(file);
        settings.set(Settings.STORE, "/数据/联审");
        settings.set("grid.lines.view.常用", "name:80");
        Settings again = new Settings(file);
        assertEquals(Optional.of("/数据/联审"), again.get(Settings.STORE));
        assertEquals(Set.of("grid.lines.view.常用"), again.keys("grid.lines.view."));
        again.set(Settings.STORE, null);
        assertEquals(Optional.empty(), new Settings(file).get(Settings.STORE));
    }

    @Test
    void aFileThatCannotBeReadIsNoReasonNotToStart() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.write(file, new byte[] {'a', '=', '\\', 'u', 'z', (byte) 0xFF});
        Settings settings = new Settings(file);
        assertTrue(settings.keys("").isEmpty());
        settings.set("language", "ENGLISH");
        assertEquals(Optional.of("ENGLISH"), new Settings(file).get("language"));
    }
}
