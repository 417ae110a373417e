package org.lianshen.model.finding;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.model.finding.FindingState.Stage;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.Severity;

/**
 * Whether an act may follow upon what became of a finding, apart from who does it. When an act is entered, everything is asked, with the finding as it is then. When
 * states are computed later, only what makes a waiver or a closure valid is asked again: what the finding said at that time is not known any more.
 */
final class FindingRules {

    private static final Set<Stage> CHANGEABLE = EnumSet.of(Stage.NEW, Stage.NOTIFIED, Stage.RECTIFYING, Stage.RECTIFIED, Stage.WAIVER_REQUESTED);

    private FindingRules() {
    }

    /** Whether a stored act has an effect. */
    static boolean counts(FindingCourse course, FindingAct act) {
        return switch (act.step()) {
            case FindingStep.WaiverSignature signature -> course.waiver() != null
                    && signature(course, act, signature, course.waiver().on(course.facts().day(act.at()), null)) == null;
            case FindingStep.Closure closure -> closure.severity() != Severity.E;
            default -> true;
        };
    }

    /** Null where the act may be entered; else what stands against it. */
    static Message refusal(FindingCourse course, FindingAct act) {
        LocalDate day = course.facts().day(act.at());
        return switch (act.step()) {
            case FindingStep.Notice notice -> first(in(course, act, day, CHANGEABLE), blank(notice.letterNo()) ? Message.of("finding.refuse.letterNo") : null,
                    due(notice.due(), day));
            case FindingStep.Reply reply -> first(in(course, act, day, CHANGEABLE),
                    blank(reply.text()) && reply.attachments().isEmpty() ? Message.of("finding.refuse.replyEmpty") : null);
            case FindingStep.Rectification rectification -> first(in(course, act, day, CHANGEABLE), said(rectification.measure()), due(rectification.due(), day));
            case FindingStep.Verification verification -> first(in(course, act, day, CHANGEABLE),
                    EnumSet.of(Stage.NOTIFIED, Stage.RECTIFYING).contains(course.base(day)) ? null : wrongStage(course, act, day), said(verification.note()));
            case FindingStep.WaiverRequest request -> first(
                    in(course, act, day, EnumSet.of(Stage.NEW, Stage.NOTIFIED, Stage.RECTIFYING, Stage.RECTIFIED)), said(request.reason()), until(course, request, day));
            case FindingStep.WaiverSignature signature -> first(in(course, act, day, EnumSet.of(Stage.WAIVER_REQUESTED)),
                    course.waiver() == null ? null : signature(course, act, signature, course.waiver(day)));
            case FindingStep.Closure closure -> first(in(course, act, day, CHANGEABLE),
                    course.severity() == Severity.E ? Message.of("finding.refuse.closeForbidden") : null, said(closure.reason()));
            case FindingStep.Reopening reopening -> first(
                    course.present() && EnumSet.of(Stage.CLOSED, Stage.RECTIFIED).contains(course.stage(day)) ? null : wrongStage(course, act, day), said(reopening.reason()));
            case FindingStep.Assignment assignment -> first(in(course, act, day, EnumSet.complementOf(EnumSet.of(Stage.CLOSED))),
                    blank(assignment.owner()) ? Message.of("finding.refuse.owner") : null, assignment.due() == null ? null : due(assignment.due(), day));
            case FindingStep.Remark remark -> said(remark.text());
            case FindingStep.Retraction retraction -> retraction(course, act, retraction);
        };
    }

    private static Message first(Message... refusals) {
        for (Message refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static Message in(FindingCourse course, FindingAct act, LocalDate day, Set<Stage> stages) {
        return stages.contains(course.stage(day)) ? null : wrongStage(course, act, day);
    }

    private static Message wrongStage(FindingCourse course, FindingAct act, LocalDate day) {
        return Message.of("finding.refuse.stage", Message.of("finding.stage." + course.stage(day).name()),
                Message.of("finding.act." + act.step().getClass().getSimpleName()));
    }

    private static Message said(String text) {
        return blank(text) ? Message.of("finding.refuse.reason") : null;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Message due(LocalDate due, LocalDate day) {
        return due == null || due.isBefore(day) ? Message.of("finding.refuse.due", day) : null;
    }

    private static Message until(FindingCourse course, FindingStep.WaiverRequest request, LocalDate day) {
        int months = course.facts().pack().intParam("waiver.maxMonths");
        LocalDate latest = day.plusMonths(months);
        if (request.until() == null || request.until().isBefore(day) || request.until().isAfter(latest)) {
            return Message.of("finding.refuse.until", day, latest, months);
        }
        boolean asItIs = course.facts().current() == null || !Waiver.outgrown(course.facts().current(), request.severity(), request.covered());
        return asItIs ? null : Message.of("finding.refuse.outgrown");
    }

    private static Message signature(FindingCourse course, FindingAct act, FindingStep.WaiverSignature step, Waiver waiver) {
        if (waiver.standing() != Waiver.Standing.REQUESTED || !waiver.request().equals(step.request())) {
            return Message.of("finding.refuse.otherRequest");
        }
        ReviewBody body = Waiver.bodies(course.facts().pack()).stream().filter(each -> each.code().equals(act.body())).findFirst().orElse(null);
        if (body == null) {
            return Message.of("finding.refuse.body", Waiver.bodies(course.facts().pack()).stream().map(ReviewBody::name).toList());
        }
        if (!waiver.missing().contains(act.body())) {
            return Message.of("finding.refuse.signed", body.name());
        }
        if (blank(act.signedBy())) {
            return Message.of("finding.refuse.signer");
        }
        Waiver.Signature signature = course.signature(act, step);
        Waiver.Signature same = waiver.signatures().stream().filter(signature::samePerson).findFirst().orElse(null);
        if (same != null) {
            return Message.of("finding.refuse.samePerson", same.person());
        }
        return step.agreed() ? null : said(step.note());
    }

    private static Message retraction(FindingCourse course, FindingAct act, FindingStep.Retraction step) {
        FindingAct target = course.facts().acts().stream().filter(each -> each.id().equals(step.act())).findFirst().orElse(null);
        boolean again = course.facts().acts().stream().anyMatch(
                each -> each.step() instanceof FindingStep.Retraction other && !each.id().equals(act.id()) && other.act().equals(step.act()) && !each.at().isAfter(act.at()));
        if (target == null || again || target.step() instanceof FindingStep.Retraction) {
            return Message.of("finding.refuse.retraction");
        }
        if (target.step() instanceof FindingStep.WaiverSignature && !Objects.equals(target.body(), act.body())) {
            return Message.of("finding.refuse.retractSignature");
        }
        return said(step.reason());
    }
}
