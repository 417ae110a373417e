package org.lianshen.office.out;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts that go into a PDF or OFD file: for each face the font of the standard, or what stands in for it, which is said. A character that a font lacks is taken from
 * another Chinese font of the machine; one that none has is said too.
 */
final class PdfFonts implements Metrics {

    /** Shown where no font has the character. */
    private static final int MISSING = '〓';

    private final FontCatalogue catalogue;
    private final Map<Face, FontFile> chosen = new EnumMap<>(Face.class);
    private final Map<String, BaseFont> opened = new LinkedHashMap<>();
    private final Map<BaseFont, FontFile> files = new IdentityHashMap<>();
    private final Map<Integer, Optional<BaseFont>> rare = new LinkedHashMap<>();
    private final Set<Integer> missing = new LinkedHashSet<>();
    private final Set<Face> used = java.util.EnumSet.noneOf(Face.class);

    /** @throws UserProblem {@code paper.noChineseFont} where the machine has no Chinese font at all */
    PdfFonts(FontCatalogue catalogue) {
        this.catalogue = catalogue;
        if (catalogue.isEmpty()) {
            throw UserProblem.of("paper.noChineseFont");
        }
    }

    @Override
    public double advance(Face face, int codePoint) {
        return font(face, codePoint).getWidth(shown(face, codePoint)) / 1000.0;
    }

    /** The font that draws the character. */
    BaseFont font(Face face, int codePoint) {
        used.add(face);
        BaseFont own = open(chosen.computeIfAbsent(face, f -> catalogue.best(f).orElseThrow()));
        return own.charExists(codePoint) ? own : rare.computeIfAbsent(codePoint, this::elsewhere).orElse(own);
    }

    /** The file of the font that draws the character. */
    FontFile file(Face face, int codePoint) {
        return files.get(font(face, codePoint));
    }

    /** The character, or the geta mark where no font has it. */
    int shown(Face face, int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return ' ';
        }
        if (printable(codePoint) && font(face, codePoint).charExists(codePoint)) {
            return codePoint;
        }
        missing.add(codePoint);
        return MISSING;
    }

    /** Some fonts have glyphs for control characters, but no file format of ours takes them as text. */
    private static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE && (codePoint & 0xFFFE) != 0xFFFE;
    }

    /** Which fonts were replaced by which, and which characters could not be shown. */
    List<Message> notices() {
        List<Message> notices = new ArrayList<>();
        for (Face face : used) {
            FontFile font = chosen.get(face);
            if (catalogue.own(face).filter(font::equals).isEmpty()) {
                notices.add(Message.of("paper.fontReplaced", face.word(), font.display()));
            }
        }
        if (!missing.isEmpty()) {
            notices.add(Message.of("paper.glyphMissing", missing.stream().map(c -> (Object) (Character.toString(c) + " U+" + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))).toList()));
        }
        return notices;
    }

    private Optional<BaseFont> elsewhere(int codePoint) {
        return catalogue.fonts().stream().map(this::open).filter(font -> font.charExists(codePoint)).findFirst();
    }

    private BaseFont open(FontFile file) {
        return opened.computeIfAbsent(file.location(), location -> {
            try {
                BaseFont font = BaseFont.createFont(location, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, null, null);
                files.put(font, file);
                return font;
            } catch (IOException | DocumentException e) {
                throw UserProblem.because(e, "paper.fontDamaged", file.display(), file.path().toString());
            }
        });
    }
}
