package org.lianshen.service.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingFacts;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStates;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.Waiver;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.Changes;
import org.lianshen.service.FindingService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.session.Desk;

/** Desk 3: the life of findings. */
public final class FindingDesk implements FindingService {

    /** Who may do what; what is not named needs {@link Permission#HANDLE_FINDING}. */
    private static final Map<Class<? extends FindingStep>, Permission> PERMISSIONS = Map.of(FindingStep.Reply.class, Permission.REPLY_FINDING, FindingStep.Remark.class,
            Permission.REPLY_FINDING, FindingStep.Verification.class, Permission.VERIFY_FINDING, FindingStep.WaiverSignature.class, Permission.SIGN_WAIVER);

    private final Desk desk;
    private final LinkageService linkage;

    public FindingDesk(Desk desk, LinkageService linkage) {
        this.desk = desk;
        this.linkage = linkage;
    }

    @Override
    public Optional<FindingStandings> standings(int year) {
        return linkage.last(year).map(run -> desk.read(tx -> Standings.of(tx, run, desk)));
    }

    @Override
    public FindingState enter(int year, FindingId finding, FindingStep step, Paper paper) {
        return enter(year, finding, paper, (facts, state) -> step, PERMISSIONS.getOrDefault(step.getClass(), Permission.HANDLE_FINDING));
    }

    @Override
    public FindingState requestWaiver(int year, FindingId id, String reason, LocalDate until, List<Attachment> attachments) {
        return enter(year, id, null, (facts, state) -> {
            Finding now = requirePresent(facts);
            return new FindingStep.WaiverRequest(plain(reason), until, now.severity(), Waiver.size(now), attachments);
        }, Permission.HANDLE_FINDING);
    }

    @Override
    public FindingState signWaiver(int year, FindingId id, boolean agreed, String note, Paper paper) {
        return enter(year, id, paper, (facts, state) -> {
            UUID request = state.waiver() == null ? new UUID(0, 0) : state.waiver().request();
            return new FindingStep.WaiverSignature(request, agreed, plain(note));
        }, Permission.SIGN_WAIVER);
    }

    @Override
    public FindingState close(int year, FindingId id, String reason) {
        return enter(year, id, null, (facts, state) -> {
            Finding now = requirePresent(facts);
            return new FindingStep.Closure(plain(reason), now.severity(), Waiver.size(now));
        }, Permission.HANDLE_FINDING);
    }

    private static Finding requirePresent(FindingFacts facts) {
        if (facts.current() == null) {
            throw UserProblem.of("finding.gone");
        }
        return facts.current();
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }

    private interface Making {
        FindingStep step(FindingFacts facts, FindingState state);
    }

    private record Signature(String body, String signedBy, boolean onBehalf, String scan) {
    }

    private FindingState enter(int year, FindingId id, Paper paper, Making making, Permission permission) {
        Permission needed = paper == null ? permission : paperPermission(permission);
        desk.require(needed);
        Signature signature = signature(paper, permission);
        CheckRun run = linkage.last(year).orElseThrow(() -> UserProblem.of("linkage.neverChecked", year));
        Finding current = run.findings().stream().filter(finding -> FindingId.of(finding).equals(id)).findFirst().orElse(null);
        requireOwnUnit(permission, current);
        return desk.write(needed, Changes.Kind.LINKAGE, run.id(), tx -> {
            if (!tx.checks().lastHead(year).map(head -> head.id().equals(run.id())).orElse(false)) {
                throw UserProblem.of("finding.newerRun");
            }
            List<FindingAct> acts = tx.findings().acts(year).stream().filter(act -> act.finding().equals(id)).toList();
            List<FindingTurn> turns = tx.findings().turns(year).stream().filter(turn -> turn.finding().equals(id)).toList();
            if (current == null && acts.isEmpty() && turns.isEmpty()) {
                throw UserProblem.of("finding.unknown", id.rule(), id.key());
            }
            FindingFacts facts = facts(id, current, run, acts, turns);
            FindingState before = FindingStates.on(facts, desk.today());
            FindingStep step = making.step(facts, before);
            var act = new FindingAct(desk.ids().next(), year, id, run.id(), signature.body(), signature.signedBy(), desk.actor().name(), signature.onBehalf(),
                    signature.scan(), after(acts, turns), step);
            FindingStates.refusal(facts, act).ifPresent(message -> {
                throw new UserProblem(List.of(message));
            });
            tx.findings().add(act);
            var all = new ArrayList<>(acts);
            all.add(act);
            FindingState after = FindingStates.on(facts(id, current, run, all, turns), desk.today());
            tx.audit().append(new AuditEntry("finding." + step.getClass().getSimpleName(), "finding " + year + " " + id.rule() + " " + id.key(), before.stage().name(),
                    after.stage().name(), note(act)));
            return after;
        });
    }

    /** Now, and after all that was done before: clocks of several desktops differ, the order of facts must not. */
    private Instant after(List<FindingAct> acts, List<FindingTurn> turns) {
        Instant last = Stream.concat(acts.stream().map(FindingAct::at), turns.stream().map(FindingTurn::at)).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        Instant now = desk.clock().instant();
        return now.isAfter(last) ? now : last.plusNanos(1);
    }

    private FindingFacts facts(FindingId id, Finding current, CheckRun run, List<FindingAct> acts, List<FindingTurn> turns) {
        return new FindingFacts(id, current, LocalDate.ofInstant(run.at(), desk.clock().getZone()), acts, turns, desk.pack(), desk.clock().getZone());
    }

    private static String note(FindingAct act) {
        return (act.body() == null ? "" : act.body() + " ") + act.signedBy() + (act.onBehalf() ? " (on behalf)" : "");
    }

    /** Of a paper only its signature is somebody else's; all else is done by who enters it. */
    private Permission paperPermission(Permission permission) {
        return permission == Permission.SIGN_WAIVER ? Permission.RECORD_PAPER_OPINION : permission;
    }

    private Signature signature(Paper paper, Permission permission) {
        if (paper == null) {
            boolean signs = permission == Permission.SIGN_WAIVER;
            if (signs && desk.actor().oneself()) {
                throw UserProblem.of("finding.onePersonSigns");
            }
            List<String> bodies = Waiver.bodies(desk.pack()).stream().map(ReviewBody::code).toList();
            if (signs && !bodies.contains(desk.actor().body())) {
                throw new PermissionDenied(Message.of("finding.notWaiverBody", desk.actor().display(), Waiver.bodies(desk.pack()).stream().map(ReviewBody::name).toList()));
            }
            return new Signature(desk.actor().body(), desk.actor().display(), false, null);
        }
        if (paper.signedBy() == null || paper.signedBy().isBlank()) {
            throw UserProblem.of("finding.refuse.signer");
        }
        if (paper.scan() == null && !desk.actor().oneself()) {
            throw UserProblem.of("finding.noScan", paper.signedBy());
        }
        String digest = paper.scan() == null ? null : desk.store().files().keep(paper.scan());
        return new Signature(paper.body(), paper.signedBy().strip(), true, digest);
    }

    /** A unit answers for itself alone. */
    private void requireOwnUnit(Permission permission, Finding finding) {
        boolean officer = desk.actor().oneself() || desk.actor().may(Permission.HANDLE_FINDING);
        if (permission == Permission.REPLY_FINDING && !officer && (finding == null || !finding.unit().equals(desk.actor().unit()))) {
            throw new PermissionDenied(Message.of("finding.otherUnit", desk.actor().display(), String.valueOf(desk.actor().unit())));
        }
    }

    @Override
    public Attachment attach(Path file) {
        try {
            return new Attachment("", file.getFileName().toString(), desk.store().files().keep(file), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fetch(Attachment attachment, Path target) {
        desk.store().files().fetch(attachment.sha256(), target);
    }

    @Override
    public LocalDate replyDue() {
        return due("days.findingReply");
    }

    @Override
    public LocalDate rectificationDue() {
        return due("days.findingRectify");
    }

    private LocalDate due(String param) {
        RulePack pack = desk.pack();
        return pack.calendar().plusWorkdays(desk.today(), pack.intParam(param));
    }
}
