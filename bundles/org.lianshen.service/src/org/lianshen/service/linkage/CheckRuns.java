package org.lianshen.service.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunHead.Cause;
import org.lianshen.model.finding.RunPatch;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.linkage.CheckInput;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LinkageSession;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.model.linkage.UnitCodes;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.Changes;
import org.lianshen.service.LinkageService.Renewed;
import org.lianshen.service.Progress;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/**
 * Makes runs of the check and keeps the last one in memory with what it rests on, so that a word of an officer runs again only what it touches. Each run is a fact: it
 * is stored with what it changed, and findings that came or went are stored with it.
 */
final class CheckRuns {

    /** Areas and single acts of which the check takes nothing in but the officers' words, which are read anew each time. */
    private static final Set<String> NO_GROUND = Set.of("link", "it", "unit", "linkage", "finding", "letter", "account", "store", "ceiling", "usage",
            "review.look", "review.draft", "review.Reminder", "exchange.key", "exchange.export", "exchange.return", "exchange.form");
    private static final String SAME = "linkage.same";
    /** Object of the audit records about a check. */
    private static final String YEAR = "year ";
    private static final int TRIES = 4;
    private static final int MOST_PATCHES = 200;
    private static final int RECORDS = 200;
    private static final int KEPT_RUNS = 20;

    private final Desk desk;
    private final Projects projects;
    private final UnaryOperator<String> learntFrom;
    private Kept kept;

    /** @param learntFrom says that a name was learnt from an agency code */
    CheckRuns(Desk desk, Projects projects, UnaryOperator<String> learntFrom) {
        this.desk = desk;
        this.projects = projects;
        this.learntFrom = learntFrom;
    }

    /**
     * An officer's word that is about to be stored.
     *
     * @param about line it is about, or null
     * @param added what the check follows once it is said
     * @param store stores it with its audit record
     */
    record Word(UUID id, UUID about, UnaryOperator<OfficerWords> added, Consumer<Tx> store) {
    }

    /**
     * @param run     the stored run that {@code session} is the state of
     * @param seen    last audit record that it takes in
     * @param patches how many runs lie between it and one that is stored as a whole
     */
    private record Kept(int year, LinkageSession session, CheckRun run, long seen, int patches) {
    }

    /** What is known when a run begins. */
    private record Ground(Optional<RunHead> head, long last, boolean changed, OfficerWords words) {
    }

    /** Checks everything anew. @param asOf null for today */
    synchronized CheckRun check(int year, LocalDate asOf, Progress progress) {
        desk.require(Permission.CONFIRM_LINK);
        LocalDate day = asOf == null ? desk.today() : asOf;
        for (int tries = 1;; tries++) {
            Ground ground = desk.read(tx -> ground(tx, year));
            var session = open(year, day, progress);
            List<UnitCodes.Learnt> names = UnitCodes.learn(session.input());
            if (!names.isEmpty()) {
                remember(names);
                ground = desk.read(tx -> ground(tx, year));
                session = open(year, day, progress);
            }
            Optional<CheckRun> stored = store(year, session, ground, Cause.CHECK, null);
            if (stored.isPresent()) {
                return stored.get();
            }
            again(tries);
        }
    }

    /** Keeps names of units that the sheets' codes tell, as words that can be taken back like any other. */
    private void remember(List<UnitCodes.Learnt> names) {
        desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, null, tx -> {
            for (UnitCodes.Learnt name : names) {
                var word = new UnitAlias(desk.ids().next(), name.alias(), name.unit(), false, desk.actor().name(), desk.clock().instant(), learntFrom.apply(name.code()));
                tx.links().add(word);
                tx.audit().append(new AuditEntry("unit.learn", "unit " + word.alias(), null, word.unit(), word.note()));
            }
            return null;
        });
    }

    /** Brings the last run to the facts as they are. @throws UserProblem if the year was never checked */
    synchronized CheckRun renew(int year, Progress progress) {
        desk.require(Permission.CONFIRM_LINK);
        for (int tries = 1;; tries++) {
            Ground ground = desk.read(tx -> ground(tx, year));
            RunHead head = ground.head().orElseThrow(() -> UserProblem.of("linkage.neverChecked", year));
            LinkageSession session = brought(year, head, ground, progress);
            if (kept != null && kept.run.id().equals(head.id()) && unchanged(session)) {
                if (ground.changed()) {
                    same(year, ground);
                }
                return kept.run;
            }
            Optional<CheckRun> stored = store(year, session, ground, Cause.CHANGE, null);
            if (stored.isPresent()) {
                return stored.get();
            }
            again(tries);
        }
    }

    /** Facts changed and no finding did: the run stands, and it is kept that it was looked at. */
    private void same(int year, Ground ground) {
        desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, kept.run.id(), tx -> {
            tx.audit().append(new AuditEntry(SAME, YEAR + year, null, null, summary(kept.run)));
            return null;
        });
        kept = new Kept(year, kept.session, kept.run, ground.last(), kept.patches);
    }

    /** Whether anything was done since the last run of the year that a check takes in. */
    synchronized boolean outdated(int year) {
        return desk.read(tx -> tx.checks().lastHead(year).map(head -> {
            boolean known = kept != null && kept.run.id().equals(head.id());
            return !desk.packs().apply(day(head)).id().equals(head.pack()) || (known ? grounds(tx.audit(), kept.seen) : grounds(tx.audit(), year));
        }).orElse(false));
    }

    /** From the last act back to the last check of the year. */
    private static boolean grounds(Tx.Audit audit, int year) {
        for (long last = audit.last(); last > 0; last -= RECORDS) {
            long first = Math.max(1, last - RECORDS + 1);
            for (AuditRecord record : audit.from(first, (int) (last - first + 1)).reversed()) {
                if (record.action().startsWith("linkage.") && record.object().equals(YEAR + year)) {
                    return false;
                }
                if (ground(record)) {
                    return true;
                }
            }
        }
        return false;
    }

    private LinkageSession brought(int year, RunHead head, Ground ground, Progress progress) {
        try {
            return session(year, head, ground, progress);
        } catch (RuntimeException | Error e) {
            kept = null; // it may be half way
            throw e;
        }
    }

    private boolean unchanged(LinkageSession session) {
        return session.outcome().lines().equals(kept.run.lines()) && session.outcome().findings().equals(kept.run.findings());
    }

    /** Stores a word and what it changes in the last run of the year, if there is one. */
    synchronized Renewed say(int year, Word word) {
        for (int tries = 1;; tries++) {
            Ground ground = desk.read(tx -> ground(tx, year));
            if (ground.head().isEmpty()) {
                desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, word.about, tx -> {
                    word.store.accept(tx);
                    return null;
                });
                return new Renewed(word.id, null);
            }
            LinkageSession session = said(year, ground, word);
            Optional<CheckRun> stored = store(year, session, ground, Cause.WORD, word);
            if (stored.isPresent()) {
                return new Renewed(word.id, stored.get());
            }
            again(tries);
        }
    }

    /** Makes the kept check ready, so that the first word need not wait for it. Stores nothing. */
    synchronized void prepare(int year, Progress progress) {
        Ground ground = desk.read(tx -> ground(tx, year));
        if (kept != null && kept.year == year || ground.head().isEmpty()) {
            return;
        }
        LocalDate asOf = day(ground.head().get());
        CheckRun last = desk.read(tx -> tx.checks().last(year)).orElseThrow();
        kept = new Kept(year, open(year, asOf, progress), last, ground.last(), patches(year));
    }

    /** A check for another day than its own stays for that day; others follow the calendar. */
    private LocalDate day(RunHead head) {
        return head.asOf().equals(LocalDate.ofInstant(head.at(), desk.clock().getZone())) ? desk.today() : head.asOf();
    }

    private LinkageSession said(int year, Ground ground, Word word) {
        try {
            LinkageSession session = session(year, ground.head().orElseThrow(), ground, Progress.NONE);
            session.update(with(session.input(), word.added.apply(ground.words())), done -> {
            });
            return session;
        } catch (RuntimeException | Error e) {
            kept = null; // it may be half way
            throw e;
        }
    }

    /** The last run; the one in memory where it is that. */
    synchronized Optional<CheckRun> last(int year) {
        return desk.read(tx -> tx.checks().lastHead(year).flatMap(head -> kept != null && kept.run.id().equals(head.id()) ? Optional.of(kept.run) : tx.checks().last(year)));
    }

    private void again(int tries) {
        kept = null;
        if (tries == TRIES) {
            throw UserProblem.of("linkage.busy");
        }
    }

    private Ground ground(Tx tx, int year) {
        boolean changed = kept == null || kept.year != year || grounds(tx.audit(), kept.seen);
        return new Ground(tx.checks().lastHead(year), tx.audit().last(), changed, CheckInputs.words(tx));
    }

    /** Whether anything was done since that the check may rest on. */
    private static boolean grounds(Tx.Audit audit, long seen) {
        List<AuditRecord> since = audit.from(seen + 1, RECORDS);
        return since.size() == RECORDS || since.stream().anyMatch(CheckRuns::ground);
    }

    private static boolean ground(AuditRecord record) {
        return !NO_GROUND.contains(record.action().split("\\.", 2)[0]) && !NO_GROUND.contains(record.action());
    }

    /** The kept check brought to the facts. */
    private LinkageSession session(int year, RunHead head, Ground ground, Progress progress) {
        LocalDate day = day(head);
        if (kept == null || kept.year != year) {
            return open(year, day, progress);
        }
        LinkageSession session = kept.session;
        CheckInput input = session.input();
        RulePack pack = desk.packs().apply(day);
        if (ground.changed() || !input.asOf().equals(day) || !input.pack().equals(pack)) {
            session.update(desk.read(tx -> CheckInputs.of(tx, projects, year, day, pack)), done -> progress.check());
        } else {
            session.update(with(input, ground.words()), done -> progress.check());
        }
        return session;
    }

    private LinkageSession open(int year, LocalDate day, Progress progress) {
        RulePack pack = desk.packs().apply(day);
        CheckInput input = desk.read(tx -> CheckInputs.of(tx, projects, year, day, pack));
        return LinkageSession.open(input, done -> {
            progress.check();
            progress.at(done, input.lines().size());
        });
    }

    private static CheckInput with(CheckInput input, OfficerWords words) {
        return new CheckInput(input.year(), input.asOf(), input.pack(), input.lines(), input.batches(), input.projects(), input.dossiers(), words, input.grades(),
                input.catalogue());
    }

    /** Stores the outcome as a run; empty where somebody stored another run, or a word beside this one, since the ground was read. */
    private Optional<CheckRun> store(int year, LinkageSession session, Ground ground, Cause cause, Word word) {
        Kept before = kept;
        kept = null;
        CheckInput input = session.input();
        var run = new CheckRun(desk.ids().next(), year, input.asOf(), input.pack().id(), after(ground.head().orElse(null)), desk.actor().name(), session.outcome().lines(),
                session.outcome().findings());
        UUID last = ground.head().map(RunHead::id).orElse(null);
        CheckRun previous = last == null ? null : before != null && before.run.id().equals(last) ? before.run : desk.read(tx -> tx.checks().last(year)).orElse(null);
        RunPatch patch = cause != Cause.WORD || previous == null ? null : RunPatch.between(previous, run).filter(each -> each.size() * 4 <= run.lines().size() + 40).orElse(null);
        int patches = patch == null ? 0 : before != null && before.run.id().equals(last) ? before.patches + 1 : patches(year) + 1;
        RunPatch stored = patches > MOST_PATCHES ? null : patch;
        List<FindingTurn> turns = turns(previous, run);
        boolean done = desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, word == null ? run.id() : word.about, tx -> {
            boolean follows = tx.checks().lastHead(year).map(RunHead::id).equals(ground.head().map(RunHead::id));
            if (!follows || word != null && !CheckInputs.words(tx).equals(ground.words())) {
                return false;
            }
            if (word != null) {
                word.store.accept(tx);
            }
            int added = (int) turns.stream().filter(FindingTurn::present).count();
            var head = RunHead.of(run, cause, stored == null ? null : last, RunHead.Counts.of(run, added, turns.size() - added));
            if (stored == null) {
                tx.checks().add(head, run);
            } else {
                tx.checks().add(head, stored);
            }
            tx.findings().add(turns);
            if (stored == null) {
                thin(tx, year);
            }
            tx.audit().append(new AuditEntry("linkage." + cause.name().toLowerCase(java.util.Locale.ROOT), YEAR + year, null, null, summary(run)));
            return true;
        });
        if (!done) {
            return Optional.empty();
        }
        kept = new Kept(year, session, run, ground.last(), stored == null ? 0 : patches);
        return Optional.of(run);
    }

    /** Now, and after the run before: clocks of several desktops differ, the order of runs must not. */
    private Instant after(RunHead head) {
        Instant now = desk.clock().instant();
        return head == null || now.isAfter(head.at()) ? now : head.at().plusNanos(1);
    }

    private int patches(int year) {
        int count = 0;
        for (RunHead head : desk.read(tx -> tx.checks().heads(year))) {
            if (head.basedOn() == null) {
                break;
            }
            count++;
        }
        return count;
    }

    private static List<FindingTurn> turns(CheckRun previous, CheckRun run) {
        Map<FindingId, Finding> before = previous == null ? Map.of()
                : previous.findings().stream().collect(Collectors.toMap(FindingId::of, Function.identity(), (a, b) -> a));
        var now = new HashSet<FindingId>();
        var turns = new ArrayList<FindingTurn>();
        for (Finding finding : run.findings()) {
            FindingId id = FindingId.of(finding);
            now.add(id);
            if (!before.containsKey(id)) {
                turns.add(new FindingTurn(run.id(), run.year(), id, run.at(), true, null));
            }
        }
        before.forEach((id, finding) -> {
            if (!now.contains(id)) {
                turns.add(new FindingTurn(run.id(), run.year(), id, run.at(), false, finding));
            }
        });
        return turns;
    }

    /** Keeps the contents of the newest runs, of those in which something was done about a finding, of the last of each month, and of what these are based on. */
    private void thin(Tx tx, int year) {
        List<RunHead> heads = tx.checks().heads(year);
        Map<UUID, RunHead> byId = heads.stream().collect(Collectors.toMap(RunHead::id, Function.identity()));
        Set<UUID> keep = tx.findings().acts(year).stream().map(FindingAct::run).collect(Collectors.toCollection(HashSet::new));
        var months = new HashSet<String>();
        for (int i = 0; i < heads.size(); i++) {
            boolean lastOfMonth = months.add(heads.get(i).at().atZone(desk.clock().getZone()).toLocalDate().toString().substring(0, 7));
            if (i < KEPT_RUNS || lastOfMonth) {
                keep.add(heads.get(i).id());
            }
        }
        for (UUID id : List.copyOf(keep)) {
            for (RunHead head = byId.get(id); head != null && head.basedOn() != null; head = byId.get(head.basedOn())) {
                keep.add(head.basedOn());
            }
        }
        List<UUID> out = heads.stream().filter(head -> head.kept() && !keep.contains(head.id())).map(RunHead::id).toList();
        if (!out.isEmpty()) {
            tx.checks().thin(out);
        }
    }

    private static String summary(CheckRun run) {
        Map<Severity, Long> counts = run.findings().stream().collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
        return "lines " + run.lines().size() + " E " + counts.getOrDefault(Severity.E, 0L) + " W " + counts.getOrDefault(Severity.W, 0L) + " as of " + run.asOf()
                + " " + run.pack();
    }
}
