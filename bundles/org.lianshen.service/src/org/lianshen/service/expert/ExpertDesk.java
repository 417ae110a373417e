package org.lianshen.service.expert;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Signature;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.PanelActs;
import org.lianshen.model.expert.PanelDraw;
import org.lianshen.model.expert.PanelScores;
import org.lianshen.model.expert.Ranked;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.expert.Seats;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.review.Overall;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.ExpertService;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.ExpertIntake;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.review.ActRegister;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.PoolTable;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;

/** Experts: the pool, the draw, the sheets, the group's opinion. */
public final class ExpertDesk implements ExpertService {

    private static final int SEED_BYTES = 16;

    private final Desk desk;
    private final SourceFiles files;
    private final TableWriter tables;
    private final Texts texts;
    private final SecureRandom random = new SecureRandom();

    /** @param texts language of exports */
    public ExpertDesk(Desk desk, SourceFiles files, TableWriter tables, Texts texts) {
        this.desk = desk;
        this.files = files;
        this.tables = tables;
        this.texts = texts;
    }

    @Override
    public List<Pooled> pool() {
        return desk.read(tx -> new Pools(desk, tx).all());
    }

    @Override
    public Expert save(Expert expert) {
        return desk.write(Permission.ARRANGE_EXPERTS, Kind.EXPERT, expert.id(), tx -> new Pools(desk, tx).save(expert, expert.version() == 0 ? "expert.add" : "expert.change"));
    }

    @Override
    public Expert suspend(UUID expert, String reason) {
        if (reason == null || reason.isBlank()) {
            throw UserProblem.of("review.refuse.reason");
        }
        return standing(expert, false, reason.strip(), "expert.suspend");
    }

    @Override
    public Expert resume(UUID expert) {
        return standing(expert, true, "", "expert.resume");
    }

    private Expert standing(UUID expert, boolean active, String why, String action) {
        return desk.write(Permission.ARRANGE_EXPERTS, Kind.EXPERT, expert, tx -> {
            var pools = new Pools(desk, tx);
            return pools.save(pools.find(expert).standing(active, why), action);
        });
    }

    @Override
    public Outcome take(Path file, boolean dryRun, boolean partial, Progress progress) {
        desk.require(Permission.ARRANGE_EXPERTS);
        desk.require(Permission.SEE_EXPERT_PRIVATE);
        String sha256 = FileDigest.of(file);
        String name = file.getFileName().toString();
        ExpertIntake.Reading reading;
        try (SourceFile source = files.open(file, progress)) {
            reading = new ExpertIntake(desk.ids()::next, desk.today(), progress).read(source, name);
        }
        progress.check();
        boolean clean = reading.sheets().stream().allMatch(sheet -> sheet.errors().isEmpty());
        if (dryRun || reading.experts().isEmpty() || !clean && !partial) {
            return new Outcome(name, sha256, reading.sheets(), false, 0);
        }
        if (!desk.store().files().keep(file).equals(sha256)) {
            throw UserProblem.of("budget.changedMeanwhile", name);
        }
        return desk.write(Permission.ARRANGE_EXPERTS, Kind.EXPERT, null, tx -> {
            int added = new Pools(desk, tx).put(reading.experts());
            tx.audit().append(new AuditEntry("expert.importFile", "file " + name, null, null, "sha256=" + sha256 + " experts=" + reading.experts().size() + " new=" + added));
            return new Outcome(name, sha256, reading.sheets(), true, added);
        });
    }

    @Override
    public void export(TableSpec<Pooled> columns, List<Pooled> rows, Path target) {
        tables.write(target, List.of(new PoolTable(texts).sheet(columns, rows, desk.today())), texts.locale());
    }

    @Override
    public Board board(UUID proposal) {
        return desk.read(tx -> new Panels(desk, tx, proposal).board());
    }

    @Override
    public Board state(UUID proposal, List<Tie> ties) {
        return arrange(proposal, panels -> panels.enter(new ExpertStep.Statement(ties), String.valueOf(ties.size())));
    }

    @Override
    public Board publish(UUID proposal, String seed, String source, Integer size, Boolean second) {
        return arrange(proposal, panels -> {
            boolean made = seed == null || seed.isBlank();
            var announcement = panels.announcement(made ? made() : seed.strip(), made ? texts.get("expert.seed.made") : source == null ? "" : source.strip(), size, second);
            Panel panel = panels.panel();
            if (panel.announced() != null && panels.closed() == null) {
                Message stuck = panels.obstacle(panel.announced());
                if (stuck != null) {
                    panels.enter(new ExpertStep.Annulment(stuck), panel.announced().seed());
                }
            }
            panels.replaceableSeat().ifPresent(out -> {
                throw UserProblem.of("expert.refuse.replaceFirst", out.expert().name());
            });
            Message refusal = PanelActs.refusal(panels.panel(), announcement);
            Message obstacle = refusal != null ? refusal : panels.obstacle(announcement);
            if (obstacle != null) {
                throw new UserProblem(List.of(obstacle));
            }
            panels.enter(announcement, announcement.seed());
        });
    }

    private String made() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public Board draw(UUID proposal) {
        return arrange(proposal, panels -> {
            Panel panel = panels.panel();
            if (panel.announced() == null) {
                panels.enter(new ExpertStep.Draw(List.of(), List.of(), List.of(), null, List.of()), "");
                return;
            }
            var reasons = panels.reasons();
            List<Ranked> order = panels.order(Panels.free(reasons), panel.announced().seed());
            Seats.Filled filled = Seats.draw(panel, order);
            if (filled.group().impossible() != null) {
                throw new UserProblem(List.of(filled.group().impossible()));
            }
            List<Ranked> taken = filled.group().taken();
            panels.enter(new ExpertStep.Draw(order, Panels.excluded(reasons), taken.stream().map(Ranked::expert).toList(), filled.second() == null ? null : filled.second().expert(),
                    filled.passed()), String.join(" ", taken.stream().map(Ranked::no).toList()));
        });
    }

    @Override
    public Board replace(UUID proposal, UUID out) {
        return arrange(proposal, panels -> {
            Member leaving = panels.panel().vacant().stream().filter(member -> member.id().equals(out)).findFirst()
                    .orElseThrow(() -> UserProblem.of("expert.refuse.notOut", panels.panel().member(out).map(member -> member.expert().name()).orElse("")));
            PanelDraw.Outcome next = panels.next(leaving);
            if (next.impossible() != null) {
                throw new UserProblem(List.of(next.impossible(), Message.of("expert.pool.again")));
            }
            Ranked in = next.taken().getFirst();
            panels.enter(new ExpertStep.Replacement(out, in.expert(), next.passed(), panels.replaceable().excluded()), String.join(" → ", leaving.expert().no(), in.no()));
        });
    }

    @Override
    public Board invite(UUID proposal, List<UUID> experts, String words) {
        return arrange(proposal, panels -> experts.forEach(expert -> {
            List<Message> bound = panels.bound(expert);
            if (!bound.isEmpty()) {
                throw UserProblem.of("expert.refuse.bound", name(panels, expert), bound);
            }
            panels.enter(new ExpertStep.Invitation(expert, words == null ? "" : words.strip()), number(panels, expert));
        }));
    }

    @Override
    public Board answer(UUID proposal, UUID expert, boolean accepts, String reason) {
        return ownOrArrange(proposal, expert, panels -> panels.enter(accepts ? new ExpertStep.Acceptance(expert) : new ExpertStep.Refusal(expert, reason), number(panels, expert)));
    }

    @Override
    public Board avoid(UUID proposal, UUID expert, String reason) {
        return ownOrArrange(proposal, expert, panels -> panels.enter(new ExpertStep.Avoidance(expert, reason), number(panels, expert)));
    }

    @Override
    public Board absent(UUID proposal, UUID expert, String reason) {
        return arrange(proposal, panels -> panels.enter(new ExpertStep.Absence(expert, reason), number(panels, expert)));
    }

    @Override
    public Board lead(UUID proposal, UUID expert) {
        return arrange(proposal, panels -> panels.enter(new ExpertStep.Leader(expert), number(panels, expert)));
    }

    @Override
    public ScoreSheet sheet(UUID proposal) {
        return desk.read(tx -> {
            var panels = new Panels(desk, tx, proposal);
            Member me = requireMe(panels);
            int round = panels.review().round();
            return tx.experts().draft(proposal, me.id()).filter(draft -> draft.versionNo() == round)
                    .orElseGet(() -> me.scoring() == null ? ScoreSheet.blank(round) : me.scoring().sheet());
        });
    }

    @Override
    public void saveSheet(UUID proposal, ScoreSheet sheet) {
        desk.write(Permission.ASSESS, Kind.EXPERT, proposal, tx -> {
            var panels = new Panels(desk, tx, proposal);
            tx.experts().saveDraft(proposal, requireMe(panels).id(), sheet);
            tx.audit().append(AuditEntry.of("expert.draft", "proposal " + panels.proposal().reviewNo()));
            return null;
        });
    }

    @Override
    public Board sign(UUID proposal, ScoreSheet sheet) {
        return act(Permission.ASSESS, proposal, panels -> {
            Member me = requireMe(panels);
            score(panels, me, sheet, new Signature(me.expert().name(), false, null));
        });
    }

    @Override
    public Board record(UUID proposal, UUID expert, ScoreSheet sheet, Path scan) {
        String digest = scan(scan);
        return act(Permission.RECORD_PAPER_OPINION, proposal, panels -> {
            Member member = panels.panel().member(expert).orElseThrow(() -> UserProblem.of("expert.refuse.notOnPanel"));
            score(panels, member, sheet, new Signature(member.expert().name(), true, digest));
        });
    }

    private void score(Panels panels, Member member, ScoreSheet sheet, Signature signature) {
        List<Message> bound = panels.bound(member.id());
        if (!bound.isEmpty()) {
            throw UserProblem.of("expert.refuse.bound", member.expert().name(), bound);
        }
        panels.enter(new ExpertStep.Scoring(member.id(), sheet, signature), member.expert().no());
        panels.dropDraft(member.id());
    }

    @Override
    public Board discuss(UUID proposal, String words) {
        return leaderOrArrange(proposal, panels -> panels.enter(new ExpertStep.Discussion(words == null ? "" : words.strip()), ""));
    }

    @Override
    public Board conclude(UUID proposal, Overall conclusion, String summary, List<String> changes, Path scan) {
        boolean leads = desk.read(tx -> leads(new Panels(desk, tx, proposal)));
        String digest = leads ? null : scan(scan);
        return act(leads ? Permission.ASSESS : Permission.RECORD_PAPER_OPINION, proposal, panels -> {
            Panel panel = panels.panel();
            var average = panel.scores().map(PanelScores::average).orElse(null);
            String leader = panel.leader() == null ? "" : panel.member(panel.leader()).orElseThrow().expert().name();
            List<String> listed = changes.stream().map(String::strip).filter(change -> !change.isEmpty()).toList();
            panels.enter(new ExpertStep.GroupOpinion(conclusion, summary == null ? "" : summary.strip(), listed, average, new Signature(leader, !leads, digest)), leader);
            panels.conclude(new ActRegister.Signature(desk.pack().leadBody().code(), leader, !leads, digest), conclusion, average, summary.strip());
        });
    }

    @Override
    public List<Message> verify(UUID proposal) {
        return desk.read(tx -> new Panels(desk, tx, proposal).proof());
    }

    /** Keeps the paper. @return its digest, or null where there is none and the store is one person's */
    private String scan(Path scan) {
        desk.require(Permission.RECORD_PAPER_OPINION);
        if (scan == null && !desk.actor().oneself()) {
            throw UserProblem.of("expert.refuse.noScan");
        }
        return scan == null ? null : desk.store().files().keep(scan);
    }

    private Member requireMe(Panels panels) {
        desk.require(Permission.ASSESS);
        return panels.me().orElseThrow(() -> new PermissionDenied(Message.of("expert.refuse.notMe", desk.actor().display())));
    }

    private static boolean leads(Panels panels) {
        return panels.me().map(me -> me.id().equals(panels.panel().leader())).orElse(false);
    }

    private static String number(Panels panels, UUID expert) {
        return panels.panel().member(expert).map(member -> member.expert().no()).orElse("");
    }

    private static String name(Panels panels, UUID expert) {
        return panels.panel().member(expert).map(member -> member.expert().name()).orElse("");
    }

    private Board arrange(UUID proposal, Consumer<Panels> work) {
        return act(Permission.ARRANGE_EXPERTS, proposal, work);
    }

    /** What an expert says of himself or herself, or the office of anybody. */
    private Board ownOrArrange(UUID proposal, UUID expert, Consumer<Panels> work) {
        boolean own = desk.read(tx -> new Panels(desk, tx, proposal).me().map(me -> me.id().equals(expert)).orElse(false));
        return act(own && desk.actor().may(Permission.ASSESS) ? Permission.ASSESS : Permission.ARRANGE_EXPERTS, proposal, work);
    }

    private Board leaderOrArrange(UUID proposal, Consumer<Panels> work) {
        boolean leads = desk.read(tx -> leads(new Panels(desk, tx, proposal)));
        return act(leads ? Permission.ASSESS : Permission.ARRANGE_EXPERTS, proposal, work);
    }

    private Board act(Permission permission, UUID proposal, Consumer<Panels> work) {
        return desk.write(permission, Kind.REVIEW, proposal, tx -> {
            var panels = new Panels(desk, tx, proposal);
            work.accept(panels);
            return new Panels(desk, tx, proposal).board();
        });
    }
}
