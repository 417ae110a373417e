package org.lianshen.office.out;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.office.out.Line.Glyph;
import org.ofdrw.core.basicStructure.res.Res;
import org.ofdrw.core.basicStructure.res.resources.Fonts;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.text.font.CT_Font;

/**
 * The fonts of an OFD file: what can be embedded as a subset is, the others are asked for by the name that the standard has for the face, which readers of OFD have. Characters
 * stand where the layout puts them whichever font the reader takes.
 */
final class OfdFonts {

    static final String FOLDER = "Res";

    /** A font with the face that it is used for. */
    record Key(FontFile file, Face face) {
    }

    /** @param id in the file; {@code subset} empty where the font is only named */
    record Used(long id, Optional<FontSubset> subset) {
    }

    private final PdfFonts fonts;
    private final Map<Key, SortedSet<Integer>> characters = new LinkedHashMap<>();
    private final Map<Key, Used> used = new LinkedHashMap<>();

    OfdFonts(PdfFonts fonts) {
        this.fonts = fonts;
    }

    Key key(Glyph glyph) {
        return new Key(fonts.file(glyph.face(), glyph.codePoint()), glyph.face());
    }

    /** The character that is shown. */
    int shown(Glyph glyph) {
        return fonts.shown(glyph.face(), glyph.codePoint());
    }

    void collect(Line line) {
        line.glyphs().forEach(glyph -> characters.computeIfAbsent(key(glyph), key -> new TreeSet<>()).add(shown(glyph)));
    }

    /** After all is collected. @param ids gives the next number of the file */
    void number(java.util.function.LongSupplier ids) {
        characters.forEach((key, characters) -> {
            try {
                used.put(key, new Used(ids.getAsLong(), FontSubset.of(key.file(), characters)));
            } catch (IOException e) {
                throw UserProblem.because(e, "paper.fontDamaged", key.file().display(), key.file().path().toString());
            }
        });
    }

    Used used(Key key) {
        return used.get(key);
    }

    /** The fonts as a resource of the document. */
    Res resource() {
        Fonts list = new Fonts();
        used.forEach((key, font) -> {
            CT_Font entry = new CT_Font(font.subset().isPresent() ? key.file().display() : key.face().word()).setFamilyName(key.file().display()).setID(font.id());
            if (font.subset().isPresent()) {
                entry.setFontFile(file(font));
            }
            list.addFont(entry);
        });
        return new Res().setBaseLoc(new ST_Loc(FOLDER)).addResource(list);
    }

    /** Files to put into the folder of resources, by name. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        used.values().forEach(font -> font.subset().ifPresent(subset -> files.put(file(font), subset.file())));
        return files;
    }

    private static String file(Used font) {
        return "font_" + font.id() + ".ttf";
    }

    /** Which fonts are named only, beside what is said of those that were replaced. */
    List<Message> notices() {
        List<Message> notices = new ArrayList<>(fonts.notices());
        List<Object> named = used.entrySet().stream().filter(entry -> entry.getValue().subset().isEmpty()).<Object>map(entry -> entry.getKey().face().word()).distinct().toList();
        if (!named.isEmpty()) {
            notices.add(Message.of("paper.fontsNamedOnly", named));
        }
        return notices;
    }
}
