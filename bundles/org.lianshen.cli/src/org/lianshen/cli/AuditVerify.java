package org.lianshen.cli;

import java.util.concurrent.Callable;
import org.lianshen.model.audit.AuditVerdict;
import picocli.CommandLine;

@CommandLine.Command(name = "verify", description = "the chain of audit records  审计链核验")
final class AuditVerify implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--code", paramLabel = "CODE", description = "as printed on a paper, such as 9F3C-21D0-77AB: which record it stands for  公文上的校验码")
    String code;
    @CommandLine.Option(names = "--no", paramLabel = "NUMBER", description = "with --code: the number of the paper that carries it  文号")
    String number = "";

    AuditVerify(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            if (code != null) {
                return PaperCommands.shown(run, session.documents().verify(number, code));
            }
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
