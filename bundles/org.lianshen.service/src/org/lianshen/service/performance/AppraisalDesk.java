package org.lianshen.service.performance;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.Scoring;
import org.lianshen.model.performance.UsageEvidence;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.AppraisalFiles;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** Desk 4: appraisals, their scores, and which of several is the authoritative one. */
public final class AppraisalDesk implements AppraisalService {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Desk desk;
    private final Projects projects;
    private final AppraisalFiles files;

    public AppraisalDesk(Desk desk, Projects projects, AppraisalFiles files) {
        this.desk = desk;
        this.projects = projects;
        this.files = files;
    }

    @Override
    public List<Appraisal> list() {
        return desk.read(tx -> tx.appraisals().all()).stream()
                .sorted(Comparator.comparingInt(Appraisal::year).reversed().thenComparing(Appraisal::projectName).thenComparing(Appraisal::id)).toList();
    }

    @Override
    public Appraisal get(UUID id) {
        return desk.read(tx -> find(tx, id));
    }

    private static Appraisal find(Tx tx, UUID id) {
        return tx.appraisals().find(id).orElseThrow(() -> UserProblem.of("performance.project.none"));
    }

    @Override
    public List<PerformanceTemplate> templates() {
        return desk.pack().templates();
    }

    @Override
    public Appraisal blank(String template, UUID project, int year, Appraisal.Evaluator evaluator) {
        PerformanceTemplate form = desk.pack().template(template);
        LedgerProject found = project == null ? null
                : desk.read(tx -> projects.find(tx, project, desk.today())).orElseThrow(() -> UserProblem.of("linkage.noProject"));
        UsageEvidence usage = usage(found, year, form);
        List<IndicatorValue> rows = form.rows().stream().map(row -> new IndicatorValue(row.level1(), row.level2(), row.level3(), row.formula(), row.target(),
                row.usage() != null && usage.given().containsKey(row.usage()) ? usage.given().get(row.usage()).value().toPlainString() : "", row.unit(), row.weight(), null,
                "")).toList();
        return new Appraisal(desk.ids().next(), project, found == null ? "" : found.name(), found == null ? "" : found.unit(), year, template, evaluator,
                new Execution(null, null, null), "", "", rows, "", false, null, desk.actor().name(), desk.clock().instant(), 0);
    }

    @Override
    public UsageEvidence usage(Appraisal appraisal) {
        LedgerProject project = appraisal.project() == null ? null : desk.read(tx -> projects.find(tx, appraisal.project(), desk.today())).orElse(null);
        return usage(project, appraisal.year(), desk.pack().template(appraisal.template()));
    }

    private UsageEvidence usage(LedgerProject project, int year, PerformanceTemplate form) {
        boolean rests = project != null && form.rows().stream().anyMatch(row -> row.usage() != null);
        return !rests ? new UsageEvidence(List.of(), Map.of(), null)
                : desk.read(tx -> UsageEvidence.of(project, year, tx.usage().all(), tx.catalogue().all(), form));
    }

    @Override
    public ScoreSheet score(Appraisal appraisal) {
        return Scoring.score(appraisal, desk.pack().template(appraisal.template()));
    }

    @Override
    public Appraisal save(Appraisal appraisal) {
        check(appraisal);
        return desk.write(Permission.SCORE, Changes.Kind.APPRAISAL, appraisal.id(), tx -> {
            Appraisal before = tx.appraisals().find(appraisal.id()).orElse(null);
            boolean settled = before != null && before.settled();
            Appraisal now = with(appraisal, settled, settled ? before.settledReason() : null);
            if (settled && appraisal.rowVersion() == before.rowVersion() && !now.equals(with(before, now))) {
                throw UserProblem.of("performance.save.settled", before.projectName(), String.valueOf(before.year()));
            }
            Appraisal kept = tx.appraisals().save(now);
            tx.audit().append(new AuditEntry("appraisal.save", object(kept), before == null ? null : total(before), total(kept), null));
            return kept;
        });
    }

    private static void check(Appraisal appraisal) {
        if (appraisal.projectName().isBlank()) {
            throw UserProblem.of("performance.save.noName");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < appraisal.rows().size(); i++) {
            IndicatorValue row = appraisal.rows().get(i);
            Integer first = row.level3().isEmpty() ? null : seen.putIfAbsent(row.level1() + "|" + row.level2() + "|" + row.level3(), i + 1);
            if (first != null) {
                throw UserProblem.of("performance.save.duplicateRow", first, i + 1, row.level3());
            }
        }
    }

    @Override
    public Appraisal settle(UUID id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw UserProblem.of("performance.settle.noReason");
        }
        return desk.write(Permission.SETTLE_GRADE, Changes.Kind.APPRAISAL, id, tx -> {
            Appraisal chosen = find(tx, id);
            if (chosen.project() == null) {
                throw UserProblem.of("performance.settle.noProject", chosen.projectName());
            }
            ScoreSheet sheet = score(chosen);
            if (sheet.weightTotal().compareTo(HUNDRED) != 0) {
                throw new UserProblem(List.of(Message.of("performance.settle.unsound", chosen.projectName(), sheet.weightTotal().toPlainString())));
            }
            String from = null;
            for (Appraisal other : tx.appraisals().all()) {
                boolean rival = other.settled() && !other.id().equals(id) && chosen.project().equals(other.project()) && other.year() == chosen.year();
                if (rival) {
                    from = total(tx.appraisals().save(with(other, false, null)));
                }
            }
            Appraisal kept = tx.appraisals().save(with(chosen, true, reason.strip()));
            tx.audit().append(new AuditEntry("appraisal.settle", object(kept), from, total(kept), reason.strip()));
            return kept;
        });
    }

    @Override
    public Appraisal reopen(UUID id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw UserProblem.of("performance.reopen.noReason");
        }
        return desk.write(Permission.SETTLE_GRADE, Changes.Kind.APPRAISAL, id, tx -> {
            Appraisal result = find(tx, id);
            if (!result.settled()) {
                throw UserProblem.of("performance.reopen.notSettled", result.projectName(), String.valueOf(result.year()));
            }
            Appraisal kept = tx.appraisals().save(with(result, false, null));
            tx.audit().append(new AuditEntry("appraisal.reopen", object(kept), total(result), null, reason.strip()));
            return kept;
        });
    }

    /** The first with the stamps of the second. */
    private static Appraisal with(Appraisal a, Appraisal stamped) {
        return new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), a.rows(),
                a.note(), a.settled(), a.settledReason(), stamped.editedBy(), stamped.editedAt(), stamped.rowVersion());
    }

    private Appraisal with(Appraisal a, boolean settled, String reason) {
        return new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(), a.achieved(), a.rows(),
                a.note(), settled, reason, desk.actor().name(), desk.clock().instant(), a.rowVersion());
    }

    private String total(Appraisal appraisal) {
        ScoreSheet sheet = score(appraisal);
        return sheet.total().toPlainString() + " " + sheet.grade().name();
    }

    private static String object(Appraisal appraisal) {
        return "appraisal " + appraisal.projectName() + " " + appraisal.year();
    }

    @Override
    public Appraisal read(Path file, String template, Progress progress) {
        Appraisal read = files.read(file, templates(), template, progress);
        progress.check();
        return new Appraisal(desk.ids().next(), read.project(), read.projectName(), read.unit(), read.year(), read.template(), read.evaluator(), read.execution(),
                read.goal(), read.achieved(), read.rows(), read.note(), false, null, desk.actor().name(), desk.clock().instant(), 0);
    }

    @Override
    public void write(Appraisal appraisal, Path target) {
        files.write(appraisal, score(appraisal), desk.pack().template(appraisal.template()), target);
    }
}
