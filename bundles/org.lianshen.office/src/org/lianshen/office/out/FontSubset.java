package org.lianshen.office.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The part of a font that a document needs, as a font file of its own.
 *
 * @param glyphs number of the glyph in it, by code point
 */
record FontSubset(byte[] file, Map<Integer, Integer> glyphs) {

    private static final List<String> TABLES = List.of("OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep");

    /** Empty for fonts with PostScript outlines, which the library cannot take apart, and for those that may not be. */
    static Optional<FontSubset> of(FontFile font, SortedSet<Integer> codePoints) throws IOException {
        if (!font.separable()) {
            return Optional.empty();
        }
        if (font.index() < 0) {
            try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBufferedFile(font.path().toFile()))) {
                return Optional.of(of(parsed, codePoints));
            }
        }
        try (TrueTypeCollection collection = new TrueTypeCollection(font.path().toFile())) {
            var found = new Object() {
                private int index;
                private FontSubset subset;
            };
            collection.processAllFonts(each -> {
                if (found.index == font.index()) {
                    found.subset = of(each, codePoints);
                }
                found.index++;
            });
            return Optional.ofNullable(found.subset);
        }
    }

    static FontSubset of(TrueTypeFont font, SortedSet<Integer> codePoints) throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
        codePoints.forEach(subsetter::add);
        var file = new ByteArrayOutputStream();
        subsetter.writeToStream(file);
        Map<Integer, Integer> renumbered = new HashMap<>();
        subsetter.getGIDMap().forEach((now, before) -> renumbered.put(before, now));
        CmapLookup lookup = font.getUnicodeCmapLookup();
        Map<Integer, Integer> glyphs = new HashMap<>();
        codePoints.forEach(codePoint -> glyphs.put(codePoint, renumbered.getOrDefault(lookup.getGlyphId(codePoint), 0)));
        return new FontSubset(file.toByteArray(), glyphs);
    }
}
