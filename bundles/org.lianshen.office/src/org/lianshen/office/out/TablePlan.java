package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.document.OfficialPaper.Seal;

/** The rows of a table with the place, the face and the broken lines of each cell. A column of numbers is as wide as its widest number; the others share what is left by their weights. */
final class TablePlan {

    /** 五号. */
    static final double SIZE = 10.5;
    static final double LINE = 15;
    static final double PADDING = 3;
    /** Thickness of the rules around a cell. */
    static final double RULE = 0.5;
    /** A row higher than this share of the page may go on on the next one; lower ones stay whole. */
    private static final double BREAKABLE = 1 / 3.0;
    private static final double NARROWEST = SIZE * 2 + 2 * PADDING + 1;
    /** A head such as 申报额（万元） takes two lines then. */
    private static final double NARROWEST_NUMBERS = SIZE * 4 + 2 * PADDING + 1;
    /** Word may have to set the digits in another font, with wider ones. */
    private static final double ROOM_FOR_DIGITS = 1.25;
    private static final int WIDEST_LABEL = 8;
    /** Shares of a page up to which a form to be signed, another form and a table are not torn apart. */
    private static final double SHORT_TO_SIGN = 0.5;
    private static final double SHORT_FORM = 0.2;
    private static final double SHORT_TABLE = 0.4;
    /** A date; 不予通过. */
    private static final double SHORT_TEXT = SIZE * 8;
    private static final double SHORT_HEAD = SIZE * 4;
    /** Share of the width that short columns may take from the long ones. */
    private static final double MOST_UNBROKEN = 0.6;
    /** Room for a seal of 42 mm. */
    private static final int SEAL_LINES = 8;
    private static final int MOST_SEALS_IN_A_ROW = 3;

    enum Side {
        LEFT, CENTRE, RIGHT
    }

    /** @param x from the left edge of the table; {@code lines} of {@code text} as they are broken in this width */
    record Cell(double x, double width, Face face, Side side, boolean shaded, String text, List<Line> lines) {
    }

    /** @param least height in lines, whatever the cells hold */
    record Row(List<Cell> cells, int least) {

        int lines() {
            return Math.max(least, cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1));
        }

        double height() {
            return lines() * LINE + 2 * PADDING;
        }

        /** Lines {@code from} to {@code to} of every cell. */
        Row part(int from, int to) {
            return new Row(cells.stream().map(cell -> new Cell(cell.x(), cell.width(), cell.face(), cell.side(), cell.shaded(), cell.text(),
                    cell.lines().subList(Math.min(from, cell.lines().size()), Math.min(to, cell.lines().size())))).toList(), Math.max(0, Math.min(least, to) - from));
        }
    }

    private final LineBreaker breaker;
    private final Frame frame;
    private final PaperWords words;
    private final boolean whole;
    private final Row head;
    private final List<Row> rows;

    TablePlan(Block.Ruled block, Frame frame, Metrics metrics, PaperWords words) {
        this.frame = frame;
        this.words = words;
        this.breaker = LineBreaker.ragged(metrics, SIZE);
        switch (block) {
            case Block.Table table -> {
                List<Double> widths = widths(table);
                head = head(table, widths);
                rows = table.rows().stream().map(row -> row(table, widths, row)).toList();
            }
            case Block.Fields fields -> {
                head = null;
                double label = 2 * PADDING + SIZE * WIDEST_LABEL;
                double widest = fields.rows().stream().flatMap(List::stream).mapToDouble(field -> 2 * PADDING + 1 + breaker.width(Face.HEITI, field.label())).max().orElse(label);
                rows = fields.rows().stream().map(row -> row(row, Math.min(label, widest))).toList();
            }
            case Block.Seals seals -> {
                head = null;
                rows = seals(seals.seals());
            }
        }
        whole = switch (block) {
            case Block.Seals seals -> true;
            case Block.Fields form -> height() <= frame.height * (rows.stream().anyMatch(row -> row.least() > 1) ? SHORT_TO_SIGN : SHORT_FORM);
            case Block.Table list -> height() <= frame.height * SHORT_TABLE;
        };
    }

    /** What stands again on each page, or null. */
    Row head() {
        return head;
    }

    List<Row> rows() {
        return rows;
    }

    double headHeight() {
        return head == null ? 0 : head.height();
    }

    double height() {
        return headHeight() + rows.stream().mapToDouble(Row::height).sum();
    }

    /** What of it has to stand on one page with a heading before it. */
    double least() {
        if (whole && height() <= frame.height) {
            return height();
        }
        return headHeight() + (rows.isEmpty() ? 0 : Math.min(rows.getFirst().height(), breakable(rows.getFirst()) ? 2 * LINE + 2 * PADDING : Double.MAX_VALUE));
    }

    /** Whether all rows belong on one page: seals, what is short, and above all a form with room for a signature, which nobody signs apart from what it is for. */
    boolean whole() {
        return whole;
    }

    boolean breakable(Row row) {
        return !whole && row.height() > frame.height * BREAKABLE;
    }

    /** In points, together the width of the type area. */
    private List<Double> widths(Block.Table table) {
        int columns = table.head().size();
        double[] width = new double[columns];
        double taken = 0;
        int weights = 0;
        for (int i = 0; i < columns; i++) {
            if (table.right().get(i)) {
                int column = i;
                width[i] = Math.max(NARROWEST_NUMBERS, 2 * PADDING + ROOM_FOR_DIGITS
                        * table.rows().stream().filter(row -> row.size() == columns).mapToDouble(row -> breaker.width(Face.FANGSONG, row.get(column))).max().orElse(0));
                taken += width[i];
            } else {
                weights += table.weights().get(i);
            }
        }
        double[] least = least(table, frame.width - taken);
        if (taken > frame.width - DoubleStream.of(least).sum() || weights == 0) {
            int sum = table.weights().stream().mapToInt(Integer::intValue).sum();
            return table.weights().stream().map(weight -> frame.width * weight / sum).toList();
        }
        List<Integer> sharing = new ArrayList<>(IntStream.range(0, columns).filter(i -> !table.right().get(i)).boxed().toList());
        double left = frame.width - taken;
        for (int i = 0; i < sharing.size(); i++) {
            if (left * table.weights().get(sharing.get(i)) / weights < least[sharing.get(i)]) {
                // Too narrow by its weight: it takes the least, the others share the rest anew.
                int column = sharing.remove(i);
                width[column] = least[column];
                left -= least[column];
                weights -= table.weights().get(column);
                i = -1;
            }
        }
        for (int column : sharing) {
            width[column] = left * table.weights().get(column) / weights;
        }
        return DoubleStream.of(width).boxed().toList();
    }

    /** The least width of each column of text, 0 of a column of numbers: short words, dates and short heads are not broken where that leaves the longer texts enough. */
    private double[] least(Block.Table table, double room) {
        for (boolean heads : new boolean[] {true, false}) {
            double[] least = IntStream.range(0, table.head().size()).mapToDouble(column -> table.right().get(column) ? 0 : least(table, column, heads)).toArray();
            if (DoubleStream.of(least).sum() <= room * MOST_UNBROKEN) {
                return least;
            }
        }
        return table.right().stream().mapToDouble(right -> right ? 0 : NARROWEST).toArray();
    }

    private double least(Block.Table table, int column, boolean heads) {
        double widest = table.rows().stream().filter(row -> row.size() == table.head().size()).flatMap(row -> row.get(column).lines()).mapToDouble(line -> breaker.width(Face.FANGSONG, line)).max()
                .orElse(0);
        double head = heads ? breaker.width(Face.HEITI, table.head().get(column)) : 0;
        double unbroken = Math.max(widest <= SHORT_TEXT ? widest : 0, head <= SHORT_HEAD ? head : 0);
        return Math.max(NARROWEST, unbroken + 2 * PADDING + 1);
    }

    private Row head(Block.Table table, List<Double> widths) {
        return new Row(IntStream.range(0, widths.size()).mapToObj(i -> cell(start(widths, i), widths.get(i), Face.HEITI, Side.CENTRE, false, halved(table.head().get(i), widths.get(i)))).toList(), 1);
    }

    /** 需求数据 that takes two lines, two and two: not three and one. */
    private String halved(String head, double width) {
        boolean plain = head.codePoints().allMatch(Character::isIdeographic) && head.length() % 2 == 0;
        return plain && cell(0, width, Face.HEITI, Side.CENTRE, false, head).lines().size() == 2 ? head.substring(0, head.length() / 2) + "\n" + head.substring(head.length() / 2) : head;
    }

    private Row row(Block.Table table, List<Double> widths, List<String> texts) {
        if (texts.size() == 1 && widths.size() > 1) {
            return new Row(List.of(cell(0, frame.width, Face.HEITI, Side.LEFT, true, texts.getFirst())), 1);
        }
        return new Row(IntStream.range(0, widths.size())
                .mapToObj(i -> cell(start(widths, i), widths.get(i), Face.FANGSONG, table.right().get(i) ? Side.RIGHT : Side.LEFT, false, texts.get(i))).toList(), 1);
    }

    private static double start(List<Double> widths, int column) {
        return widths.subList(0, column).stream().mapToDouble(Double::doubleValue).sum();
    }

    private Row row(List<Field> fields, double most) {
        double share = frame.width / fields.size();
        double label = Math.min(most, share / 2);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            cells.add(cell(i * share, label, Face.HEITI, Side.CENTRE, true, fields.get(i).label()));
            cells.add(cell(i * share + label, share - label, Face.FANGSONG, Side.LEFT, false, fields.get(i).value()));
        }
        return new Row(cells, fields.stream().mapToInt(Field::lines).max().orElse(1));
    }

    /** As even rows as there can be: five as three and two. */
    private List<Row> seals(List<Seal> seals) {
        int count = (seals.size() + MOST_SEALS_IN_A_ROW - 1) / MOST_SEALS_IN_A_ROW;
        List<Row> made = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = from + (seals.size() - from + count - i - 1) / (count - i);
            double width = frame.width / (to - from);
            List<Cell> cells = new ArrayList<>();
            for (Seal seal : seals.subList(from, to)) {
                cells.add(seal(cells.size() * width, width, seal));
            }
            made.add(new Row(cells, SEAL_LINES));
            from = to;
        }
        return made;
    }

    /** The name above, person and date below, between them the place of the seal. */
    private Cell seal(double x, double width, Seal seal) {
        String below = (seal.person().isEmpty() ? "" : seal.person() + "\n") + words.sealWord() + "\n" + (seal.date() == null ? words.blankDate() : words.date(seal.date()));
        int lines = cell(x, width, Face.FANGSONG, Side.CENTRE, false, seal.body()).lines().size() + cell(x, width, Face.FANGSONG, Side.CENTRE, false, below).lines().size();
        return cell(x, width, Face.FANGSONG, Side.CENTRE, false, seal.body() + "\n".repeat(Math.max(1, SEAL_LINES - lines) + 1) + below);
    }

    private Cell cell(double x, double width, Face face, Side side, boolean shaded, String text) {
        double inner = width - 2 * PADDING;
        List<Line> lines = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            lines.addAll(breaker.lines(List.of(new Span(face, part)), inner, inner));
        }
        return new Cell(x, width, face, side, shaded, text, lines);
    }
}
