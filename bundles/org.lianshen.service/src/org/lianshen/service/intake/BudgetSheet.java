package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.Header.Head;
import org.lianshen.service.intake.SheetPreview.RowRole;

/** Reads one sheet of a budget workbook: finds its header, then row after row, holding no more than a few at a time. */
final class BudgetSheet {

    private static final int AHEAD = 4;
    /** Score from which one recognised column alone is worth naming. */
    private static final int NEAR = 3;
    private static final int PROGRESS_EVERY = 1_000;
    /** Below this an annual amount in yuan is hardly a project's: where no unit is stated, the sheet may well be in 万元. */
    private static final Money DOUBTFUL = Money.ofYuan(10_000);

    private final SourceSheet sheet;
    private final BudgetService.Request request;
    private final Function<String, Optional<SheetLayout>> layouts;
    private final Progress progress;
    private final BudgetIntake.Sink sink;
    private final int previewRows;
    private final List<SourceRow> head = new ArrayList<>();
    private final List<SourceRow> ahead = new ArrayList<>();
    private final List<SourceRow> between = new ArrayList<>();
    private final List<SourceRow> shownRows = new ArrayList<>();
    private final List<RowRole> shownRoles = new ArrayList<>();
    private final List<BudgetBlock> blocks = new ArrayList<>();
    private SheetKind kind;
    private HeaderFinder<BudgetField> finder;
    private AmountUnit asked;
    private LayoutKey layout;
    private SheetLayout remembered;
    private Map<BudgetField, String> corrections;
    private BudgetBlock block;
    private boolean started;
    private Runnable firstRows = () -> {
    };
    private Message why;
    private Header<BudgetField> nearest;
    private int headerUntil;
    private int lastRow;
    private boolean afterData;

    BudgetSheet(SourceSheet sheet, BudgetService.Request request, Function<String, Optional<SheetLayout>> layouts, Progress progress, BudgetIntake.Sink sink,
            int previewRows) {
        this.sheet = sheet;
        this.request = request;
        this.layouts = layouts;
        this.progress = progress;
        this.sink = sink;
        this.previewRows = previewRows;
    }

    /** Reads the sheet to its end, or as far as a preview needs where it has no header. */
    void read() {
        var count = new int[1];
        sheet.rows(row -> {
            if (++count[0] % PROGRESS_EVERY == 0) {
                progress.at(count[0], 0);
                progress.check();
            }
            if (blank(row)) {
                return true;
            }
            if (started) {
                push(row);
                return true;
            }
            head.add(row);
            if (head.size() < HeaderFinder.ROWS) {
                return true;
            }
            return start() || shownRows.size() < previewRows;
        });
        if (!started && head.size() < HeaderFinder.ROWS) {
            start();
        }
        while (!ahead.isEmpty()) {
            process(ahead.removeFirst());
        }
    }

    private static boolean blank(SourceRow row) {
        for (SourceCell cell : row.cells()) {
            if (cell != null && (!cell.text().isBlank() || cell.kind() == SourceCell.Kind.MISSING_VALUE)) {
                return false;
            }
        }
        return true;
    }

    private boolean start() {
        started = true;
        remember();
        finder = BudgetHeads.finder(kind, request.year());
        var found = finder.find(head, sheet.merges());
        Header<BudgetField> header = corrected(found.header() != null ? found.header() : found.nearest());
        if (header == null || !BudgetHeads.missing(kind, header.columns().keySet()).isEmpty()) {
            why = noHeader(header);
            nearest = header;
        } else if (found.rival() != null && corrections.isEmpty()) {
            why = Message.of("intake.twoHeaders", sheet.name(), rows(found.header()), rows(found.rival()));
        } else if (kind != SheetKind.PAYMENT && BudgetHeads.payments(header.columns().keySet())) {
            why = Message.of("intake.isPayments", sheet.name(), header.firstRow());
        } else {
            begin(header, head);
        }
        for (SourceRow row : head) {
            if (block != null && row.number() >= header.firstRow()) {
                push(row);
            } else if (near(nearest) && nearest.rows().contains(row.number())) {
                show(row, RowRole.HEADER);
            } else {
                show(row, block == null ? RowRole.IGNORED : RowRole.TITLE);
            }
        }
        head.clear();
        return block != null;
    }

    /** What a person says now about the sheet counts; else what one said about a sheet of the same layout before. */
    private void remember() {
        layout = LayoutKey.of(sheet.name(), head);
        corrections = request.columns().get(sheet.name());
        asked = request.unit();
        kind = request.kind();
        if (corrections == null) {
            remembered = layouts.apply(layout.key()).orElse(null);
        }
        if (remembered != null) {
            asked = asked == null ? remembered.unit() : asked;
            kind = kind == null ? remembered.kind() : kind;
            corrections = remembered.columns();
        }
        corrections = corrections == null ? Map.of() : corrections;
        kind = kind == null ? BudgetHeads.kind(head, sheet.merges(), request.year()) : kind;
    }

    private Message noHeader(Header<BudgetField> nearest) {
        if (head.isEmpty()) {
            return Message.of("intake.emptySheet", sheet.name());
        }
        if (!near(nearest)) {
            return Message.of("intake.noHeader", sheet.name(), HeaderFinder.ROWS, BudgetHeads.missing(kind, java.util.Set.of()));
        }
        boolean items = nearest.labels().values().stream().anyMatch(finder.words()::isWeak) && !BudgetHeads.hasSubject(kind, nearest.columns().keySet());
        var found = nearest.columns().values().stream().map(column -> RowValues.shown(column.label())).toList();
        return Message.of(items ? "intake.headerOfItems" : "intake.headerLacks", sheet.name(), rows(nearest), found, BudgetHeads.missing(kind, nearest.columns().keySet()));
    }

    private static boolean near(Header<?> header) {
        return header != null && (header.columns().size() > 1 || header.score() >= NEAR);
    }

    private static String rows(Header<?> header) {
        return header.firstRow() == header.lastRow() ? Integer.toString(header.firstRow()) : header.firstRow() + "–" + header.lastRow();
    }

    /** The header with the columns that a person chose. */
    private Header<BudgetField> corrected(Header<BudgetField> header) {
        if (corrections.isEmpty() || head.isEmpty()) {
            return header;
        }
        Header<BudgetField> base = header != null ? header : new Header<BudgetField>(head.getFirst().number(), head.getFirst().number(), Map.of(), Map.of(), 0);
        var columns = new EnumMap<BudgetField, Head>(BudgetField.class);
        columns.putAll(base.columns());
        corrections.forEach((field, letters) -> {
            int column = letters == null || letters.isBlank() ? -1 : A1.column(letters);
            if (letters == null || letters.isBlank()) {
                columns.remove(field);
            } else if (column < 0) {
                throw org.lianshen.model.UserProblem.of("intake.columnLetters", sheet.name(), field.json(), letters);
            } else {
                String label = String.join("/", base.labels().getOrDefault(column, List.of(letters)));
                columns.put(field, new Head(column, List.of(), label, HeadText.of(label).unit(), 0));
            }
        });
        return new Header<>(base.firstRow(), base.lastRow(), columns, base.labels(), base.score());
    }

    private void begin(Header<BudgetField> header, List<SourceRow> above) {
        var captions = Captions.above(above, header.firstRow());
        AmountUnit unit = AmountUnit.YUAN;
        String source = "default";
        var inHead = BudgetHeads.mainAmount(header.columns().keySet()).map(field -> header.columns().get(field).unit());
        var notices = new ArrayList<Message>();
        AmountUnit named = inHead.orElse(captions.unit() != null ? captions.unit() : inName());
        if (remembered != null) {
            notices.add(Message.of("intake.remembered", remembered.label(), remembered.by() == null ? "" : remembered.by()));
        }
        if (asked != null) {
            unit = asked;
            source = "asked";
            if (named != null && named != unit) {
                notices.add(Message.of("intake.unitOverruled", Message.of("intake.unit." + named), Message.of("intake.unit." + unit)));
            }
        } else if (inHead.isPresent()) {
            unit = inHead.get();
            source = "header";
        } else if (captions.unit() != null) {
            unit = captions.unit();
            source = captions.unitCell();
        } else if (inName() != null) {
            unit = inName();
            source = "sheet";
        } else if (!blocks.isEmpty()) {
            unit = blocks.getFirst().unit();
            source = blocks.getFirst().unitSource();
        }
        AmountUnit others = asked == null && inHead.isPresent() ? captions.unit() != null ? captions.unit() : unit : unit;
        Header<BudgetField> used = asked == null ? header : withoutUnits(header);
        int titled = Captions.year(above, header.firstRow());
        if (titled != 0 && titled != request.year()) {
            notices.add(Message.of("intake.titleYear", Integer.toString(titled), Integer.toString(request.year())));
        }
        unused(used, notices);
        hiddenColumns(used, notices);
        block = new BudgetBlock(sheet.name(), kind, request.year(), used, unit, source, others, captions,
                new MergedCells(sheet.merges(), header.lastRow()), notices, finder.words(), sink);
        blocks.add(block);
        headerUntil = header.lastRow();
    }

    private AmountUnit inName() {
        return UnitText.inCaption(HeadText.squeeze(sheet.name()));
    }

    /** A unit that was asked for holds for all columns. */
    private static Header<BudgetField> withoutUnits(Header<BudgetField> header) {
        var columns = new EnumMap<BudgetField, Head>(BudgetField.class);
        header.columns().forEach((field, head) -> columns.put(field, new Head(head.column(), head.parts(), head.label(), null, head.rank())));
        return new Header<>(header.firstRow(), header.lastRow(), columns, header.labels(), header.score());
    }

    private static void unused(Header<BudgetField> header, List<Message> notices) {
        var used = header.columns().values().stream().map(Head::column).toList();
        var parts = header.columns().values().stream().flatMap(column -> column.parts().stream()).toList();
        var labels = header.labels().entrySet().stream().filter(entry -> !used.contains(entry.getKey()) && !parts.contains(entry.getKey())).sorted(Map.Entry.comparingByKey())
                .map(entry -> A1.letters(entry.getKey()) + " " + RowValues.shown(String.join("/", entry.getValue()))).toList();
        if (!labels.isEmpty()) {
            notices.add(Message.of("intake.columnsUnused", labels));
        }
    }

    private void hiddenColumns(Header<BudgetField> header, List<Message> notices) {
        var hidden = header.columns().values().stream().map(Head::column).filter(column -> sheet.hiddenColumns().contains(column + 1)).sorted().map(A1::letters).toList();
        if (!hidden.isEmpty()) {
            notices.add(Message.of("intake.hiddenColumns", hidden));
        }
    }

    private void push(SourceRow row) {
        if (block == null) {
            show(row, RowRole.IGNORED);
            return;
        }
        ahead.add(row);
        if (ahead.size() > AHEAD) {
            process(ahead.removeFirst());
        }
    }

    private void process(SourceRow row) {
        boolean gap = row.number() > lastRow + 1;
        lastRow = row.number();
        if (row.number() <= headerUntil) {
            show(row, RowRole.HEADER);
        } else if (!block.amountIsNumber(row) && HeadGrid.heady(row) && heading(row, gap)) {
            show(row, RowRole.HEADER);
        } else {
            RowRole role = block.take(row);
            afterData = role == RowRole.DATA || role == RowRole.REJECTED;
            if (role == RowRole.REJECTED) {
                sink.rejected();
            }
            if (afterData) {
                between.clear();
            } else {
                between.add(row);
            }
            show(row, role);
        }
    }

    /** Whether the row is a header again: the same, or that of another table further down. */
    private boolean heading(SourceRow row, boolean gap) {
        if (block.repeatsHeader(row)) {
            block.skip(row.number(), Message.of("intake.skip.header"));
            return true;
        }
        var rows = new ArrayList<SourceRow>();
        rows.add(row);
        rows.addAll(ahead);
        Header<BudgetField> header = finder.inRows(rows, sheet.merges());
        if (header == null) {
            return false;
        }
        if (header.agreesWith(block.header())) {
            block.skip(row.number(), Message.of("intake.skip.header"));
            headerUntil = header.lastRow();
        } else if (gap || !afterData) {
            begin(header, between);
            between.clear();
        } else {
            block.refuse(row, "header.conflict", Message.of("intake.headerConflict", row.number(), rows(block.header())));
            sink.rejected();
        }
        return true;
    }

    private void show(SourceRow row, RowRole role) {
        if (shownRows.size() < previewRows) {
            shownRows.add(row);
            shownRoles.add(role);
            if (shownRows.size() == previewRows && understood()) {
                firstRows.run();
            }
        }
    }

    /** @param then run once, when the rows of the preview are complete and more may follow */
    void firstRows(Runnable then) {
        firstRows = then;
    }

    /** What the rows read so far say; nothing about totals, which need all rows. */
    SheetPreview previewSoFar() {
        return new SheetPreview(sheet.name(), blocks.getFirst().readingSoFar(), null, List.copyOf(shownRows), List.copyOf(shownRoles),
                blocks.getFirst().header().letters(), layout.key(), layout.label(), remembered, false);
    }

    String name() {
        return sheet.name();
    }

    BudgetIntake.Corrected corrected() {
        return new BudgetIntake.Corrected(sheet.name(), layout.key(), layout.label());
    }

    /** Why the sheet was not understood; null where it was. */
    Message why() {
        return why;
    }

    /** Whether the sheet is one of this kind whose header could not be settled, rather than a sheet of something else. */
    boolean undecided() {
        return why != null && (why.key().equals("intake.twoHeaders") || why.key().equals("intake.isPayments"));
    }

    /** How near a sheet without header came to one. */
    int score() {
        return nearest == null ? 0 : nearest.score();
    }

    boolean understood() {
        return block != null;
    }

    /** A message if nobody stated the unit and the amounts look as if they were in 万元; else null. */
    Message unitInDoubt() {
        return blocks.stream().filter(b -> b.unitAssumed() && b.imported() > 0 && b.largest().isPositive() && DOUBTFUL.moreThan(b.largest()))
                .findFirst().map(b -> Message.of("intake.unitInDoubt", sheet.name(), b.largest().yuanText())).orElse(null);
    }

    List<SheetReading> readings() {
        return blocks.stream().map(BudgetBlock::reading).toList();
    }

    SheetPreview preview() {
        SheetReading reading = understood() ? blocks.getFirst().reading() : null;
        Map<BudgetField, String> columns = understood() ? blocks.getFirst().header().letters() : near(nearest) ? nearest.letters() : Map.of();
        return new SheetPreview(sheet.name(), reading, reading != null ? unitInDoubt() : why, List.copyOf(shownRows), List.copyOf(shownRoles), columns, layout.key(),
                layout.label(), remembered, true);
    }
}
