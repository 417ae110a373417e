package org.lianshen.service.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.review.State;
import org.lianshen.service.memory.World;

/** Puts imported projects and budget sheets into the store of a {@link World}. */
public final class Budget {

    private static final Map<BudgetField, String> COLUMNS = Map.of(BudgetField.AGENCY_NAME, "A", BudgetField.PROJECT_NAME, "B", BudgetField.INITIAL, "C", BudgetField.FINAL,
            "D");

    private final World world;
    private int next;
    private String agencyCode;

    public Budget(World world) {
        this.world = world;
    }

    private UUID id() {
        return new UUID(7, ++next);
    }

    /** Approved on 2026-06-01 over 1,000,000.00 yuan. */
    public LedgerProject project(String reviewNo, String name, String unit, Map<LedgerColumn, String> more) {
        return project(reviewNo, name, unit, LocalDate.of(2026, 6, 1), false, more);
    }

    public LedgerProject project(String reviewNo, String name, String unit, LocalDate approvedOn, boolean operating, Map<LedgerColumn, String> more) {
        var project = new LedgerProject(id(), true, reviewNo, name, "", unit, "", "APP", "NEW", "CITY", 2026, Money.ofWan(120), Money.ofWan(100), State.APPROVED,
                approvedOn, approvedOn.plusMonths(24), List.of(), "", operating, List.of(), "通过", List.of("数据归集", "共享服务"), more);
        var batch = new LedgerBatch(id(), "一本账.xlsx", "ab", "一本账", List.of(1), 1, 1, List.of(), List.of(), Instant.EPOCH, "test");
        world.store().write("test", "", tx -> {
            tx.audit().append(AuditEntry.of("ledger.import", "ledger"));
            return tx.ledger().put(batch, List.of(project));
        });
        return project;
    }

    /** The lines of the next sheets have this agency code. */
    public Budget coded(String code) {
        agencyCode = code;
        return this;
    }

    /** One batch with lines of unit, project, initial and final amount. */
    public List<BudgetLine> sheet(String file, String sha256, int year, SheetKind kind, String[]... rows) {
        UUID batch = id();
        var lines = new ArrayList<BudgetLine>();
        for (String[] row : rows) {
            Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
            values.put(BudgetField.AGENCY_NAME, row[0]);
            values.put(BudgetField.PROJECT_NAME, row[1]);
            if (agencyCode != null) {
                values.put(BudgetField.AGENCY_CODE, agencyCode);
            }
            values.put(kind == SheetKind.ANNUAL ? BudgetField.INITIAL : BudgetField.AMOUNT, row[2]);
            if (row.length > 3) {
                values.put(kind == SheetKind.PAYMENT ? BudgetField.PAY_DATE : BudgetField.FINAL, row[3]);
            }
            lines.add(new BudgetLine(id(), batch, year, kind, "预算表", lines.size() + 4, values, Map.of()));
        }
        var reading = new SheetReading("预算表", kind, List.of(3), AmountUnit.YUAN, "A2", COLUMNS, lines.size(), lines.size(), List.of(), List.of(), List.of(), List.of());
        var taken = new BudgetBatch(batch, file, sha256, year, kind, List.of(reading), lines.size(), null, world.clock().instant(), "test", null);
        world.store().write("test", "", tx -> {
            tx.audit().append(AuditEntry.of("budget.import", file));
            tx.budgets().add(taken, lines);
            return null;
        });
        return lines;
    }
}
