package org.lianshen.budget.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;

/**
 * What the findings view shows of a year: its lines and imports, and the last check if there is one. No widgets.
 *
 * @param run       null before the first check
 * @param standings how the findings stand; null before the first check
 */
record FindingsModel(int year, RulePack pack, List<BudgetLine> lines, List<BudgetBatch> batches, CheckRun run, FindingStandings standings) {

    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w.])-?\\d+\\.\\d{2}(?![\\w.])");

    /** Without the life of findings, for lists of lines. */
    FindingsModel(int year, RulePack pack, List<BudgetLine> lines, List<BudgetBatch> batches, CheckRun run) {
        this(year, pack, lines, batches, run, null);
    }

    /** After a word: the same lines with another run. */
    FindingsModel with(CheckRun next, FindingStandings then) {
        return new FindingsModel(year, pack, lines, batches, next, then);
    }

    /** Key of the group of what is past its day. */
    static final String OVERDUE = "!";

    /** In the last quarter the budget being made is that of the next year. */
    static int yearAt(LocalDate today) {
        return today.getMonthValue() >= 10 ? today.getYear() + 1 : today.getYear();
    }

    boolean empty() {
        return lines.isEmpty();
    }

    boolean checked() {
        return run != null;
    }

    long itLines() {
        return run.lines().stream().filter(line -> line.it().answer() != ItVerdict.Answer.NO).count();
    }

    long count(LineVerdict verdict) {
        return run.lines().stream().filter(line -> line.verdict() == verdict).count();
    }

    /** Budget lines that must not enter the budget as it stands today: a waiver lifts the ban. */
    long blockedLines() {
        return lines.stream().filter(line -> standings.blocked(line.id())).count();
    }

    /** Findings that forbid something today. */
    long blocking() {
        return standings.states().stream().filter(FindingState::blocks).count();
    }

    /** Neither waived nor closed. */
    boolean open(Finding finding) {
        return standings == null || standings.of(finding).stage().open();
    }

    /** @param severity null for all */
    List<Finding> findings(Severity severity) {
        return run.findings().stream().filter(finding -> severity == null || finding.severity() == severity).toList();
    }

    Map<UUID, BudgetLine> byId() {
        return lines.stream().collect(Collectors.toMap(BudgetLine::id, Function.identity()));
    }

    Map<UUID, String> files() {
        return batches.stream().collect(Collectors.toMap(BudgetBatch::id, BudgetBatch::file));
    }

    /** The line a finding is shown at. */
    Optional<BudgetLine> line(Finding finding) {
        return finding.lines().isEmpty() ? Optional.empty() : lines.stream().filter(line -> line.id().equals(finding.lines().getFirst())).findFirst();
    }

    List<Candidate> candidates(Finding finding) {
        return finding.lines().isEmpty() ? List.of()
                : run.lines().stream().filter(result -> result.line().equals(finding.lines().getFirst())).findFirst().map(LineResult::candidates).orElse(List.of());
    }

    /** A1 reference of the cell that names the line's project, where the line stands in its workbook. */
    String cell(BudgetLine line) {
        return batches.stream().filter(batch -> batch.id().equals(line.batch())).flatMap(batch -> batch.sheets().stream()).filter(sheet -> sheet.name().equals(line.sheet()))
                .map(SheetReading::columns).map(columns -> columns.getOrDefault(BudgetField.PROJECT_NAME, "A") + line.row()).findFirst().orElse("A" + line.row());
    }

    private Function<Finding, String> key(By by) {
        return switch (by) {
            case RULE -> Finding::rule;
            case UNIT -> finding -> finding.unit() == null ? "" : finding.unit();
            case STATE -> finding -> standings.of(finding).overdue() ? OVERDUE : Integer.toString(standings.of(finding).stage().ordinal());
            case LINK -> {
                Map<UUID, String> verdicts = run.lines().stream().collect(Collectors.toMap(LineResult::line, result -> result.verdict().name()));
                yield finding -> finding.lines().isEmpty() ? "" : verdicts.getOrDefault(finding.lines().getFirst(), "");
            }
        };
    }

    /**
     * All findings first, then a group for each rule (in the order of the rules), each unit (the one with the most findings first) or each verdict on the line (by the word of
     * {@link LineVerdict}).
     *
     * @param severity of the findings that are gathered, or null for all
     */
    List<Group> groups(By by, Severity severity, BiFunction<By, String, String> labels) {
        List<Finding> such = findings(severity);
        Map<String, List<Finding>> gathered = such.stream().collect(Collectors.groupingBy(key(by), TreeMap::new, Collectors.toList()));
        Map<UUID, BudgetLine> known = byId();
        Stream<Map.Entry<String, List<Finding>>> entries = gathered.entrySet().stream();
        if (by == By.UNIT) {
            entries = entries.sorted(Comparator.comparing(entry -> -entry.getValue().size()));
        }
        Stream<Group> groups = entries.map(entry -> group(known, entry.getKey(), labels.apply(by, entry.getKey()), entry.getValue()));
        return Stream.concat(Stream.of(group(known, null, labels.apply(by, null), such)), groups).toList();
    }

    private static Group group(Map<UUID, BudgetLine> known, String key, String label, List<Finding> findings) {
        List<Money> amounts = findings.stream().flatMap(finding -> finding.lines().stream()).distinct().filter(known::containsKey).map(line -> known.get(line).amount()).toList();
        return new Group(key, label, List.copyOf(findings), Money.sum(amounts));
    }

    /** Runs of letters and digits of a name that the other does not have in the same order (longest common subsequence); signs never differ. */
    static List<Run> differing(String name, String other) {
        var longest = new int[name.length() + 1][other.length() + 1];
        for (int i = name.length() - 1; i >= 0; i--) {
            for (int j = other.length() - 1; j >= 0; j--) {
                longest[i][j] = name.charAt(i) == other.charAt(j) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var same = new boolean[name.length()];
        for (int i = 0, j = 0; i < name.length(); i++) {
            while (j < other.length() && name.charAt(i) != other.charAt(j) && longest[i][j + 1] == longest[i][j]) {
                j++;
            }
            boolean met = j < other.length() && name.charAt(i) == other.charAt(j);
            same[i] = met || !Character.isLetterOrDigit(name.charAt(i));
            j += met ? 1 : 0;
        }
        var runs = new ArrayList<Run>();
        for (int from = 0; from < same.length;) {
            int to = from;
            while (to < same.length && same[to] == same[from]) {
                to++;
            }
            if (!same[from]) {
                runs.add(new Run(from, to - from));
            }
            from = to;
        }
        return runs;
    }

    /** Amounts in canonical text get their thousands set apart, alone or among other words ({@code 2026: 600000.05}); other evidence stays. */
    static String amount(String evidence) {
        return AMOUNT.matcher(evidence).replaceAll(found -> Money.parseYuan(found.group()).yuanText());
    }

    record Run(int from, int length) {
    }

    enum By {
        RULE, UNIT, /** verdict on the line: 未联审, 疑似, 已联审 */ LINK, /** how far it is: 新, 已告知 …, and before these what is overdue */ STATE
    }

    /**
     * @param key    rule, unit or verdict; null for all findings
     * @param amount of the budget lines of these findings, each line once
     */
    record Group(String key, String label, List<Finding> findings, Money amount) {

        int count() {
            return findings.size();
        }
    }
}
