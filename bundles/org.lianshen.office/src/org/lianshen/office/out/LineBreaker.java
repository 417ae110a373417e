package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Breaks Chinese text into lines of a given width. No closing mark begins a line and no opening mark ends one: a mark that would is squeezed in (half of a mark's
 * square is empty), hung outside the margin, or takes the character before it along. Words and amounts with their unit ({@code 1,234.50万元}) stay whole.
 */
final class LineBreaker {

    private static final double TINY = 0.01;
    private static final List<String> UNITS_OF_NUMBERS = List.of("万元", "亿元", "元", "％", "年", "月", "日", "个", "项", "次");

    private final Metrics metrics;
    private final double size;
    private final double tracking;
    private final boolean justified;

    /** Lines but the last fill their width. @param tracking added to each advance */
    LineBreaker(Metrics metrics, double size, double tracking) {
        this(metrics, size, tracking, true);
    }

    private LineBreaker(Metrics metrics, double size, double tracking, boolean justified) {
        this.metrics = metrics;
        this.size = size;
        this.tracking = tracking;
        this.justified = justified;
    }

    /** For narrow columns, where stretched lines look torn and a mark outside would stand on a rule. */
    static LineBreaker ragged(Metrics metrics, double size) {
        return new LineBreaker(metrics, size, 0, false);
    }

    private record Cell(Face face, int codePoint, double advance) {
    }

    /** What is never parted. */
    private record Atom(List<Cell> cells) {

        int first() {
            return cells.getFirst().codePoint();
        }

        int last() {
            return cells.getLast().codePoint();
        }

        double width() {
            return cells.stream().mapToDouble(Cell::advance).sum();
        }

        boolean space() {
            return first() == ' ';
        }

        boolean mayNotBegin() {
            return cells.size() == 1 && Kinsoku.mayNotBegin(first());
        }

        boolean mayNotEnd() {
            return Kinsoku.mayNotEnd(last());
        }

        boolean squeezable() {
            return cells.size() == 1 && (Kinsoku.squeezableAfter(first()) || Kinsoku.squeezableBefore(first()));
        }
    }

    /** @param first width of the first line, {@code others} of the rest */
    List<Line> lines(List<Span> spans, double first, double others) {
        List<Atom> atoms = atoms(spans);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < atoms.size()) {
            double width = lines.isEmpty() ? first : others;
            if (!lines.isEmpty() && atoms.get(start).space()) {
                start++;
                continue;
            }
            int end = start;
            double used = 0;
            while (end < atoms.size() && used + atoms.get(end).width() <= width + TINY) {
                used += atoms.get(end).width();
                end++;
            }
            if (end == start) {
                splitTooWide(atoms, start);
                continue;
            }
            int cut = end == atoms.size() ? end : cut(atoms, start, end, width);
            lines.add(set(atoms.subList(start, cut), width, cut == atoms.size()));
            start = cut;
        }
        return lines.isEmpty() ? List.of(new Line(List.of(), 0)) : lines;
    }

    /** Width of text in one line. */
    double width(Face face, String text) {
        return text.codePoints().mapToDouble(c -> advance(face, c)).sum();
    }

    private double advance(Face face, int codePoint) {
        return (Kinsoku.wide(codePoint) ? 1 : metrics.advance(face, codePoint)) * size + tracking;
    }

    /** Where the line that begins at {@code start} and is full before {@code end} ends. */
    private int cut(List<Atom> atoms, int start, int end, double width) {
        int closing = end;
        while (closing < atoms.size() && atoms.get(closing).mayNotBegin()) {
            closing++;
        }
        if (closing == end) {
            int cut = end;
            while (cut > start + 1 && atoms.get(cut - 1).mayNotEnd()) {
                cut--;
            }
            return cut;
        }
        List<Atom> withMarks = atoms.subList(start, closing);
        double over = withMarks.stream().mapToDouble(Atom::width).sum() - width;
        if (over <= squeeze(withMarks) + TINY) {
            return closing;
        }
        if (justified && closing == end + 1 && Kinsoku.mayHang(atoms.get(end).first())) {
            return closing;
        }
        int cut = end - 1;
        while (cut > start && (atoms.get(cut).mayNotBegin() || atoms.get(cut - 1).mayNotEnd())) {
            cut--;
        }
        return cut > start ? cut : end;
    }

    private double squeeze(List<Atom> atoms) {
        return atoms.stream().filter(Atom::squeezable).count() * size / 2;
    }

    private Line set(List<Atom> given, double width, boolean last) {
        List<Atom> atoms = new ArrayList<>(given);
        while (atoms.size() > 1 && atoms.getLast().space()) {
            atoms.removeLast();
        }
        double natural = atoms.stream().mapToDouble(Atom::width).sum();
        double over = natural - width;
        double squeezed = 0;
        double stretched = 0;
        if (over > TINY) {
            double possible = squeeze(atoms);
            // A mark that hangs takes no room; then nothing is squeezed.
            squeezed = over <= possible + TINY ? over / atoms.stream().filter(Atom::squeezable).count() : 0;
        } else if (justified && !last && atoms.size() > 1) {
            stretched = -over / (atoms.size() - 1);
            stretched = stretched > size / 2 ? 0 : stretched;
        }
        List<Line.Glyph> glyphs = new ArrayList<>();
        double x = 0;
        for (Atom atom : atoms) {
            double before = atom.squeezable() && Kinsoku.squeezableBefore(atom.first()) ? squeezed : 0;
            double after = atom.squeezable() && before == 0 ? squeezed : 0;
            for (Cell cell : atom.cells()) {
                glyphs.add(new Line.Glyph(cell.face(), cell.codePoint(), x - before));
                x += cell.advance();
            }
            x += stretched - before - after;
        }
        return new Line(glyphs, Math.min(x - stretched, width));
    }

    private static void splitTooWide(List<Atom> atoms, int at) {
        Atom whole = atoms.remove(at);
        if (whole.cells().size() == 1) {
            throw new IllegalArgumentException("a column narrower than one character");
        }
        atoms.addAll(at, whole.cells().stream().map(cell -> new Atom(List.of(cell))).toList());
    }

    private List<Atom> atoms(List<Span> spans) {
        List<Atom> atoms = new ArrayList<>();
        for (Span span : spans) {
            int[] text = span.text().codePoints().toArray();
            int i = 0;
            while (i < text.length) {
                int end = i + 1;
                if (Kinsoku.insideWord(text[i])) {
                    while (end < text.length && Kinsoku.insideWord(text[end])) {
                        end++;
                    }
                    if (Character.isDigit(text[end - 1])) {
                        end += unitAt(text, end);
                    }
                }
                atoms.add(new Atom(IntStream.range(i, end).mapToObj(k -> new Cell(span.face(), text[k], advance(span.face(), text[k]))).toList()));
                i = end;
            }
        }
        return new ArrayList<>(Collections.unmodifiableList(atoms));
    }

    private static int unitAt(int[] text, int at) {
        for (String unit : UNITS_OF_NUMBERS) {
            if (at + unit.length() <= text.length && IntStream.range(0, unit.length()).allMatch(k -> text[at + k] == unit.charAt(k))) {
                return unit.length();
            }
        }
        return 0;
    }
}
