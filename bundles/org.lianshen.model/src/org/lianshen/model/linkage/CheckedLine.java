package org.lianshen.model.linkage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;

/**
 * A budget line with what the linker made of it.
 *
 * @param project    the project that it is tied to by a tie that stands by itself, or null
 * @param operations whether it pays for operation and maintenance
 * @param shares     where an officer divided it between projects, what belongs to each, {@code project} first; else empty
 */
public record CheckedLine(BudgetLine line, LineResult result, LedgerProject project, NameKey name, boolean operations, List<Share> shares) {

    /** The part of a line that belongs to a project. */
    public record Share(LedgerProject project, Money amount) {
    }

    public CheckedLine {
        shares = List.copyOf(shares);
    }

    public boolean it() {
        return result.it().answer() != ItVerdict.Answer.NO;
    }

    CheckedLine with(LineResult other) {
        return new CheckedLine(line, other, project, name, operations, shares);
    }

    /** The projects that it is tied to. */
    List<LedgerProject> projects() {
        return project == null ? List.of() : shares.isEmpty() ? List.of(project) : shares.stream().map(Share::project).toList();
    }

    /** The line as each of its projects sees it: with the amount that is that project's. */
    List<CheckedLine> parts() {
        return shares.isEmpty() ? List.of(this) : shares.stream().map(this::part).toList();
    }

    private CheckedLine part(Share share) {
        Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
        values.putAll(line.values());
        values.remove(BudgetField.ADJUSTMENT);
        for (BudgetField amount : List.of(BudgetField.INITIAL, BudgetField.FINAL, BudgetField.AMOUNT)) {
            values.computeIfPresent(amount, (field, whole) -> share.amount().toString());
        }
        var mine = new BudgetLine(line.id(), line.batch(), line.year(), line.kind(), line.sheet(), line.row(), values, line.raw());
        return new CheckedLine(mine, result, share.project(), name, operations, List.of());
    }

    public String economicCode() {
        String code = line.text(BudgetField.ECONOMIC_CODE);
        return code.isEmpty() ? line.text(BudgetField.GOV_ECONOMIC_CODE) : code;
    }
}
