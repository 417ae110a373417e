package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.service.BudgetService;
import org.lianshen.service.Progress;

/** Understands a finance workbook: which sheets hold budget lines, what their columns are, and what each row says. Knows nothing of file formats. */
public final class BudgetIntake {

    private static final int NAMED = 6;
    private final BudgetService.Request request;
    private final Progress progress;
    private List<Corrected> corrected = List.of();

    private final Function<String, Optional<SheetLayout>> layouts;

    public BudgetIntake(BudgetService.Request request, Progress progress) {
        this(request, key -> Optional.empty(), progress);
    }

    /** @param layouts what people corrected in sheets of a layout before, by its key */
    public BudgetIntake(BudgetService.Request request, Function<String, Optional<SheetLayout>> layouts, Progress progress) {
        this.request = request;
        this.layouts = layouts;
        this.progress = progress;
    }

    /** Takes the lines as they are read. The maps are used again for the next line: copy what is kept. */
    @FunctionalInterface
    public interface Sink {
        void line(String sheet, int row, SheetKind kind, Map<BudgetField, String> values, Map<BudgetField, String> raw, Map<BudgetField, String> rules);

        /** A row could not be read. */
        default void rejected() {
        }
    }

    /**
     * Reads all sheets that have a recognisable header, or the one asked for.
     *
     * @param name of the file, for messages
     * @return a reading for each table, in order
     * @throws UserProblem if no sheet has a header, if one has two that contradict each other, or if the unit of amounts stays in doubt
     */
    public List<SheetReading> read(SourceFile file, String name, Sink sink) {
        var understood = new ArrayList<BudgetSheet>();
        var others = new ArrayList<BudgetSheet>();
        var left = new ArrayList<Object>();
        for (SourceSheet source : wanted(file, name)) {
            if (source.hidden() && request.sheet() == null) {
                left.add(Message.of("intake.hiddenSheet", source.name()));
                continue;
            }
            var sheet = new BudgetSheet(source, request, layouts, progress, sink, 0);
            sheet.read();
            if (sheet.undecided()) {
                throw new UserProblem(List.of(sheet.why()));
            }
            if (sheet.understood()) {
                understood.add(sheet);
            } else {
                others.add(sheet);
                left.add(source.name());
            }
        }
        if (understood.isEmpty()) {
            throw nothing(file, name, others);
        }
        return readings(understood, file, left);
    }

    private List<SheetReading> readings(List<BudgetSheet> understood, SourceFile file, List<Object> left) {
        var doubts = understood.stream().map(BudgetSheet::unitInDoubt).filter(java.util.Objects::nonNull).toList();
        if (!doubts.isEmpty()) {
            throw new UserProblem(doubts);
        }
        var readings = new ArrayList<SheetReading>();
        understood.forEach(sheet -> readings.addAll(sheet.readings()));
        corrected = understood.stream().filter(sheet -> request.columns().containsKey(sheet.name())).map(BudgetSheet::corrected).toList();
        var notices = new ArrayList<>(file.notices());
        if (!left.isEmpty()) {
            notices.add(Message.of("intake.sheetsLeft", left));
        }
        readings.set(0, withNotices(readings.getFirst(), notices));
        return readings;
    }

    private static SheetReading withNotices(SheetReading reading, List<Message> first) {
        first.addAll(reading.notices());
        return new SheetReading(reading.name(), reading.kind(), reading.headerRows(), reading.unit(), reading.unitSource(), reading.columns(), reading.rowsRead(),
                reading.rowsImported(), reading.skipped(), reading.errors(), reading.totals(), first);
    }

    /** A sheet whose columns the request corrects, and what that is remembered under. */
    public record Corrected(String sheet, String layoutKey, String label) {
    }

    /** The sheets understood that the request corrects; after {@link #read}. */
    public List<Corrected> corrected() {
        return corrected;
    }

    private UserProblem nothing(SourceFile file, String name, List<BudgetSheet> others) {
        var messages = new ArrayList<Message>();
        messages.add(Message.of("intake.nothing." + (request.kind() == null ? "ANNUAL" : request.kind().name()), name));
        others.stream().sorted(Comparator.comparingInt(BudgetSheet::score).reversed()).limit(NAMED).map(BudgetSheet::why).forEach(messages::add);
        if (others.size() > NAMED) {
            messages.add(Message.of("intake.moreSheets", others.size() - NAMED));
        }
        messages.addAll(file.notices());
        return new UserProblem(messages);
    }

    private List<SourceSheet> wanted(SourceFile file, String name) {
        if (request.sheet() == null) {
            return file.sheets();
        }
        var named = file.sheets().stream().filter(sheet -> sheet.name().strip().equals(request.sheet().strip())).toList();
        if (named.isEmpty()) {
            throw UserProblem.of("intake.noSuchSheet", name, request.sheet(), file.sheets().stream().map(SourceSheet::name).toList());
        }
        return named;
    }

    /**
     * How each sheet would be understood, with its first rows.
     *
     * @param early gets the sheets so far when the first rows of a long one are read
     */
    public List<SheetPreview> preview(SourceFile file, String name, int rows, Consumer<List<SheetPreview>> early) {
        var previews = new ArrayList<SheetPreview>();
        for (SourceSheet source : wanted(file, name)) {
            var sheet = new BudgetSheet(source, request, layouts, progress, (at, row, kind, values, raw, rules) -> {
            }, rows);
            sheet.firstRows(() -> {
                var soFar = new ArrayList<>(previews);
                soFar.add(sheet.previewSoFar());
                early.accept(List.copyOf(soFar));
            });
            sheet.read();
            previews.add(sheet.preview());
        }
        return previews;
    }
}
