package org.lianshen.cli;

import java.util.concurrent.Callable;
import org.lianshen.model.audit.AuditVerdict;
import picocli.CommandLine;

@CommandLine.Command(name = "verify", description = "the chain of audit records  审计链核验")
final class AuditVerify implements Callable<Integer> {

    private final Run run;

    AuditVerify(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            AuditVerdict verdict = session.admin().verifyAudit();
            run.result(Json.object().put("records", verdict.records()).put("ok", verdict.ok()).put("firstBroken", verdict.firstBroken()).put("anchor", verdict.anchor()));
            if (verdict.ok()) {
                run.say("cli.auditOk", verdict.records(), verdict.anchor());
                return Exit.OK;
            }
            run.say("cli.auditBroken", verdict.records(), verdict.firstBroken());
            return Exit.SHORT;
        });
    }
}
