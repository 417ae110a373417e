package org.lianshen.review.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.Overall;
import org.lianshen.service.ReviewService;
import org.lianshen.service.ReviewService.Person;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.task.Tasks;

/** The acts of a review that ask for a few words first. Each opens its box and hands the act to the part, which runs it. */
final class ReviewActions {

    private static final List<Overall> CONCLUSIONS = List.of(Overall.AGREE, Overall.AGREE_WITH_CHANGES, Overall.DISAGREE);
    private static final List<DecisionKind> WITHOUT_MEETING = List.of(DecisionKind.APPROVED, DecisionKind.CONDITIONAL, DecisionKind.RETURNED);

    private final Control page;
    private final Kit kit;
    private final Grids grids;
    private final DialogService dialogs;
    private final Tasks tasks;
    private final Opener opener;
    private final Session session;
    private final ReviewService reviews;
    private final ReviewMessages messages;
    private final Texts texts;
    private final UUID proposal;
    private final Review review;
    private final Runner runner;

    /** Runs an act off the window's thread and shows what came of it. */
    interface Runner {

        /** @param refused takes the failure */
        void run(String label, Supplier<Review> act, String said, Consumer<Tasks.Failure> refused);
    }

    /** @param page whose end drops what is still under way */
    ReviewActions(Control page, Kit kit, Grids grids, DialogService dialogs, Tasks tasks, Opener opener, Session session, ReviewService reviews, ReviewMessages messages, Texts texts, Review review, Runner runner) {
        this.page = page;
        this.kit = kit;
        this.grids = grids;
        this.dialogs = dialogs;
        this.tasks = tasks;
        this.opener = opener;
        this.session = session;
        this.reviews = reviews;
        this.messages = messages;
        this.texts = texts;
        this.proposal = review.proposal().id();
        this.review = review;
        this.runner = runner;
    }

    void accept() {
        accept(Batch.ANNUAL);
    }

    void accept(Batch batch) {
        runner.run(messages.accepting, () -> reviews.accept(proposal, batch), messages.accepted, dialogs::problem);
    }

    void suggestRejection() {
        var box = new ActBox(kit, messages.suggestRejection, messages.suggestRejection).note(messages.suggestRejectionNote);
        var reason = box.words(messages.reason);
        box.unless(() -> reason.blank() ? messages.missingReason : "");
        open(box, messages.suggestRejection, () -> reviews.suggestRejection(proposal, reason.text()), () -> messages.rejectionSuggested);
    }

    void ask() {
        List<Office> offices = offices();
        var box = new ActBox(kit, messages.askTitle, messages.ask).note(messages.askNote);
        var unit = box.choice(messages.unit, offices.stream().map(Office::name).toList(), -1);
        var due = box.line(messages.askDue, "");
        var reason = box.words(messages.reason);
        box.unless(() -> unit.index() < 0 ? messages.missingUnit : !due.blank() && due.day().isEmpty() ? messages.badDate : reason.blank() ? messages.missingReason : "");
        open(box, messages.ask, () -> reviews.ask(proposal, offices.get(unit.index()).code(), due.day().orElse(null), reason.text()),
                () -> messages.format(messages.asked, offices.get(unit.index()).name()));
    }

    /** Who is not asked yet: bodies that are not required, and units of the place that are no body and not the applicant. */
    private List<Office> offices() {
        var offices = new ArrayList<Office>();
        List<String> asked = review.state().bodies().stream().filter(body -> body.required(session.pack())).map(BodyStatus::body).toList();
        List<String> bodies = session.pack().bodies().stream().map(ReviewBody::unitCode).toList();
        session.pack().bodies().stream().filter(body -> !asked.contains(body.code())).forEach(body -> offices.add(new Office(body.code(), Standings.name(body, texts))));
        session.pack().units().stream().filter(unit -> !bodies.contains(unit.code()) && !asked.contains(unit.code()))
                .filter(unit -> !unit.name().equals(review.proposal().form().unit())).sorted(java.util.Comparator.comparing(UnitRecord::code))
                .forEach(unit -> offices.add(new Office(unit.code(), unit.name())));
        return offices;
    }

    private record Office(String code, String name) {
    }

    void transfer(String body) {
        tasks.run(page, messages.loading, progress -> reviews.people(), people -> transfer(body, people));
    }

    private void transfer(String body, List<Person> people) {
        List<Taker> takers = takers(body, people);
        var box = new ActBox(kit, messages.transferTitle, messages.transfer).note(messages.transferNote);
        var to = box.choice(messages.transferTo, takers.stream().map(Taker::words).toList(), -1);
        var reason = box.words(messages.reason);
        box.unless(() -> to.index() < 0 ? messages.missingTaker : reason.blank() ? messages.missingReason : "");
        open(box, messages.transfer, () -> {
            Taker taker = takers.get(to.index());
            return reviews.transfer(proposal, body, taker.body(), taker.account(), reason.text());
        }, () -> messages.format(messages.transferred, takers.get(to.index()).words()));
    }

    /** Each body as a whole and each of its people, the own body first. */
    private List<Taker> takers(String body, List<Person> people) {
        var takers = new ArrayList<Taker>();
        Function<BodyStatus, String> name = status -> Standings.shortName(status.office(session.pack()), texts);
        review.state().bodies().stream().sorted(java.util.Comparator.comparing(status -> !status.body().equals(body))).forEach(status -> {
            if (status.standing() != BodyStatus.Standing.RECUSED) {
                takers.add(new Taker(status.body(), null, name.apply(status)));
                people.stream().filter(person -> person.body().equals(status.body()))
                        .forEach(person -> takers.add(new Taker(status.body(), person.account(), String.join("　", name.apply(status), person.display()))));
            }
        });
        review.state().bodies().stream().filter(status -> status.body().equals(body) && status.seat() != null).findFirst()
                .ifPresent(status -> takers.removeIf(taker -> taker.body().equals(status.holder()) && java.util.Objects.equals(taker.account(), status.seat().person())));
        return takers;
    }

    private record Taker(String body, String account, String words) {
    }

    void remind() {
        List<BodyStatus> silent = review.state().waitedFor(session.pack());
        var box = new ActBox(kit, messages.remindTitle, messages.remind);
        var who = box.choice(messages.remindWho, silent.stream().map(status -> Standings.name(status.office(session.pack()), texts)).toList(), silent.size() == 1 ? 0 : -1);
        var words = box.words(messages.remindWords);
        box.unless(() -> who.index() < 0 ? messages.missingTaker : "");
        open(box, messages.remind, () -> reviews.remind(proposal, silent.get(who.index()).body(), words.text()),
                () -> messages.format(messages.reminded, Standings.name(silent.get(who.index()).office(session.pack()), texts)));
    }

    void experts() {
        var box = new ActBox(kit, messages.experts, messages.experts);
        var conclusion = box.choice(messages.overall, CONCLUSIONS.stream().map(each -> texts.get("review.overall." + each.name())).toList(), -1);
        var score = box.line(messages.expertScore, "");
        var summary = box.words(messages.expertSummary);
        box.unless(() -> conclusion.index() < 0 ? messages.missingOverall : points(score) == null && !score.blank() ? messages.badScore
                : summary.blank() ? messages.missingSummary : "");
        open(box, messages.experts, () -> reviews.enterExperts(proposal, CONCLUSIONS.get(conclusion.index()), points(score), summary.text()), () -> messages.expertsEntered);
    }

    private static BigDecimal points(ActBox.Field field) {
        return field.text().matches("\\d{1,3}(\\.\\d{1,2})?") ? new BigDecimal(field.text()) : null;
    }

    void summarise() {
        var box = new ActBox(kit, messages.summarise, messages.summarise).note(messages.summariseNote);
        var words = box.words(messages.summaryWords);
        open(box, messages.summarise, () -> reviews.summarise(proposal, words.text()), () -> messages.summarised);
    }

    void conclude() {
        var box = new ConcludeBox(kit, grids, messages, texts, review, WITHOUT_MEETING);
        open(box, messages.conclude, () -> reviews.conclude(proposal, box.kind(), box.approved(), box.lines(), box.conditions(), box.remark()),
                () -> messages.format(messages.concluded, texts.get("review.decision." + box.kind().name())));
    }

    /** The letter is signed where papers are: with that the unit was told. */
    void issue() {
        opener.open(Opener.PAPERS, proposal.toString(), messages.format(messages.papersOf, review.proposal().form().name()));
    }

    /** A box that comes back with what was typed where the act is refused. */
    private void open(DialogService.Box box, String label, Supplier<Review> act, Supplier<String> said) {
        dialogs.open(box, refused -> runner.run(label, act, said.get(), refused));
    }

    /** Names of the batches, in the order of {@link Batch}. */
    List<String> batches() {
        return IntStream.range(0, Batch.values().length).mapToObj(index -> texts.get("review.batch." + Batch.values()[index].name())).toList();
    }
}
