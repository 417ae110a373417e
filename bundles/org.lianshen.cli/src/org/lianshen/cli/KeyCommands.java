package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.service.ExchangeService.KnownKey;
import org.lianshen.service.Session;
import picocli.CommandLine;

/** Keys of packages: one's own, and who is trusted. */
final class KeyCommands {

    private KeyCommands() {
    }

    static CommandLine[] all(Run run) {
        return new CommandLine[] {new CommandLine(new Make(run)), new CommandLine(new Show(run)), new CommandLine(new Import(run)), new CommandLine(new Trust(run)),
            new CommandLine(new Withdraw(run))};
    }

    /** The password of the own key, where it has one. */
    static final class KeyPassword {

        @CommandLine.Option(names = "--key-password-file", paramLabel = "FILE", description = "file whose first line is the password of this store's key  密钥口令文件")
        Path file;

        char[] read() {
            return file == null ? null : Run.password(file);
        }
    }

    static ObjectNode json(KeyCard card) {
        return Json.object().put("code", card.code()).put("fingerprint", card.fingerprint()).put("holder", card.holder()).put("body", card.body()).put("place", card.place())
                .put("madeAt", card.madeAt().toString());
    }

    private static ObjectNode json(KnownKey key) {
        return json(key.card()).put("standing", key.word().standing().name()).put("by", key.word().by()).put("at", key.word().at().toString()).put("how", key.word().how());
    }

    private static int said(Run run, KnownKey key) {
        run.result(json(key));
        run.say("cli.keyKnown", key.card().holder(), key.card().body(), key.card().code(), run.text("exchange.standing." + key.word().standing().name()));
        return Exit.OK;
    }

    /** Known keys by their code, spaces aside. */
    private static KnownKey byCode(Session session, String code) {
        String digits = code.replace(" ", "");
        return session.exchange().keys().stream().filter(key -> key.card().code().replace(" ", "").equals(digits)).findFirst()
                .orElseThrow(() -> UserProblem.of("exchange.noSuchCode", code));
    }

    @CommandLine.Command(name = "make", description = {"the key pair of this store  生成密钥",
        "with --for a new one-person store becomes the desk of that body or expert: whoever opens it acts for that one alone"})
    private static final class Make implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--holder", paramLabel = "NAME", required = true, description = "who answers for it")
        String holder;
        @CommandLine.Option(names = "--for", paramLabel = "BODY", description = "code of the body or unit whose desk this is, or expert:NUMBER as in the pool; without it the office")
        String body = "";
        @CommandLine.Mixin
        KeyPassword password;

        Make(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                OwnKey key = session.exchange().makeKey(holder, body, password.read());
                run.result(json(key.card()).put("protection", key.protection().name()));
                run.say("cli.keyMade", key.card().code(), run.text("exchange.protection." + key.protection().name()));
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "show", description = "this store's key, and the keys that are known  密钥")
    private static final class Show implements Callable<Integer> {

        private final Run run;

        @CommandLine.Option(names = "--card", paramLabel = "FILE", description = "writes the card that the others import")
        Path card;
        @CommandLine.Mixin
        KeyPassword password;

        Show(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                if (card != null) {
                    session.exchange().writeCard(password.read(), card);
                }
                ObjectNode json = Json.object();
                session.exchange().ownKey().ifPresentOrElse(own -> {
                    json.set("own", json(own.card()).put("protection", own.protection().name()));
                    run.say("cli.keyOwn", own.card().holder(), own.card().body(), own.card().code());
                }, () -> run.say("exchange.noKey"));
                var known = json.putArray("known");
                session.exchange().keys().forEach(key -> {
                    known.add(json(key));
                    run.say("cli.keyKnown", key.card().holder(), key.card().body(), key.card().code(), run.text("exchange.standing." + key.word().standing().name()));
                });
                run.result(json);
                if (card != null) {
                    run.say("cli.written", card.toString());
                }
                return Exit.OK;
            });
        }
    }

    @CommandLine.Command(name = "import", description = "takes in a card; it counts for nothing before its code was compared  导入公钥名片")
    private static final class Import implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;

        Import(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> said(run, session.exchange().importCard(file)));
        }
    }

    @CommandLine.Command(name = "trust", description = "the code was compared with the holder, by voice or in person  核对后设为可信")
    private static final class Trust implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "CODE", arity = "1..*", description = "24 digits as the holder read them out")
        String[] code;

        Trust(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> said(run, session.exchange().trust(String.join(" ", code))));
        }
    }

    @CommandLine.Command(name = "withdraw", description = "nothing signed with the key is taken any more, nothing is sent to it  停用密钥")
    private static final class Withdraw implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "CODE", arity = "1..*", description = "the 24 digits of the key")
        String[] code;
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason;

        Withdraw(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> said(run, session.exchange().withdraw(byCode(session, String.join(" ", code)).card().fingerprint(), reason)));
        }
    }
}
