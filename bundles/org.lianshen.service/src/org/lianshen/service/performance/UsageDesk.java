package org.lianshen.service.performance;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.Changes;
import org.lianshen.service.Progress;
import org.lianshen.service.UsageService;
import org.lianshen.service.intake.FileDigest;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.intake.UsageIntake;
import org.lianshen.service.session.Desk;

/** Usage figures: imported, kept, shown. */
public final class UsageDesk implements UsageService {

    private final Desk desk;
    private final SourceFiles files;

    public UsageDesk(Desk desk, SourceFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @Override
    public List<UsageMonth> all() {
        return desk.read(tx -> tx.usage().all());
    }

    @Override
    public List<UsageBatch> batches() {
        return desk.read(tx -> tx.usage().batches());
    }

    @Override
    public Outcome take(Path file, boolean dryRun, boolean partial, Progress progress) {
        desk.require(Permission.SCORE);
        String sha256 = FileDigest.of(file);
        String name = file.getFileName().toString();
        UsageIntake.Reading reading;
        try (SourceFile source = files.open(file, progress)) {
            reading = new UsageIntake(YearMonth.from(desk.today()), desk.ids()::next, progress).read(source, name);
        }
        progress.check();
        boolean clean = reading.sheets().stream().allMatch(sheet -> sheet.errors().isEmpty());
        boolean store = !dryRun && !reading.months().isEmpty() && (clean || partial);
        var batch = new UsageBatch(store ? desk.ids().next() : null, name, sha256, reading.sheets(), desk.clock().instant(), desk.actor().name());
        if (!store) {
            return new Outcome(batch, false, 0);
        }
        if (!desk.store().files().keep(file).equals(sha256)) {
            throw UserProblem.of("budget.changedMeanwhile", name);
        }
        return desk.write(Permission.SCORE, Changes.Kind.APPRAISAL, batch.id(), tx -> {
            int added = tx.usage().put(batch, reading.months());
            tx.audit().append(new AuditEntry("usage.import", "usage " + batch.id(), null, null,
                    name + " sha256=" + sha256 + " months=" + reading.months().size() + " new=" + added));
            return new Outcome(batch, true, added);
        });
    }
}
