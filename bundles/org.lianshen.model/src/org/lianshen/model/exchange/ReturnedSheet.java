package org.lianshen.model.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.exchange.OpinionComparison.Field;
import org.lianshen.model.exchange.ReturnedWork.Kind;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.ExpertStep.Scoring;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.expert.PanelActs;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.proposal.Proposal;

/**
 * What becomes of the acts of an expert that came back on one project, as {@link ReturnedWork} says it of a body's: by id, under the panel of now, and where both sides
 * have a sheet that the other has not seen a person chooses. It holds sheets that may be hidden: what of it leaves the services are kind, reason and {@link #fields()}.
 *
 * @param fresh acts that are not here yet, numbered behind those that are
 * @param base  sheet that both sides knew, or null
 * @param mine  the sheet here that the other side has not seen; null where there is none
 */
public record ReturnedSheet(UUID proposal, String reviewNo, Kind kind, List<ExpertAct> fresh, Message reason, Scoring base, ExpertAct mine, ExpertAct theirs, ExpertRules rules, boolean hidden) {

    public ReturnedSheet {
        fresh = List.copyOf(fresh);
    }

    /**
     * What is known here.
     *
     * @param proposal null where there is none of this id
     * @param acts     of the proposal's experts, in order
     * @param expert   whose key it is, of the pool
     * @param left     when a package with this version went to the expert first
     * @param now      moment of the merge
     * @param closed   why nothing about experts is entered any more, or null
     * @param bound    what binds the expert to the project
     */
    public record Here(Proposal proposal, List<ExpertAct> acts, PackageFact.Part part, KeyCard sender, Expert expert, Instant left, Instant now, ZoneId zone, Message closed,
            List<Message> bound) {
    }

    public static ReturnedSheet judge(Here here, PackageContent.Returned returned) {
        if (here.proposal() == null || here.part() == null) {
            return without(Kind.REFUSED, returned, Message.of("exchange.refuse.unknownProject", String.valueOf(returned.reviewNo())));
        }
        Map<UUID, ExpertAct> known = new HashMap<>();
        here.acts().forEach(act -> known.put(act.id(), act));
        var fresh = new ArrayList<ExpertAct>();
        UUID expected = here.part().opinion();
        for (ExpertAct act : returned.panel()) {
            ExpertAct twin = known.get(act.id());
            if (twin != null && !numbered(act, twin.seq()).equals(twin)) {
                return without(Kind.REFUSED, returned, Message.of("exchange.refuse.actChanged", here.proposal().reviewNo()));
            }
            if (twin == null) {
                fresh.add(act);
            } else {
                // What was done over there before an act that is here was passed over when that one was taken.
                fresh.clear();
                expected = act.step() instanceof Scoring ? act.id() : expected;
            }
        }
        return fresh.isEmpty() ? without(Kind.NOTHING_NEW, returned, Message.of("exchange.refuse.nothingNew", here.proposal().reviewNo())) : new Course(here, returned, expected).judge(fresh);
    }

    private static ReturnedSheet without(Kind kind, PackageContent.Returned returned, Message reason) {
        return new ReturnedSheet(returned.proposal(), returned.reviewNo(), kind, List.of(), reason, null, null, null, null, true);
    }

    /** The same act at another place of the order: each store counts for itself. */
    public static ExpertAct numbered(ExpertAct act, int seq) {
        return new ExpertAct(act.id(), act.proposal(), seq, act.round(), act.by(), act.at(), act.step());
    }

    /** The sheet of an expert that counts, or null. */
    public static ExpertAct counted(List<ExpertAct> acts, int round, UUID expert) {
        Scoring counts = Panel.of(acts, round).member(expert).map(Member::scoring).orElse(null);
        return counts == null ? null : acts.stream().filter(act -> act.round() == round && act.step() == counts).reduce((first, second) -> second).orElse(null);
    }

    /** Field by field, where the sheets differ; what is hidden until all sheets are in says that it differs and no more. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        if (kind != Kind.CONFLICT) {
            return fields;
        }
        rules.items().forEach(item -> add(fields, "item:" + item.code(), ScoreSheet.title(item), sheet -> number(sheet.points().get(item.code()))));
        add(fields, "conclusion", Message.of("exchange.field.conclusion"), sheet -> Message.of("review.overall." + sheet.conclusion().name()));
        add(fields, "plan", Message.of("exchange.field.plan"), sheet -> words(sheet.plan()));
        add(fields, "budget", Message.of("exchange.field.budget"), sheet -> words(sheet.budget()));
        add(fields, "risk", Message.of("exchange.field.risk"), sheet -> words(sheet.risk()));
        add(fields, "reasonsNot", Message.of("exchange.field.reasonsNot"), sheet -> words(sheet.reasonsNot()));
        return List.copyOf(fields);
    }

    private void add(List<Field> fields, String key, Message label, Function<ScoreSheet, Message> value) {
        Message was = base == null ? null : value.apply(base.sheet());
        Message here = value.apply(((Scoring) mine.step()).sheet());
        Message there = value.apply(((Scoring) theirs.step()).sheet());
        if (!Objects.equals(here, there)) {
            Message hiding = Message.of("exchange.hidden");
            fields.add(hidden ? new Field(key, label, null, hiding, hiding) : new Field(key, label, was, here, there));
        }
    }

    private static Message number(BigDecimal points) {
        return points == null ? null : Message.of("exchange.words", points.stripTrailingZeros().toPlainString());
    }

    private static Message words(String words) {
        return words.isEmpty() ? null : Message.of("exchange.words", words);
    }

    /** @param expected id of the sheet that counted when the expert went on from there, or null */
    private record Course(Here here, PackageContent.Returned returned, UUID expected) {

        ReturnedSheet judge(List<ExpertAct> came) {
            Message strange = came.stream().map(this::strange).filter(Objects::nonNull).findFirst().orElse(null);
            if (strange != null) {
                return without(Kind.REFUSED, returned, strange);
            }
            Proposal proposal = here.proposal();
            PackageFact.Part part = here.part();
            int now = proposal.versions().size();
            if (part.versionNo() != now || !part.digest().equals(proposal.latest().digest()) || !part.digest().equals(returned.digest())) {
                return without(Kind.REFUSED, returned, Message.of("exchange.refuse.superseded", proposal.reviewNo(), part.versionNo(), now));
            }
            if (here.closed() != null) {
                return without(Kind.REFUSED, returned, here.closed());
            }
            return entered(came);
        }

        /** Of the expert's own, done after the package left, and nothing else. */
        private Message strange(ExpertAct act) {
            UUID of = switch (act.step()) {
                case ExpertStep.Acceptance step -> step.expert();
                case ExpertStep.Refusal step -> step.expert();
                case ExpertStep.Avoidance step -> step.expert();
                case Scoring step when step.sheet() != null && step.signature() != null && !step.signature().onBehalf() && step.signature().scan() == null
                        && here.expert().name().equals(step.signature().by()) -> step.expert();
                default -> null;
            };
            if (!here.expert().id().equals(of) || !here.proposal().id().equals(act.proposal()) || act.round() != here.part().versionNo() || !here.sender().owns(act.by())) {
                return Message.of("exchange.refuse.notTheirs", here.proposal().reviewNo());
            }
            return act.at() == null || act.at().isBefore(here.left()) || act.at().isAfter(here.now())
                    ? Message.of("exchange.refuse.clock", here.proposal().reviewNo(), ReturnedWork.moment(act.at(), here.zone())) : null;
        }

        private ReturnedSheet entered(List<ExpertAct> came) {
            int round = here.part().versionNo();
            var all = new ArrayList<>(here.acts());
            var fresh = new ArrayList<ExpertAct>();
            for (ExpertAct act : came) {
                Panel panel = Panel.of(all, round);
                if (answeredAlready(panel, act)) {
                    continue;
                }
                Message against = PanelActs.refusal(panel, act.step());
                if (against == null && !here.bound().isEmpty() && (act.step() instanceof Scoring || act.step() instanceof ExpertStep.Acceptance)) {
                    against = Message.of("expert.refuse.bound", here.expert().name(), here.bound());
                }
                if (against != null) {
                    return without(Kind.REFUSED, returned, against);
                }
                ExpertAct here = numbered(act, all.size() + 1);
                fresh.add(here);
                all.add(here);
            }
            ExpertAct mine = counted(here.acts(), round, here.expert().id());
            ExpertAct theirs = fresh.stream().filter(act -> act.step() instanceof Scoring).reduce((first, second) -> second).orElse(null);
            boolean both = mine != null && theirs != null && !mine.id().equals(expected);
            if (fresh.isEmpty() || both && ((Scoring) mine.step()).sheet().equals(((Scoring) theirs.step()).sheet())) {
                return without(Kind.NOTHING_NEW, returned, Message.of(fresh.isEmpty() ? "exchange.refuse.nothingNew" : "exchange.refuse.sameSheet", here.proposal().reviewNo()));
            }
            Panel now = Panel.of(here.acts(), round);
            Scoring base = here.acts().stream().filter(act -> act.id().equals(expected)).map(act -> (Scoring) act.step()).findFirst().orElse(null);
            return new ReturnedSheet(returned.proposal(), here.proposal().reviewNo(), both ? Kind.CONFLICT : Kind.FITS, fresh, null, base, mine, theirs, now.rules(), now.second());
        }

        /** The office heard it by telephone meanwhile. */
        private boolean answeredAlready(Panel panel, ExpertAct act) {
            Standing standing = panel.member(here.expert().id()).map(Member::standing).orElse(null);
            return act.step() instanceof ExpertStep.Acceptance && (standing == Standing.ACCEPTED || standing == Standing.SCORED);
        }
    }
}
