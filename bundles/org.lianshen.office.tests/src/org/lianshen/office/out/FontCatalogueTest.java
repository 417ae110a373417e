package org.lianshen.office.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts are looked up by the names inside their files; the files here have names and licence bits and no glyphs. */
class FontCatalogueTest {

    @TempDir
    Path folder;

    private record Name(int language, int kind, String text) {
    }

    private static byte[] font(boolean chinese, int licence, Name... names) throws IOException {
        var strings = new ByteArrayOutputStream();
        var name = new ByteArrayOutputStream();
        var out = new DataOutputStream(name);
        out.writeShort(0);
        out.writeShort(names.length);
        out.writeShort(6 + 12 * names.length);
        for (Name each : names) {
            byte[] text = each.text().getBytes(StandardCharsets.UTF_16BE);
            out.writeShort(3);
            out.writeShort(1);
            out.writeShort(each.language());
            out.writeShort(each.kind());
            out.writeShort(text.length);
            out.writeShort(strings.size());
            strings.write(text);
        }
        out.write(strings.toByteArray());
        byte[] os2 = new byte[96];
        os2[8] = (byte) (licence >> 8);
        os2[9] = (byte) licence;
        os2[46] = (byte) (chinese ? 0x08 : 0);
        var file = new ByteArrayOutputStream();
        var whole = new DataOutputStream(file);
        whole.writeInt(0x00010000);
        whole.writeShort(2);
        whole.write(new byte[6]);
        table(whole, "OS/2", 44, os2.length);
        table(whole, "name", 44 + os2.length, name.size());
        whole.write(os2);
        whole.write(name.toByteArray());
        return file.toByteArray();
    }

    private static void table(DataOutputStream out, String tag, int offset, int length) throws IOException {
        out.writeBytes(tag);
        out.writeInt(0);
        out.writeInt(offset);
        out.writeInt(length);
    }

    private FontCatalogue catalogue() {
        return FontCatalogue.of(List.of(folder, folder.resolve("not there")));
    }

    @Test
    void theFontOfTheStandardComesFirst() throws IOException {
        Files.write(folder.resolve("a.ttf"), font(true, 0, new Name(0x0804, 4, "仿宋"), new Name(0x0409, 6, "FangSong")));
        Files.write(folder.resolve("b.TTF"), font(true, 0, new Name(0x0804, 4, "仿宋_GB2312"), new Name(0x0409, 4, "FangSong_GB2312")));
        assertEquals("仿宋_GB2312", catalogue().best(Face.FANGSONG).orElseThrow().display());
        assertTrue(catalogue().own(Face.FANGSONG).isPresent());
    }

    @Test
    void aSubstituteStandsInByItsRankAndThenAnyChineseFont() throws IOException {
        Files.write(folder.resolve("a.ttf"), font(true, 0, new Name(0x0409, 4, "SimSun")));
        Files.write(folder.resolve("b.ttf"), font(true, 0, new Name(0x0409, 4, "STKaiti")));
        assertEquals("STKaiti", catalogue().best(Face.KAITI).orElseThrow().display());
        assertTrue(catalogue().own(Face.KAITI).isEmpty());
        assertEquals("SimSun", catalogue().best(Face.HEITI).orElseThrow().display());
    }

    @Test
    void fontsThatAreNotChineseOrMayNotBeEmbeddedOrAreNoFontsAreLeftOut() throws IOException {
        Files.write(folder.resolve("latin.ttf"), font(false, 0, new Name(0x0409, 4, "FangSong")));
        Files.write(folder.resolve("restricted.ttf"), font(true, 2, new Name(0x0409, 4, "SimHei")));
        Files.write(folder.resolve("broken.ttf"), new byte[] {0, 1, 0, 0, 0, 9});
        Files.write(folder.resolve("text.ttc"), "ttcf and then nothing".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("readme.txt"), font(true, 0, new Name(0x0409, 4, "SimSun")));
        assertTrue(catalogue().isEmpty());
    }

    @Test
    void aCollectionHoldsSeveralFonts() throws IOException {
        byte[] one = font(true, 0, new Name(0x0409, 4, "SimSun"));
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.writeBytes("ttcf");
        out.writeInt(0x00010000);
        out.writeInt(1);
        out.writeInt(16);
        out.write(moved(one, 16));
        Files.write(folder.resolve("simsun.ttc"), file.toByteArray());
        FontFile found = catalogue().own(Face.SONG).orElseThrow();
        assertEquals(0, found.index());
        assertTrue(found.location().endsWith("simsun.ttc,0"));
        assertFalse(catalogue().isEmpty());
    }

    /** Offsets of tables count from the beginning of the file. */
    private static byte[] moved(byte[] font, int by) {
        byte[] moved = font.clone();
        for (int table = 12; table < 44; table += 16) {
            moved[table + 11] = (byte) (moved[table + 11] + by);
        }
        return moved;
    }
}
