package org.lianshen.model.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;

/** A ledger and budget lines, written down in a few words, and the check run over them for 2026. */
final class Scene {

    static final int YEAR = 2026;
    static final LocalDate AS_OF = LocalDate.of(2025, 11, 20);
    static final UUID BATCH = new UUID(9, 9);

    private final List<LedgerProject> projects = new ArrayList<>();
    private final List<BudgetLine> lines = new ArrayList<>();
    private final List<LinkDecision> decisions = new ArrayList<>();
    private final List<GradeRecord> grades = new ArrayList<>();
    private final Map<UUID, Dossier> dossiers = new HashMap<>();
    private final List<ItWord> itWords = new ArrayList<>();
    private final List<UnitAlias> unitAliases = new ArrayList<>();
    private final List<CatalogueEntry> catalogue = new ArrayList<>();
    private final List<BudgetBatch> batches = new ArrayList<>();
    private RulePack pack = Packs.city();
    private LocalDate asOf = AS_OF;

    static final class Project {
        private final Scene scene;
        private final int at;

        private Project(Scene scene) {
            this.scene = scene;
            this.at = scene.projects.size();
        }

        LedgerProject get() {
            return scene.projects.get(at);
        }

        private Project set(LedgerProject changed) {
            scene.projects.set(at, changed);
            return this;
        }

        Project approved(String yuan) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), Money.parseYuan(yuan), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(),
                    p.openConditions(), p.decision(), p.functions(), p.more()));
        }

        Project state(State state, String... conditions) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), state, p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), List.of(conditions),
                    p.decision(), p.functions(), p.more()));
        }

        Project valid(String from, String until) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), LocalDate.parse(from), LocalDate.parse(until), p.funds(), p.projectCode(), p.operating(),
                    p.openConditions(), p.decision(), p.functions(), p.more()));
        }

        Project fund(int year, FundKind kind, String yuan) {
            LedgerProject p = get();
            var funds = new ArrayList<>(p.funds());
            funds.add(new FundShare(year, kind, Money.parseYuan(yuan), null));
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), funds, p.projectCode(), p.operating(), p.openConditions(),
                    p.decision(), p.functions(), p.more()));
        }

        Project code(String projectCode) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), projectCode, p.operating(), p.openConditions(),
                    p.decision(), p.functions(), p.more()));
        }

        Project kind(String projectClass, String nature, int year, boolean operating) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), projectClass, nature, p.level(), year,
                    p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), operating, p.openConditions(), p.decision(),
                    p.functions(), p.more()));
        }

        Project built() {
            return kind("APP", "NEW", 2022, true);
        }

        Project department(String department) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), department, p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(),
                    p.decision(), p.functions(), p.more()));
        }

        Project more(LedgerColumn column, String text) {
            LedgerProject p = get();
            Map<LedgerColumn, String> more = new EnumMap<>(LedgerColumn.class);
            more.putAll(p.more());
            more.put(column, text);
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(),
                    p.decision(), p.functions(), more));
        }

        Project numbered(String reviewNo) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), reviewNo, p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(),
                    p.decision(), p.functions(), p.more()));
        }

        Project applied(String yuan) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), Money.parseYuan(yuan), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(),
                    p.openConditions(), p.decision(), p.functions(), p.more()));
        }

        /** @param day or null */
        Project approvedOn(String day) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), day == null ? null : LocalDate.parse(day), p.validUntil(), p.funds(), p.projectCode(),
                    p.operating(), p.openConditions(), p.decision(), p.functions(), p.more()));
        }

        Project decision(String words) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(),
                    words, p.functions(), p.more()));
        }

        /** Follows from a proposal of this store. */
        Project own(ProposalForm form) {
            LedgerProject p = get();
            form(form, List.of("DATA", "CAC", "PSB", "FIN").stream().map(body -> new BodyStatus(body, BodyStatus.Standing.AGREED, null, null, null, null)).toArray(BodyStatus[]::new));
            return set(new LedgerProject(p.id(), false, p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(),
                    p.decision(), p.functions(), p.more()));
        }

        Project functions(String... functions) {
            LedgerProject p = get();
            return set(new LedgerProject(p.id(), p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(),
                    p.year(), p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(),
                    p.decision(), List.of(functions), p.more()));
        }

        Project graded(int year, String score, Grade grade) {
            scene.grades.add(new GradeRecord(get().id(), year, new java.math.BigDecimal(score), grade));
            return this;
        }

        /** The project follows from a proposal with this form, approved with these opinions of bodies. */
        Project form(ProposalForm form, BodyStatus... bodies) {
            var review = new ReviewState(get().state(), 1, List.of(bodies), List.of(), List.of(), get().applied(), Money.ZERO, get().approved(), null, null, List.of(),
                    get().validUntil(), null);
            scene.dossiers.put(get().id(), new Dossier(form, review));
            return this;
        }

        UUID id() {
            return get().id();
        }
    }

    /** An approved project of 2025, 1,000,000.00 yuan. */
    Project project(String reviewNo, String name, String unit) {
        var project = new Project(this);
        projects.add(new LedgerProject(new UUID(1, projects.size() + 1), true, reviewNo, name, "", unit, "", "APP", "NEW", "CITY", 2025, Money.parseYuan("1000000.00"),
                Money.parseYuan("1000000.00"), State.APPROVED, LocalDate.of(2025, 6, 1), LocalDate.of(2027, 5, 31), List.of(), "", false, List.of(), "同意", List.of(),
                Map.of()));
        return project;
    }

    BudgetLine line(String unit, String name, String yuan, Object... more) {
        return line(YEAR, SheetKind.ANNUAL, unit, name, yuan, more);
    }

    /** @param more field and text by turns */
    BudgetLine line(int year, SheetKind kind, String unit, String name, String yuan, Object... more) {
        Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
        values.put(BudgetField.AGENCY_NAME, unit);
        values.put(BudgetField.PROJECT_NAME, name);
        values.put(kind == SheetKind.ANNUAL ? BudgetField.INITIAL : BudgetField.AMOUNT, yuan);
        for (int i = 0; i < more.length; i += 2) {
            values.put((BudgetField) more[i], (String) more[i + 1]);
        }
        var line = new BudgetLine(new UUID(2, lines.size() + 1), BATCH, year, kind, "预算表", lines.size() + 5, values, Map.of());
        lines.add(line);
        return line;
    }

    void say(UnitAlias word) {
        unitAliases.add(word);
    }

    /** Every line so far comes from a workbook of its own. */
    void apart() {
        lines.replaceAll(line -> new BudgetLine(line.id(), new UUID(9, 100 + line.row()), line.year(), line.kind(), line.sheet(), line.row(), line.values(), line.raw(), line.rules()));
    }

    void decide(BudgetLine line, Project project, boolean confirmed) {
        decisions.add(new LinkDecision(new UUID(3, decisions.size() + 1), LineKey.of(line), line.id(), project.id(),
                confirmed ? LinkDecision.Answer.CONFIRMED : LinkDecision.Answer.REJECTED, null, "officer", Instant.EPOCH, ""));
    }

    /** Confirms that a part of the line's amount is the project's. */
    void share(BudgetLine line, Project project, String yuan) {
        decisions.add(new LinkDecision(new UUID(3, decisions.size() + 1), LineKey.of(line), line.id(), project.id(), LinkDecision.Answer.CONFIRMED, Money.parseYuan(yuan), "officer",
                Instant.EPOCH, ""));
    }

    Scene asOf(String day) {
        asOf = LocalDate.parse(day);
        return this;
    }

    private BudgetBatch batch(UUID id, int year, SheetKind kind, SheetReading... sheets) {
        return new BudgetBatch(id, "预算.xlsx", "", year, kind, List.of(sheets), lines.size(), null, Instant.EPOCH, "test", null);
    }

    /** The import that the lines are from, with what its sheet says of itself. */
    Scene read(AmountUnit unit, Set<BudgetField> columns, SheetReading.TotalCheck... totals) {
        Map<BudgetField, String> letters = new HashMap<>();
        columns.forEach(field -> letters.put(field, "C"));
        batches.add(batch(BATCH, YEAR, SheetKind.ANNUAL,
                new SheetReading("预算表", SheetKind.ANNUAL, List.of(4), unit, "A2", letters, lines.size(), lines.size(), List.of(), List.of(), List.of(totals), List.of())));
        return this;
    }

    /** Annual budgets of other years were imported too. */
    Scene imported(int... years) {
        batches.add(batch(BATCH, YEAR, SheetKind.ANNUAL));
        for (int year : years) {
            batches.add(batch(new UUID(9, year), year, SheetKind.ANNUAL));
        }
        return this;
    }

    /** Something that exists already. */
    CatalogueEntry existing(CatalogueEntry.Kind kind, String name, String unit, String state) {
        return existing(kind, name, unit, state, "", "", List.of());
    }

    CatalogueEntry existing(CatalogueEntry.Kind kind, String name, String unit, String state, String reviewNo, String replacedBy, List<String> content) {
        var entry = new CatalogueEntry(new UUID(4, catalogue.size() + 1), kind, "", name, "", unit, reviewNo, replacedBy, "", null, null, null, state, "", content, "");
        catalogue.add(entry);
        return entry;
    }

    Scene existing(CatalogueEntry entry) {
        catalogue.add(entry);
        return this;
    }

    Scene pack(RulePack other) {
        pack = other;
        return this;
    }

    LinkageCheck.Outcome check() {
        return LinkageCheck.run(input(), done -> {
        });
    }

    CheckInput input() {
        List<BudgetBatch> imports = batches.isEmpty() ? List.of(batch(BATCH, YEAR, SheetKind.ANNUAL)) : batches;
        return new CheckInput(YEAR, asOf, pack, lines, imports, projects,
                dossiers, new OfficerWords(decisions, itWords, unitAliases), grades, catalogue);
    }

    LineResult result(BudgetLine line) {
        return check().lines().stream().filter(result -> result.line().equals(line.id())).findFirst().orElseThrow();
    }

    /** Findings of one rule as {@code severity text}. */
    List<String> of(String rule) {
        return findings(rule).stream().map(finding -> finding.severity() + " " + finding.message().key().substring("linkage.".length())).toList();
    }

    List<Finding> findings(String rule) {
        return check().findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
    }
}
