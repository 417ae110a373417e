package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStandings;
import org.lianshen.model.finding.FindingState;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.FindingService;

/** The life of the findings of a {@link CheckDouble}: steps are entered as they come. */
final class LifeDouble implements FindingService {

    final List<FindingAct> acts = new ArrayList<>();
    /** Files that were taken out of the store. */
    final List<String> fetched = new ArrayList<>();
    private final CheckDouble checks;

    LifeDouble(CheckDouble checks) {
        this.checks = checks;
    }

    /** Something that was done about a finding before the test. */
    FindingAct done(FindingId finding, String body, String person, FindingStep step) {
        var act = new FindingAct(new UUID(8, acts.size()), 2027, finding, null, body, person, "wang", body != null, null, Instant.EPOCH.plusSeconds(acts.size()), step);
        acts.add(act);
        return act;
    }

    /** 豁免 of a finding, signed by both bodies. */
    void waived(FindingId finding) {
        FindingAct request = done(finding, null, "王敏", new FindingStep.WaiverRequest("应急建设", BudgetWorld.TODAY.plusMonths(2), Severity.E, Money.ofWan(230), List.of()));
        done(finding, "FIN", "李局", new FindingStep.WaiverSignature(request.id(), true, ""));
        done(finding, "DATA", "陈局", new FindingStep.WaiverSignature(request.id(), true, ""));
    }

    @Override
    public Optional<FindingStandings> standings(int year) {
        return checks.last(year).map(run -> FindingStandings.of(run, acts, List.of(), BudgetWorld.pack(), ZoneId.of("Asia/Shanghai"), BudgetWorld.TODAY));
    }

    @Override
    public FindingState enter(int year, FindingId finding, FindingStep step, Paper paper) {
        done(finding, paper == null ? null : paper.body(), "王敏", step);
        return standings(year).orElseThrow().of(finding);
    }

    @Override
    public FindingState requestWaiver(int year, FindingId finding, String reason, LocalDate until, List<Attachment> attachments) {
        return enter(year, finding, new FindingStep.WaiverRequest(reason, until, Severity.E, Money.ofWan(230), attachments), null);
    }

    @Override
    public FindingState signWaiver(int year, FindingId finding, boolean agreed, String note, Paper paper) {
        return enter(year, finding, new FindingStep.WaiverSignature(standings(year).orElseThrow().of(finding).waiver().request(), agreed, note), paper);
    }

    @Override
    public FindingState close(int year, FindingId finding, String reason) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Attachment attach(Path file) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public void fetch(Attachment attachment, Path target) {
        fetched.add(attachment.fileName() + " → " + target.getFileName());
    }

    @Override
    public LocalDate replyDue() {
        return BudgetWorld.TODAY.plusDays(7);
    }

    @Override
    public LocalDate rectificationDue() {
        return BudgetWorld.TODAY.plusDays(21);
    }
}
