package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedSheet;
import org.lianshen.model.exchange.ReturnedWork;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.Changes.Kind;
import org.lianshen.service.Progress;
import org.lianshen.service.expert.CarriedPanels;
import org.lianshen.service.exchange.Gate.Passed;
import org.lianshen.service.session.Desk;
import org.lianshen.service.session.States;
import org.lianshen.service.store.Tx;

/** A review package taken into the desk of the body that it was sent to. What is here already stays as it is; what is new is added behind it. */
final class Opening {

    private final Desk desk;
    private final Gate gate;
    private final SharedRules rules;
    private final States states;

    Opening(Desk desk, Gate gate, SharedRules rules) {
        this.desk = desk;
        this.gate = gate;
        this.rules = rules;
        states = new States(desk);
    }

    PackageFact open(Path file, char[] password, Progress progress) {
        DeskOfBody mine = desk.read(DeskOfBody::of).orElseThrow(() -> UserProblem.of("exchange.notDesk"));
        desk.require(mine.permission());
        try (WorkFolder folder = WorkFolder.make()) {
            Passed passed = gate.pass(file, PackageHeader.Kind.REVIEW, password, folder, progress);
            PackageContent content = passed.opened().content();
            if (!passed.header().body().equals(mine.body())) {
                throw UserProblem.of("exchange.refuse.otherBody", DeskOfBody.named(desk.pack(), passed.header().body()), DeskOfBody.named(desk.pack(), mine.body()));
            }
            String no = KeyCard.expertNo(mine.body());
            if (content.expert() == null ? no != null : !content.expert().no().equals(no) || !content.expert().name().equals(mine.person())) {
                throw UserProblem.of("exchange.edited", String.valueOf(file.getFileName()));
            }
            if (!passed.sender().card().office()) {
                throw UserProblem.of("exchange.refuse.notFromOffice", passed.sender().card().holder());
            }
            Map<String, Path> files = passed.opened().files();
            if (!Gate.complete(content, files, desk.store().files()::has)) {
                throw UserProblem.of("exchange.edited", String.valueOf(file.getFileName()));
            }
            desk.read(tx -> plan(tx, passed));
            progress.check();
            files.values().forEach(desk.store().files()::keep);
            PackageFact fact = desk.write(mine.permission(), Kind.REVIEW, null, tx -> take(tx, passed, file));
            rules.refresh();
            return fact;
        }
    }

    /** What of a project is new here. */
    private record News(PackageContent.Project project, Proposal stored, List<ReviewAct> acts, List<ExpertAct> panel) {
        boolean nothing() {
            return stored != null && acts.isEmpty() && panel.isEmpty() && stored.versions().size() == project.proposal().versions().size();
        }

        Stream<UUID> ids() {
            return Stream.concat(acts.stream().map(ReviewAct::id), panel.stream().map(ExpertAct::id));
        }
    }

    /** @throws UserProblem if rules differ, something is not what it was, or all of it is here */
    private List<News> plan(Tx tx, Passed passed) {
        gate.check(tx, passed.header(), PackageHeader.Kind.REVIEW);
        rules.check(tx, passed.header(), passed.opened().content().rules());
        List<News> plan = passed.opened().content().projects().stream().map(project -> news(tx, project)).toList();
        if (plan.stream().allMatch(News::nothing)) {
            throw UserProblem.of("exchange.refuse.nothingNewHere");
        }
        return plan;
    }

    private News news(Tx tx, PackageContent.Project project) {
        Proposal sent = project.proposal();
        Optional<Proposal> stored = tx.proposals().find(sent.id());
        if (stored.isEmpty() && tx.proposals().byReviewNo(sent.reviewNo()).isPresent()) {
            throw UserProblem.of("exchange.refuse.otherHistory", sent.reviewNo());
        }
        if (stored.isPresent()) {
            var mine = stored.get().versions();
            if (mine.size() > sent.versions().size()) {
                throw UserProblem.of("exchange.refuse.older", sent.reviewNo(), sent.versions().size(), mine.size());
            }
            if (!mine.equals(sent.versions().subList(0, mine.size()))) {
                throw UserProblem.of("exchange.refuse.otherHistory", sent.reviewNo());
            }
        }
        Map<UUID, ReviewAct> known = new HashMap<>();
        tx.acts().of(sent.id()).forEach(act -> known.put(act.id(), act));
        var fresh = new ArrayList<ReviewAct>();
        for (ReviewAct act : project.acts()) {
            ReviewAct twin = known.get(act.id());
            if (twin != null && !ReturnedWork.numbered(act, twin.seq()).equals(twin)) {
                throw UserProblem.of("exchange.refuse.otherHistory", sent.reviewNo());
            }
            if (twin == null) {
                fresh.add(ReturnedWork.numbered(act, known.size() + fresh.size() + 1));
            }
        }
        return new News(project, stored.orElse(null), fresh, panel(tx, project));
    }

    private static List<ExpertAct> panel(Tx tx, PackageContent.Project project) {
        Map<UUID, ExpertAct> known = new HashMap<>();
        tx.experts().acts(project.proposal().id()).forEach(act -> known.put(act.id(), act));
        var fresh = new ArrayList<ExpertAct>();
        for (ExpertAct act : project.panel()) {
            ExpertAct twin = known.get(act.id());
            if (twin != null && !ReturnedSheet.numbered(act, twin.seq()).equals(twin)) {
                throw UserProblem.of("exchange.refuse.otherHistory", project.proposal().reviewNo());
            }
            if (twin == null) {
                fresh.add(ReturnedSheet.numbered(act, known.size() + fresh.size() + 1));
            }
        }
        return fresh;
    }

    private PackageFact take(Tx tx, Passed passed, Path file) {
        var parts = new ArrayList<PackageFact.Part>();
        List<News> plan = plan(tx, passed);
        if (passed.opened().content().expert() != null) {
            new CarriedPanels(desk, tx).receive(passed.opened().content().expert());
        }
        for (News news : plan) {
            Proposal sent = news.project().proposal();
            if (news.stored() == null || news.stored().versions().size() < sent.versions().size()) {
                tx.proposals().save(new Proposal(sent.id(), sent.reviewNo(), sent.draft(), sent.explanations(), sent.createdBy(), sent.editedAt(), sent.editedBy(), sent.versions(),
                        news.stored() == null ? 0 : news.stored().rowVersion()));
            }
            news.acts().forEach(tx.acts()::add);
            news.panel().forEach(tx.experts()::add);
            ReviewAct counted = ReturnedWork.counted(states.today(tx, states.proposal(tx, sent.id())), passed.header().body());
            parts.add(new PackageFact.Part(sent.id(), sent.reviewNo(), sent.latest().no(), sent.latest().digest(), counted == null ? null : counted.id(),
                    news.nothing() ? PackageFact.Outcome.NOTHING_NEW : PackageFact.Outcome.TAKEN, news.ids().toList(),
                    news.nothing() ? Message.of("exchange.refuse.nothingNew", sent.reviewNo()) : null));
        }
        rules.take(tx, passed.opened().content().rules());
        var fact = new PackageFact(passed.header(), false, String.valueOf(file.getFileName()), passed.opened().digest(), "", parts, desk.actor().name(), desk.clock().instant());
        tx.exchange().add(fact);
        plan.forEach(news -> {
            news.ids().forEach(act -> tx.exchange().addCarried(act, passed.header().id()));
            tx.audit().append(new AuditEntry("exchange.open", "proposal " + news.project().proposal().reviewNo(), null, null,
                    "package " + passed.header().id() + " of " + passed.sender().card().holder() + " " + passed.sender().card().code()));
        });
        return fact;
    }
}
