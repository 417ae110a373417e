package org.lianshen.service.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.summary.Blocked;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/**
 * A check run as tables: the findings, every budget line with what became of it, the lines never reviewed (未联审清单), and sums by unit. The same specs serve the
 * grid and the exported workbook.
 */
public final class FindingsTables {

    /** On every line and finding that blocks, in every export. */
    static final Mark BLOCKED = new Mark("table.mark.blocked", Tone.BLOCK, "exclamation-octagon");

    private final Texts texts;
    private final RulePack pack;
    private final Map<UUID, BudgetLine> lines;
    private final Map<UUID, String> files;

    /**
     * @param pack  the pack that the run was made under
     * @param lines the lines of the run, by id
     * @param files names of the imported files by batch
     */
    public FindingsTables(Texts texts, RulePack pack, Map<UUID, BudgetLine> lines, Map<UUID, String> files) {
        this.texts = texts;
        this.pack = pack;
        this.lines = Map.copyOf(lines);
        this.files = Map.copyOf(files);
    }

    /** A line with its result. */
    public record Line(BudgetLine line, LineResult result) {
    }

    /** Sums over the IT lines of one unit; {@code unit} is null in the row of totals. */
    public record UnitSums(String unit, int lines, Money total, Map<LineVerdict, Money> amounts, int blocking, int warnings) {
        public UnitSums {
            amounts = Map.copyOf(amounts);
        }

        Money amount(LineVerdict verdict) {
            return amounts.getOrDefault(verdict, Money.ZERO);
        }
    }

    /** All sheets of the findings workbook. @param open findings that are neither waived nor closed: only they block */
    public List<TableWriter.Sheet<?>> sheets(CheckRun run, Collection<Finding> open) {
        List<String> notes = List.of(texts.get("table.findings.note", run.year(), run.asOf(), run.pack()));
        Set<UUID> blocked = Blocked.lines(open);
        Set<Finding> standing = new HashSet<>(open);
        return List.of(new TableWriter.Sheet<>(texts.get("table.sheet.findings"), findings(standing::contains), run.findings(), notes),
                new TableWriter.Sheet<>(texts.get("table.sheet.lines"), lineTable("lines", "table.lines.title", blocked), lines(run), notes),
                new TableWriter.Sheet<>(texts.get("table.sheet.unreviewed"), unreviewedTable(blocked), unreviewed(run), notes),
                new TableWriter.Sheet<>(texts.get("table.sheet.units"), units(), sums(run, open), notes));
    }

    public TableSpec<Finding> findings() {
        return findings(finding -> true);
    }

    /** @param open whether a finding is neither waived nor closed */
    private TableSpec<Finding> findings(Predicate<Finding> open) {
        List<Column<Finding>> columns = new ArrayList<>();
        columns.add(column("rule", Type.CODE, 6, Finding::rule));
        columns.add(column("severity", Type.STATE, 10, finding -> severity(finding.severity())));
        columns.add(column("mark", Type.STATE, 14, finding -> finding.severity() == Severity.E && open.test(finding) ? BLOCKED : null));
        columns.add(column("unit", Type.TEXT, 20, Finding::unit));
        columns.add(column("project", Type.TEXT, 30, Finding::projectName));
        columns.add(column("reviewNo", Type.CODE, 22, Finding::reviewNo));
        columns.add(column("amount", Type.MONEY, 14, Finding::amount));
        columns.add(column("approved", Type.MONEY, 14, Finding::approved));
        columns.add(column("difference", Type.MONEY, 14, Finding::difference));
        columns.add(column("message", Type.TEXT, 44, finding -> texts.format(finding.message())));
        columns.add(column("evidence", Type.TEXT, 40, this::evidence));
        columns.add(column("remedy", Type.TEXT, 28, finding -> rule(finding, spec -> chinese() ? spec.remedy() : spec.remedyEn())));
        columns.add(column("basis", Type.TEXT, 22, finding -> rule(finding, this::basis)));
        columns.add(column("matchedBy", Type.TEXT, 12, finding -> finding.matchedBy() == null ? null : texts.get("table.matchedBy." + finding.matchedBy().name())));
        columns.add(column("score", Type.NUMBER, 9, Finding::score));
        columns.add(column("file", Type.TEXT, 22, finding -> first(finding, this::file)));
        columns.add(column("sheet", Type.TEXT, 18, finding -> first(finding, BudgetLine::sheet)));
        columns.add(column("row", Type.NUMBER, 7, finding -> first(finding, BudgetLine::row)));
        return new TableSpec<>("findings", "table.findings.title", columns);
    }

    /** Every line of the run with its result. @param blocked lines that are 不得纳入预算 */
    public TableSpec<Line> lineTable(Set<UUID> blocked) {
        return lineTable("lines", "table.lines.title", blocked);
    }

    /** 未联审清单. @param blocked lines that are 不得纳入预算 */
    public TableSpec<Line> unreviewedTable(Set<UUID> blocked) {
        return lineTable("unreviewed", "table.unreviewed.title", blocked);
    }

    public List<Line> unreviewed(CheckRun run) {
        return lines(run).stream().filter(line -> line.result().verdict() == LineVerdict.UNREVIEWED).toList();
    }

    public TableSpec<UnitSums> units() {
        return new TableSpec<>("units", "table.units.title",
                List.of(this.<UnitSums>column("unit", Type.TEXT, 32, sums -> sums.unit() == null ? texts.get("table.total") : sums.unit()),
                        column("lines", Type.NUMBER, 10, UnitSums::lines), column("itAmount", Type.MONEY, 14, UnitSums::total),
                        column("reviewedAmount", Type.MONEY, 14, sums -> sums.amount(LineVerdict.REVIEWED)),
                        column("suspectAmount", Type.MONEY, 14, sums -> sums.amount(LineVerdict.SUSPECT)),
                        column("unreviewedAmount", Type.MONEY, 14, sums -> sums.amount(LineVerdict.UNREVIEWED)),
                        column("blocking", Type.NUMBER, 8, UnitSums::blocking), column("warnings", Type.NUMBER, 8, UnitSums::warnings)));
    }

    /** In the order of the run; a line that was taken away since is left out. */
    public List<Line> lines(CheckRun run) {
        return run.lines().stream().filter(result -> lines.containsKey(result.line())).map(result -> new Line(lines.get(result.line()), result)).toList();
    }

    /**
     * One row a unit, the largest unreviewed amount first, and last the totals. Findings about no unit count in the totals only.
     *
     * @param open findings that are neither waived nor closed: only they count
     */
    public List<UnitSums> sums(CheckRun run, Collection<Finding> open) {
        Map<String, Adder> units = new LinkedHashMap<>();
        Adder total = new Adder();
        for (Line line : lines(run)) {
            if (line.result().verdict() != LineVerdict.NOT_IT) {
                units.computeIfAbsent(line.line().unit(), unit -> new Adder()).add(line);
                total.add(line);
            }
        }
        for (Finding finding : open) {
            total.add(finding);
            if (finding.unit() != null) {
                units.computeIfAbsent(finding.unit(), unit -> new Adder()).add(finding);
            }
        }
        List<UnitSums> rows = new ArrayList<>(units.entrySet().stream().map(unit -> unit.getValue().sums(unit.getKey()))
                .sorted(java.util.Comparator.comparing((UnitSums sums) -> sums.amount(LineVerdict.UNREVIEWED)).reversed().thenComparing(UnitSums::unit)).toList());
        rows.add(total.sums(null));
        return rows;
    }

    private TableSpec<Line> lineTable(String id, String title, Set<UUID> blocked) {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(column("verdict", Type.STATE, 14, line -> verdict(line.result().verdict())));
        columns.add(column("mark", Type.STATE, 20, line -> blocked.contains(line.line().id()) ? BLOCKED : null));
        columns.add(column("project", Type.TEXT, 32, line -> line.line().project()));
        columns.add(column("unit", Type.TEXT, 20, line -> line.line().unit()));
        columns.add(column("amount", Type.MONEY, 14, line -> line.line().amount()));
        columns.add(column("reviewNo", Type.CODE, 22, line -> line.result().reviewNo()));
        columns.add(column("matchedBy", Type.TEXT, 15, line -> line.result().matchedBy() == null ? null : texts.get("table.matchedBy." + line.result().matchedBy().name())));
        columns.add(column("score", Type.NUMBER, 9, line -> line.result().score()));
        columns.add(column("it", Type.TEXT, 8, line -> line.result().it() == null ? null : texts.get("table.it." + line.result().it().answer().name())));
        columns.add(column("itReason", Type.TEXT, 30, this::reasons));
        columns.add(column("projectCode", Type.CODE, 22, line -> line.line().text(BudgetField.PROJECT_CODE)));
        columns.add(column("economic", Type.TEXT, 18, line -> joined(line.line(), BudgetField.ECONOMIC_CODE, BudgetField.ECONOMIC_NAME)));
        columns.add(column("source", Type.TEXT, 18, line -> line.line().text(BudgetField.FUND_TYPE)));
        columns.add(column("candidates", Type.TEXT, 44, this::candidates));
        columns.add(column("file", Type.TEXT, 22, line -> file(line.line())));
        columns.add(column("sheet", Type.TEXT, 18, line -> line.line().sheet()));
        columns.add(column("row", Type.NUMBER, 7, line -> line.line().row()));
        return new TableSpec<>(id, title, columns);
    }

    private static <T> Column<T> column(String id, Type type, int width, Function<T, ?> value) {
        return new Column<>(id, "table.column." + id, type, width, value);
    }

    private boolean chinese() {
        return "zh".equals(texts.locale().getLanguage());
    }

    static Mark severity(Severity severity) {
        return switch (severity) {
            case E -> new Mark("table.severity.E", Tone.BLOCK, "exclamation-octagon");
            case W -> new Mark("table.severity.W", Tone.WARN, "exclamation-triangle");
            case I -> new Mark("table.severity.I", Tone.INFO, "info-circle");
        };
    }

    private static Mark verdict(LineVerdict verdict) {
        return switch (verdict) {
            case REVIEWED -> new Mark("table.verdict.REVIEWED", Tone.OK, "check-circle");
            case SUSPECT -> new Mark("table.verdict.SUSPECT", Tone.WARN, "question-circle");
            case UNREVIEWED -> new Mark("table.verdict.UNREVIEWED", Tone.BLOCK, "x-circle");
            case NOT_IT -> new Mark("table.verdict.NOT_IT", Tone.MUTED, "dash-circle");
        };
    }

    /** Keys of evidence are labels as texts where there is such a text; codes stand as they are. */
    private String evidence(Finding finding) {
        return finding.evidence().entrySet().stream()
                .map(entry -> texts.get("table.evidence", texts.has(entry.getKey()) ? texts.get(entry.getKey()) : entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String rule(Finding finding, Function<RuleSpec, String> part) {
        RuleSpec spec = pack.rules().get(finding.rule());
        return spec == null ? null : part.apply(spec);
    }

    private String basis(RuleSpec spec) {
        return spec.verified() || spec.basis().isEmpty() ? spec.basis() : texts.get("table.basisUnverified", spec.basis());
    }

    private <V> V first(Finding finding, Function<BudgetLine, V> part) {
        BudgetLine line = finding.lines().isEmpty() ? null : lines.get(finding.lines().getFirst());
        return line == null ? null : part.apply(line);
    }

    private String file(BudgetLine line) {
        return files.getOrDefault(line.batch(), "");
    }

    private static String joined(BudgetLine line, BudgetField code, BudgetField name) {
        return (line.text(code) + " " + line.text(name)).strip();
    }

    private String reasons(Line line) {
        return line.result().it() == null ? null : line.result().it().reasons().stream().map(texts::format).collect(Collectors.joining("\n"));
    }

    private String candidates(Line line) {
        return line.result().candidates().stream().map(this::candidate).collect(Collectors.joining("\n"));
    }

    private String candidate(Candidate candidate) {
        String no = candidate.reviewNo() == null ? "" : candidate.reviewNo();
        return texts.get("table.candidate", no, candidate.name(), candidate.unit(), candidate.score().toPlainString()).strip();
    }

    private static final class Adder {

        private final Map<LineVerdict, Money> amounts = new EnumMap<>(LineVerdict.class);
        private int lines;
        private int blocking;
        private int warnings;

        void add(Line line) {
            lines++;
            amounts.merge(line.result().verdict(), line.line().amount(), Money::plus);
        }

        void add(Finding finding) {
            switch (finding.severity()) {
                case E -> blocking++;
                case W -> warnings++;
                case I -> {
                    // hints are no debt of the unit
                }
            }
        }

        UnitSums sums(String unit) {
            return new UnitSums(unit, lines, Money.sum(amounts.values()), new HashMap<>(amounts), blocking, warnings);
        }
    }
}
