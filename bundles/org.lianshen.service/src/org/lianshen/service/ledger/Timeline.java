package org.lianshen.service.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.Scoring;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.LedgerService.Event;
import org.lianshen.service.store.Tx;

/** What happened to one project, gathered from the facts of the store. */
final class Timeline {

    private final Tx tx;
    private final RulePack pack;
    private final ZoneId zone;
    private final List<Event> events = new ArrayList<>();

    Timeline(Tx tx, RulePack pack, ZoneId zone) {
        this.tx = tx;
        this.pack = pack;
        this.zone = zone;
    }

    /** @param tied budget lines of all years that are tied to the project. @return oldest first */
    List<Event> of(LedgerProject project, List<CheckedLine> tied) {
        tx.proposals().find(project.id()).ifPresent(proposal -> {
            proposal.versions().forEach(this::submitted);
            tx.acts().of(project.id()).forEach(this::act);
        });
        if (project.imported()) {
            imported(project);
        }
        budget(tied);
        tied.stream().filter(each -> each.line().kind() == SheetKind.PAYMENT).forEach(this::payment);
        tx.links().all().stream().filter(decision -> decision.project().equals(project.id())).forEach(this::word);
        tx.appraisals().all().stream().filter(appraisal -> project.id().equals(appraisal.project()) && appraisal.settled()).forEach(this::graded);
        events.sort(Comparator.comparing(Event::at));
        return List.copyOf(events);
    }

    private void add(Instant at, String key, String detail, Object... args) {
        events.add(new Event(at, Message.of("ledger.event." + key, args), detail == null ? "" : detail));
    }

    private Instant day(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void submitted(ProposalVersion version) {
        add(version.submittedAt(), "submitted", version.submittedBy(), version.no());
    }

    private void act(ReviewAct act) {
        Message kind = Message.of("review.act." + act.detail().getClass().getSimpleName());
        switch (act.detail()) {
            case ActDetail.Opinion opinion -> add(act.at(), "opinion", signer(act), body(act.body()), Message.of("review.overall." + opinion.overall().name()));
            case ActDetail.Decision decision -> add(act.at(), "decision", signer(act), Message.of("review.decision." + decision.kind().name()), decision.approved());
            case ActDetail.Resubmission again -> add(act.at(), "resubmitted", signer(act), again.versionNo());
            default -> add(act.at(), "act", signer(act), kind);
        }
    }

    private static String signer(ReviewAct act) {
        return act.signedBy() == null ? act.recordedBy() : act.signedBy();
    }

    private String body(String code) {
        return pack.bodies().stream().filter(body -> body.code().equals(code)).map(ReviewBody::shortName).findFirst().orElse(code);
    }

    private void imported(LedgerProject project) {
        if (project.approvedOn() != null && project.approved() != null) {
            add(day(project.approvedOn()), "approved", project.decision(), project.approved());
        }
        for (LedgerColumn column : List.of(LedgerColumn.FIRST_ACCEPTANCE, LedgerColumn.FINAL_ACCEPTANCE)) {
            try {
                add(day(LocalDate.parse(project.more(column))), "milestone", "", Message.of("ledger.column." + column.name()));
            } catch (java.time.format.DateTimeParseException noDay) {
                continue; // the cell holds words instead of a day: it is in the row, but has no place in time
            }
        }
    }

    private void budget(List<CheckedLine> tied) {
        for (BudgetBatch batch : tx.budgets().batches()) {
            List<Money> amounts = tied.stream().filter(each -> each.line().batch().equals(batch.id()) && each.line().kind() != SheetKind.PAYMENT)
                    .map(each -> each.line().amount()).toList();
            if (!amounts.isEmpty()) {
                add(batch.importedAt(), batch.kind() == SheetKind.ANNUAL ? "budget" : "quota", batch.file(), batch.year(), Money.sum(amounts));
            }
        }
    }

    private void payment(CheckedLine paid) {
        LocalDate day = paid.line().date(BudgetField.PAY_DATE);
        if (day != null) {
            add(day(day), "paid", paid.line().text(BudgetField.PAYEE), paid.line().amount());
        }
    }

    private void word(LinkDecision decision) {
        UUID line = decision.line();
        String about = tx.budgets().line(line).map(found -> found.sheet() + "!" + found.row() + " " + found.project()).orElse(decision.lineKey());
        add(decision.at(), decision.answer().name().toLowerCase(java.util.Locale.ROOT), decision.by(), about);
    }

    private void graded(Appraisal appraisal) {
        pack.templates().stream().filter(template -> template.id().equals(appraisal.template())).findFirst().ifPresent(template -> {
            ScoreSheet sheet = Scoring.score(appraisal, template);
            add(appraisal.editedAt(), "graded", appraisal.settledReason(), appraisal.year(), sheet.total().toPlainString(),
                    Message.of("linkage.grade." + sheet.grade().name()));
        });
    }
}
