package org.lianshen.office.out;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A set line.
 *
 * @param glyphs in order, each with its place from the left end of the line
 * @param width  to the right end of the last glyph; a hanging mark is outside of it
 */
record Line(List<Glyph> glyphs, double width) {

    Line {
        glyphs = List.copyOf(glyphs);
    }

    record Glyph(Face face, int codePoint, double x) {
    }

    String text() {
        return glyphs.stream().map(glyph -> Character.toString(glyph.codePoint())).collect(Collectors.joining());
    }
}
