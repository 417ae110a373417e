package org.lianshen.service.summary;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.ceiling.YearNeeds;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.AmountChain;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.LinkageCheck;
import org.lianshen.model.linkage.UnitDirectory;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pool.OperationsPool;
import org.lianshen.model.pool.PoolLot;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.summary.Blocked;
import org.lianshen.model.summary.BudgetSummary;
import org.lianshen.model.summary.Summing;
import org.lianshen.service.Changes;
import org.lianshen.service.SummaryService;
import org.lianshen.service.finding.Standings;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.CheckInputs;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.price.PriceBook;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.TableWriter.Sheet;
import org.lianshen.service.text.Texts;

/** Sums, ceiling, pool and prices, computed anew from the facts whenever they are asked for. */
public final class SummaryDesk implements SummaryService {

    private static final String CEILING = "ceiling.";

    private final Desk desk;
    private final Projects projects;
    private final RulePacks packs;
    private final TableWriter tables;
    private final Texts texts;
    private final SummaryTables specs;
    private final PriceBook prices;

    /** @param texts language of exports */
    public SummaryDesk(Desk desk, Projects projects, RulePacks packs, TableWriter tables, Texts texts) {
        this.desk = desk;
        this.projects = projects;
        this.packs = packs;
        this.tables = tables;
        this.texts = texts;
        this.specs = new SummaryTables(texts);
        this.prices = new PriceBook(desk.clock().getZone());
    }

    /** What a year is summed from. @param run the last check, or null; {@code open} its findings that are neither waived nor closed */
    private record Basis(CheckInput input, List<CheckedLine> lines, CheckRun run, List<Finding> open) {

        List<Finding> findings() {
            return run == null ? null : open;
        }

        List<CheckedLine> ofYear() {
            return lines.stream().filter(line -> line.line().year() == input.year()).toList();
        }
    }

    private Basis basis(int year) {
        LocalDate day = desk.today();
        RulePack pack = desk.pack();
        record Read(CheckInput input, CheckRun run, List<Finding> open) {
        }
        Read read = desk.read(tx -> {
            CheckRun run = tx.checks().last(year).orElse(null);
            return new Read(CheckInputs.of(tx, projects, year, day, pack), run, run == null ? List.of() : Standings.of(tx, run, desk).open());
        });
        return new Basis(read.input, LinkageCheck.lines(read.input), read.run, read.open);
    }

    @Override
    public BudgetSummary summary(int year) {
        return summary(basis(year));
    }

    private static BudgetSummary summary(Basis basis) {
        return new Summing(basis.input, basis.lines).summary(basis.findings());
    }

    @Override
    public void exportSummary(int year, Path target) {
        desk.require(Permission.PRINT);
        Basis basis = basis(year);
        BudgetSummary summary = summary(basis);
        RulePack pack = basis.run == null ? basis.input.pack() : packs.byId(basis.run.pack());
        List<String> notes = List.of(texts.get("summary.note", Integer.toString(year), desk.today()));
        List<Sheet<?>> sheets = new ArrayList<>();
        sheets.add(new Sheet<>(texts.get("summary.departments"), specs.departments(), summary.departments(), notes));
        if (!csv(target)) {
            sheets.add(new Sheet<>(texts.get("summary.classes"), specs.classes(), summary.classes(), notes));
            if (basis.run != null) {
                sheets.add(unreviewed(basis, pack, notes));
            }
            sheets.add(new Sheet<>(texts.get("summary.cuts"), specs.cuts(), specs.titled(summary.cuts(), pack), notes));
            if (basis.run != null) {
                sheets.add(new Sheet<>(texts.get("summary.rectifications"), specs.rectifications(pack), rectifications(basis.run), notes));
            }
            sheets.add(new Sheet<>(texts.get("summary.operations"), specs.operations(), summary.operations(), notes));
        }
        tables.write(target, sheets, texts.locale());
    }

    private Sheet<?> unreviewed(Basis basis, RulePack pack, List<String> notes) {
        Map<UUID, BudgetLine> lines = new HashMap<>();
        basis.input.lines().forEach(line -> lines.put(line.id(), line));
        Map<UUID, String> files = new HashMap<>();
        basis.input.batches().forEach((BudgetBatch batch) -> files.put(batch.id(), batch.file()));
        var findings = new FindingsTables(texts, pack, lines, files);
        return new Sheet<>(texts.get("table.sheet.unreviewed"), findings.unreviewedTable(Blocked.lines(basis.open)), findings.unreviewed(basis.run), notes);
    }

    /** Findings as they stand, and after them those that a check does not find any more of which somebody was told. */
    private List<SummaryTables.Rectification> rectifications(CheckRun run) {
        return desk.read(tx -> {
            List<Letter> letters = tx.letters().of(run.year());
            FindingStandings standings = Standings.of(tx, run, desk);
            Stream<FindingState> settled = standings.gone().stream().filter(state -> state.finding() != null && !standings.acts(state.id()).isEmpty());
            return Stream.concat(standings.states().stream(), settled).map(state -> new SummaryTables.Rectification(state, standings.acts(state.id()),
                    letters.stream().filter(letter -> letter.tells(state.id().rule(), state.id().key())).reduce((a, b) -> b).orElse(null))).toList();
        });
    }

    private static boolean csv(Path target) {
        return target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public Pool ceiling(int year) {
        Basis basis = basis(year);
        Money unreviewed = Money.sum(AmountChain.yearsOnce(basis.ofYear()).stream().filter(line -> line.it() && line.result().verdict() != LineVerdict.REVIEWED).map(line -> line.line().amount()).toList());
        return desk.read(tx -> new Pool(year, amount(tx, year), YearNeeds.of(basis.input, basis.lines, basis.open), pins(tx, year), unreviewed, basis.run != null));
    }

    private Money amount(Tx tx, int year) {
        String set = tx.settings().get(CEILING + year).orElse("");
        if (!set.isEmpty()) {
            return Money.parseYuan(set);
        }
        return desk.pack().params().containsKey("ceiling.pool") ? desk.pack().moneyParam("ceiling.pool").orElse(null) : null;
    }

    private static Map<UUID, Pin> pins(Tx tx, int year) {
        Map<UUID, Pin> last = new LinkedHashMap<>();
        tx.pins().of(year).forEach(pin -> last.put(pin.project(), pin));
        last.values().removeIf(pin -> pin.kind() == Pin.Kind.FREE);
        return last;
    }

    @Override
    public void setCeiling(int year, Money amount) {
        if (amount != null && amount.isNegative()) {
            throw UserProblem.of("summary.negative");
        }
        desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, desk.ids().next(), tx -> {
            String before = tx.settings().get(CEILING + year).orElse("");
            String after = amount == null ? "" : amount.toString();
            tx.settings().put(CEILING + year, after);
            tx.audit().append(new AuditEntry("ceiling.set", "year " + year, before, after, null));
            return null;
        });
    }

    @Override
    public Pin pin(int year, UUID project, Pin.Kind kind, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() && kind != Pin.Kind.FREE) {
            throw UserProblem.of("summary.noReason");
        }
        return desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, project, tx -> {
            LedgerProject found = projects.find(tx, project, desk.today()).orElseThrow(() -> UserProblem.of("linkage.noProject"));
            var pin = new Pin(desk.ids().next(), year, project, kind, why, desk.actor().name(), desk.clock().instant());
            tx.pins().add(pin);
            tx.audit().append(new AuditEntry("ceiling.pin", "year " + year, null, kind.name() + " " + (found.reviewNo() == null ? found.name() : found.reviewNo()), why));
            return pin;
        });
    }

    @Override
    public void exportCeiling(int year, CeilingPlan plan, Path target) {
        desk.require(Permission.PRINT);
        List<String> notes = List.of(texts.get("summary.note", Integer.toString(year), desk.today()),
                texts.get("summary.ceilingNote", plan.ceiling().wanText(), plan.in().size(), plan.given().wanText(), plan.left().wanText(), plan.out().size(), plan.waiting().wanText(),
                        plan.forbidden().size(), plan.withheld().wanText()));
        tables.write(target, List.of(new Sheet<>(texts.get("summary.ceiling"), specs.ceiling(), plan.rows(), notes)), texts.locale());
    }

    @Override
    public List<PoolLot> lots(int year) {
        Basis basis = basis(year);
        return new OperationsPool(basis.input.pack(), new UnitDirectory(basis.input.pack(), basis.input.words().units())).lots(basis.ofYear());
    }

    @Override
    public void exportLots(int year, Path target) {
        desk.require(Permission.PRINT);
        List<PoolLot> lots = lots(year);
        List<String> notes = List.of(texts.get("summary.note", Integer.toString(year), desk.today()));
        List<Sheet<?>> sheets = new ArrayList<>();
        sheets.add(new Sheet<>(texts.get("summary.lots"), specs.lots(), lots, notes));
        if (!csv(target)) {
            sheets.add(new Sheet<>(texts.get("summary.lotItems"), specs.lotItems(), lots.stream().flatMap(lot -> lot.items().stream().map(item -> new SummaryTables.LotItem(lot, item))).toList(), notes));
            sheets.add(new Sheet<>(texts.get("summary.lotLines"), specs.lotLines(), lots.stream().flatMap(lot -> lot.lines().stream().map(line -> new SummaryTables.LotLine(lot, line))).toList(), notes));
        }
        tables.write(target, sheets, texts.locale());
    }

    @Override
    public PriceMemory prices() {
        return desk.read(prices::of);
    }

    @Override
    public void exportPrices(PriceMemory prices, Path target) {
        desk.require(Permission.PRINT);
        var allowed = desk.pack().ratio("estimate.priceDeviation");
        List<String> notes = List.of(texts.get("summary.pricesNote", desk.today(), allowed.movePointRight(2).stripTrailingZeros().toPlainString()));
        List<Sheet<?>> sheets = new ArrayList<>();
        sheets.add(new Sheet<>(texts.get("summary.prices"), specs.prices(allowed), prices.series(), notes));
        if (!csv(target)) {
            sheets.add(new Sheet<>(texts.get("summary.seenPrices"), specs.seenPrices(),
                    prices.series().stream().flatMap(one -> one.prices().stream().map(price -> new SummaryTables.Price(one, price, allowed))).toList(), notes));
        }
        tables.write(target, sheets, texts.locale());
    }
}
