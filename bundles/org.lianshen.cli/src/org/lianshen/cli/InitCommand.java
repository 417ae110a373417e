package org.lianshen.cli;

import java.util.concurrent.Callable;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import picocli.CommandLine;

@CommandLine.Command(name = "init", description = "a new store, one person's unless --accounts  建立数据库")
final class InitCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--pack", paramLabel = "PLACE", required = true, description = "huzhou, keqiao, shaoxing, xiangtan, zhejiang or common")
    String pack;
    @CommandLine.Option(names = "--demo-data", description = "with the sample data")
    boolean demoData;
    @CommandLine.Option(names = "--accounts", description = "with accounts; the first administrator is --user with --password-file")
    boolean accounts;

    InitCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        Sessions.Credentials administrator = accounts ? run.credentials() : null;
        var location = run.options.location();
        run.services.sessions().create(location, new Sessions.NewStore(pack, administrator, demoData));
        try (Session session = run.services.sessions().open(location, administrator == null ? null : run.credentials())) {
            run.say("cli.initialised", location.toString(), session.pack().name(), session.pack().id());
            run.result(Json.object().put("store", location.toString()).put("pack", session.pack().id()).put("accounts", accounts));
        }
        return Exit.OK;
    }
}
