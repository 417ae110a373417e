package org.lianshen.model.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/**
 * The way of a project through the review, by amount, class and batch (domain.md §3.2). A limit that the place has not set sends everybody the long way; a list of
 * classes that it has not made names none.
 *
 * @param simple       countersigning suffices, no meeting: the amount is below {@code limit.small} and the class is not in {@code route.meetingClasses}
 * @param experts      experts review: the amount reaches {@code limit.expert} or the class is in {@code route.expertClasses}; not 应急 unless the pack says so
 * @param expertsFirst the experts' opinion comes before those of the bodies
 * @param days         working days for opinions
 * @param why          what each of these follows from, in words
 */
public record Route(Batch batch, boolean simple, boolean experts, boolean expertsFirst, int days, List<Message> why) {

    public Route {
        why = List.copyOf(why);
    }

    /** @param batch null is {@link Batch#ANNUAL} */
    public static Route of(ProposalForm form, Batch batch, RulePack pack) {
        Batch came = batch == null ? Batch.ANNUAL : batch;
        Money applied = ReviewFacts.applied(form);
        String projectClass = form.text(ProposalField.PROJECT_CLASS);
        Optional<Money> small = money(pack, "limit.small");
        Optional<Money> large = money(pack, "limit.expert");
        var why = new ArrayList<Message>();
        boolean reached = large.isPresent() && !large.get().moreThan(applied);
        boolean simple = small.isPresent() && small.get().moreThan(applied) && !listed(pack, "route.meetingClasses", projectClass);
        if (simple) {
            why.add(Message.of("review.route.simple", applied, small.get()));
        }
        boolean asked = reached || listed(pack, "route.expertClasses", projectClass);
        boolean experts = asked && (came != Batch.URGENT || flag(pack, "route.urgentExperts"));
        boolean first = experts && flag(pack, "review.expertsFirst");
        if (experts) {
            why.add(reached ? Message.of("review.route.expertsByAmount", applied, large.get()) : Message.of("review.route.expertsByClass",
                    Message.of("proposal.choice.PROJECT_CLASS." + projectClass)));
        }
        int days = days(came, reached, pack);
        why.add(Message.of("review.route.days", Message.of("review.batch." + came.name()), days));
        return new Route(came, simple, experts, first, days, why);
    }

    private static int days(Batch batch, boolean large, RulePack pack) {
        String key = batch == Batch.URGENT ? "days.countersignUrgent" : large ? "days.countersignComplex" : "days.countersign";
        return pack.params().containsKey(key) ? pack.intParam(key) : pack.intParam("days.countersign");
    }

    private static Optional<Money> money(RulePack pack, String key) {
        return pack.params().containsKey(key) ? pack.moneyParam(key) : Optional.empty();
    }

    private static boolean flag(RulePack pack, String key) {
        Param param = pack.params().get(key);
        return param != null && Boolean.parseBoolean(param.value());
    }

    private static boolean listed(RulePack pack, String list, String value) {
        return pack.lists().getOrDefault(list, List.of()).contains(value);
    }
}
