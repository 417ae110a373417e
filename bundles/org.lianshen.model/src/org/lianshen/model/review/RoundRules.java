package org.lianshen.model.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.review.Course.Phase;

/** What may be done in an open round: opinions given, taken back, asked for besides, passed on and reminded of; experts; closing. */
final class RoundRules {

    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

    private RoundRules() {
    }

    static Message opinion(Course course, ReviewAct act, ActDetail.Opinion opinion) {
        Optional<Seat> seat = course.seat(String.valueOf(act.body()));
        if (seat.isEmpty()) {
            return Message.of("review.refuse.body", String.valueOf(act.body()));
        }
        if (course.expertsFirstMissing()) {
            return Message.of("review.refuse.expertsFirst");
        }
        if (opinion.versionNo() != course.round()) {
            return Message.of("review.refuse.opinionVersion", opinion.versionNo(), course.round());
        }
        ReviewBody body = seat.get().body();
        if (course.recused(body) && opinion.overall() != Overall.RECUSED) {
            return Message.of("review.refuse.recused", ActRules.name(body));
        }
        ReviewAct counted = course.opinions().get(act.body());
        if (counted != null && !samePerson(counted, act)) {
            return Message.of("review.refuse.signedAlready", ActRules.name(body), String.valueOf(counted.signedBy()), course.facts().day(counted.at()));
        }
        return OpinionRules.refusal(opinion, course.pack().checkItems(act.body()), course.form());
    }

    /** A person may replace the own word; two people do not sign for one body. */
    private static boolean samePerson(ReviewAct counted, ReviewAct act) {
        return Objects.equals(counted.recordedBy(), act.recordedBy()) && Objects.equals(counted.signedBy(), act.signedBy());
    }

    static Message withdrawal(Course course, ReviewAct act, ActDetail.OpinionWithdrawal withdrawal) {
        return course.opinions().containsKey(act.body()) ? ActRules.reason(withdrawal.reason()) : Message.of("review.refuse.nothingToWithdraw", bodyName(course, act.body()));
    }

    static Message addition(Course course, ActDetail.Addition addition, LocalDate day) {
        Optional<ReviewBody> body = course.pack().bodies().stream().filter(each -> each.code().equals(addition.code())).findFirst();
        Optional<UnitRecord> unit = course.pack().units().stream().filter(each -> each.code().equals(addition.code())).findFirst();
        if (body.isEmpty() && unit.isEmpty()) {
            return Message.of("review.refuse.unknownUnit", String.valueOf(addition.code()));
        }
        String name = body.map(ReviewBody::name).orElseGet(() -> unit.orElseThrow().name());
        if (!name.equals(addition.name())) {
            return Message.of("review.refuse.unitName", addition.code(), name, String.valueOf(addition.name()));
        }
        boolean asked = course.seats().stream().anyMatch(seat -> seat.required() && (seat.body().code().equals(addition.code()) || seat.body().unitCode().equals(addition.code())));
        if (asked) {
            return Message.of("review.refuse.askedAlready", name);
        }
        var asBody = body.orElseGet(() -> new ReviewBody(addition.code(), name, name, "", addition.code(), ReviewBody.Kind.OFFICE, false, false, false, java.util.Set.of(), ""));
        if (Recusal.concerns(asBody, course.form(), course.pack())) {
            return Message.of("review.refuse.applicantAsked", name);
        }
        if (addition.due() == null || addition.due().isBefore(day)) {
            return Message.of("review.refuse.dueBeforeAct");
        }
        return ActRules.reason(addition.reason());
    }

    static Message transfer(Course course, ReviewAct act, ActDetail.Transfer transfer) {
        Optional<Seat> from = course.seat(String.valueOf(act.body()));
        if (from.isEmpty()) {
            return Message.of("review.refuse.body", String.valueOf(act.body()));
        }
        Optional<Seat> to = course.seat(String.valueOf(transfer.toBody()));
        if (to.isEmpty()) {
            return Message.of("review.refuse.body", String.valueOf(transfer.toBody()));
        }
        if (course.recused(from.get().body())) {
            return Message.of("review.refuse.recused", ActRules.name(from.get().body()));
        }
        if (course.recused(to.get().body())) {
            return Message.of("review.refuse.applicantAsked", ActRules.name(to.get().body()));
        }
        if (course.opinions().containsKey(act.body())) {
            return Message.of("review.refuse.transferSigned", ActRules.name(from.get().body()));
        }
        if (from.get().holder().equals(transfer.toBody()) && Objects.equals(from.get().person(), transfer.toPerson())) {
            return Message.of("review.refuse.holdsAlready", ActRules.name(to.get().body()));
        }
        return ActRules.reason(transfer.reason());
    }

    static Message reminder(Course course, ActDetail.Reminder reminder) {
        if (course.phase() == Phase.RETURNED) {
            return "unit".equals(reminder.to()) ? null : Message.of("review.refuse.notWaitedFor", bodyName(course, reminder.to()));
        }
        boolean waited = !course.closed() && !course.expertsFirstMissing() && course.missing().stream().anyMatch(seat -> seat.body().code().equals(reminder.to()));
        return waited ? null : Message.of("review.refuse.notWaitedFor", bodyName(course, reminder.to()));
    }

    static Message experts(Course course, ActDetail.ExpertReview review, LocalDate day) {
        if (review.versionNo() != course.round()) {
            return Message.of("review.refuse.opinionVersion", review.versionNo(), course.round());
        }
        if (course.expertsAct() != null) {
            return Message.of("review.refuse.expertsAlready", course.facts().day(course.expertsAct().at()));
        }
        boolean concluded = review.conclusion() == Overall.AGREE || review.conclusion() == Overall.AGREE_WITH_CHANGES || review.conclusion() == Overall.DISAGREE;
        if (!concluded || ActRules.blank(review.summary())) {
            return Message.of("review.refuse.expertsIncomplete");
        }
        if (review.score() != null && (review.score().signum() < 0 || review.score().compareTo(MOST_POINTS) > 0)) {
            return Message.of("review.refuse.expertsScore", review.score().toPlainString());
        }
        boolean first = course.expertsFirstMissing();
        boolean due = review.opinionsDue() != null && !review.opinionsDue().isBefore(day);
        return first && !due || !first && review.opinionsDue() != null ? Message.of("review.refuse.dueBeforeAct") : null;
    }

    static Message summary(Course course, LocalDate day) {
        if (course.expertsMissing()) {
            return Message.of("review.refuse.expertsMissing");
        }
        return course.collected(day) ? null : Message.of("review.refuse.opinionsMissing", course.missing().stream().map(seat -> ActRules.name(seat.body())).toList(),
                course.missing().stream().map(Seat::due).max(LocalDate::compareTo).orElse(day));
    }

    private static Message bodyName(Course course, String code) {
        return course.seat(String.valueOf(code)).map(seat -> ActRules.name(seat.body())).orElseGet(() -> Message.of("review.bodyName", String.valueOf(code), String.valueOf(code)));
    }
}
