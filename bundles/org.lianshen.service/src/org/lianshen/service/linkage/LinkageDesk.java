package org.lianshen.service.linkage;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineKey;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Progress;
import org.lianshen.service.finding.Standings;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.FindingsTables;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.WorkbookMarker;
import org.lianshen.service.text.Texts;

/** Desk 3: runs the linkage check, keeps the officers' words on links, and writes what was found. */
public final class LinkageDesk implements LinkageService {

    private final Desk desk;
    private final Projects projects;
    private final RulePacks packs;
    private final TableWriter tables;
    private final WorkbookMarker marker;
    private final Texts texts;
    private final CheckRuns runs;

    /** @param texts language of exports and comments */
    public LinkageDesk(Desk desk, Projects projects, RulePacks packs, TableWriter tables, WorkbookMarker marker, Texts texts) {
        this.desk = desk;
        this.projects = projects;
        this.packs = packs;
        this.tables = tables;
        this.marker = marker;
        this.texts = texts;
        runs = new CheckRuns(desk, projects, code -> texts.get("linkage.learntFromCode", code));
    }

    @Override
    public CheckRun check(int year, LocalDate asOf, Progress progress) {
        return runs.check(year, asOf, progress);
    }

    @Override
    public CheckRun renew(int year, Progress progress) {
        return runs.renew(year, progress);
    }

    private static Map<UUID, String> files(Tx tx) {
        return tx.budgets().batches().stream().collect(Collectors.toMap(BudgetBatch::id, BudgetBatch::file));
    }

    @Override
    public Optional<CheckRun> last(int year) {
        return runs.last(year);
    }

    @Override
    public boolean outdated(int year) {
        return runs.outdated(year);
    }

    @Override
    public void prepare(int year, Progress progress) {
        runs.prepare(year, progress);
    }

    @Override
    public List<RunHead> runs(int year) {
        return desk.read(tx -> tx.checks().heads(year));
    }

    @Override
    public Optional<CheckRun> run(UUID run) {
        return desk.read(tx -> tx.checks().find(run));
    }

    @Override
    public Optional<RunDifference> difference(UUID later) {
        return desk.read(tx -> tx.checks().find(later).flatMap(after -> {
            List<RunHead> heads = tx.checks().heads(after.year());
            int at = 0;
            while (!heads.get(at).id().equals(later)) {
                at++;
            }
            return at + 1 == heads.size() ? Optional.empty() : tx.checks().find(heads.get(at + 1).id()).map(before -> RunDifference.between(before, after));
        }));
    }

    @Override
    public Optional<RunDifference> difference(UUID earlier, UUID later) {
        return desk.read(tx -> tx.checks().find(earlier).flatMap(before -> tx.checks().find(later).map(after -> RunDifference.between(before, after))));
    }

    @Override
    public Renewed confirm(UUID line, UUID project, String note) {
        return link(line, project, LinkDecision.Answer.CONFIRMED, null, note);
    }

    @Override
    public Renewed confirmShare(UUID line, UUID project, Money share, String note) {
        return link(line, project, LinkDecision.Answer.CONFIRMED, share, note);
    }

    @Override
    public Renewed reject(UUID line, UUID project, String note) {
        return link(line, project, LinkDecision.Answer.REJECTED, null, note);
    }

    @Override
    public Renewed revokeLink(UUID line, UUID project, String note) {
        return link(line, project, LinkDecision.Answer.REVOKED, null, note);
    }

    private Renewed link(UUID line, UUID project, LinkDecision.Answer answer, Money share, String note) {
        desk.require(Permission.CONFIRM_LINK);
        BudgetLine found = line(line);
        LedgerProject chosen = desk.read(tx -> projects.find(tx, project, desk.today())).orElseThrow(() -> UserProblem.of("linkage.noProject"));
        if (share != null && (!share.isPositive() || share.moreThan(found.amount().abs()))) {
            throw UserProblem.of("linkage.badShare", share, found.amount());
        }
        var decision = new LinkDecision(desk.ids().next(), LineKey.of(found), line, project, answer, share, desk.actor().name(), desk.clock().instant(), plain(note));
        String name = chosen.reviewNo() == null ? chosen.name() : chosen.reviewNo();
        return runs.say(found.year(), new CheckRuns.Word(decision.id(), line, words -> words.with(decision), tx -> {
            if (answer == LinkDecision.Answer.REVOKED && tx.links().all().stream().noneMatch(word -> word.lineKey().equals(decision.lineKey()) && word.project().equals(project))) {
                throw UserProblem.of("linkage.nothingToRevoke");
            }
            tx.links().add(decision);
            tx.audit().append(new AuditEntry("link." + verb(answer), "line " + decision.lineKey(), null, name, decision.note()));
        }));
    }

    private static String verb(LinkDecision.Answer answer) {
        return switch (answer) {
            case CONFIRMED -> "confirm";
            case REJECTED -> "reject";
            case REVOKED -> "revoke";
        };
    }

    @Override
    public Renewed sayIt(UUID line, ItWord.Answer answer, String note) {
        desk.require(Permission.CONFIRM_LINK);
        BudgetLine found = line(line);
        var word = new ItWord(desk.ids().next(), LineKey.of(found), line, answer, desk.actor().name(), desk.clock().instant(), plain(note));
        return runs.say(found.year(), new CheckRuns.Word(word.id(), line, words -> words.with(word), tx -> {
            if (answer == ItWord.Answer.REVOKED && tx.links().itWords().stream().noneMatch(each -> each.lineKey().equals(word.lineKey()))) {
                throw UserProblem.of("linkage.nothingToRevoke");
            }
            tx.links().add(word);
            tx.audit().append(new AuditEntry("it." + answer.name().toLowerCase(java.util.Locale.ROOT), "line " + word.lineKey(), null, answer.name(), word.note()));
        }));
    }

    @Override
    public Renewed sameUnit(int year, String alias, String unit, String note) {
        return unit(year, alias, unit, false, note);
    }

    @Override
    public Renewed revokeUnit(int year, String alias, String unit, String note) {
        return unit(year, alias, unit, true, note);
    }

    private Renewed unit(int year, String alias, String unit, boolean revoked, String note) {
        desk.require(Permission.CONFIRM_LINK);
        if (alias.isBlank() || unit.isBlank() || alias.strip().equals(unit.strip())) {
            throw UserProblem.of("linkage.sameUnitNames");
        }
        var word = new UnitAlias(desk.ids().next(), alias.strip(), unit.strip(), revoked, desk.actor().name(), desk.clock().instant(), plain(note));
        return runs.say(year, new CheckRuns.Word(word.id(), null, words -> words.with(word), tx -> {
            tx.links().add(word);
            tx.audit().append(new AuditEntry(revoked ? "unit.revoke" : "unit.same", "unit " + word.alias(), null, word.unit(), word.note()));
        }));
    }

    private BudgetLine line(UUID id) {
        return desk.read(tx -> tx.budgets().line(id)).orElseThrow(() -> UserProblem.of("linkage.noLine"));
    }

    private static String plain(String note) {
        return note == null ? "" : note.strip();
    }

    @Override
    public OfficerWords words() {
        return desk.read(CheckInputs::words);
    }

    @Override
    public void exportFindings(CheckRun run, Path target) {
        desk.require(Permission.PRINT);
        var byId = new HashMap<UUID, BudgetLine>();
        Map<UUID, String> names = desk.read(tx -> {
            tx.budgets().lines(run.year()).forEach(line -> byId.put(line.id(), line));
            tx.budgets().eachLine(line -> {
                if (line.year() != run.year()) {
                    byId.putIfAbsent(line.id(), line);
                }
            });
            return files(tx);
        });
        tables.write(target, new FindingsTables(texts, packs.byId(run.pack()), byId, names).sheets(run, desk.read(tx -> Standings.of(tx, run, desk).open())), texts.locale());
    }

    @Override
    public List<Path> mark(CheckRun run, Path target) {
        desk.require(Permission.PRINT);
        List<BudgetLine> lines = desk.read(tx -> tx.budgets().lines(run.year()));
        List<BudgetBatch> batches = desk.read(tx -> tx.budgets().batches());
        return new MarkedWorkbooks(desk.store().files(), marker, texts, packs.byId(run.pack())).write(run, desk.read(tx -> Standings.of(tx, run, desk).open()), lines, batches, target);
    }
}
