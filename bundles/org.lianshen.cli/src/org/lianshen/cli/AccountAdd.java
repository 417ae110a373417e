package org.lianshen.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lianshen.model.identity.Role;
import picocli.CommandLine;

@CommandLine.Command(name = "add", description = "an account, in a store that has accounts  增加账户")
final class AccountAdd implements Callable<Integer> {

    private final Run run;

    @CommandLine.Parameters(paramLabel = "NAME")
    String name;
    @CommandLine.Option(names = "--display", paramLabel = "NAME", required = true, description = "name as printed")
    String display;
    @CommandLine.Option(names = "--body", paramLabel = "CODE", description = "reviewing body, such as FIN")
    String body;
    @CommandLine.Option(names = "--unit", paramLabel = "NAME")
    String unit;
    @CommandLine.Option(names = "--role", paramLabel = "ROLE", required = true, split = ",", description = "${COMPLETION-CANDIDATES}")
    Set<Role> roles;
    @CommandLine.Option(names = "--new-password-file", paramLabel = "FILE", required = true, description = "file whose first line is the new account's password")
    Path password;

    AccountAdd(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            session.admin().addAccount(name, display, body, unit, roles, Run.password(password));
            run.say("cli.accountAdded", name, display);
            run.result(Json.object().put("name", name).put("display", display));
            return Exit.OK;
        });
    }
}
