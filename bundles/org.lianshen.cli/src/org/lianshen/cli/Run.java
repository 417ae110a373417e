package org.lianshen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.ToIntFunction;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** One run of the command line: its options, where it prints, and how each failure becomes an exit code. */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    final Console.Services services;
    final Options options = new Options();
    final PrintStream out;
    private final PrintStream err;

    Run(Console.Services services, PrintStream out, PrintStream err) {
        this.services = services;
        this.out = out;
        this.err = err;
    }

    int execute(String[] args) {
        CommandLine line = Commands.of(this);
        line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, command, result) -> failed(problem));
        line.setParameterExceptionHandler((problem, wrong) -> {
            err.println(problem.getMessage());
            problem.getCommandLine().usage(err);
            return Exit.REFUSED;
        });
        return line.execute(args);
    }

    Texts texts() {
        return new Texts(options.locale());
    }

    String text(String key, Object... args) {
        return texts().get(key, args);
    }

    /** A line for the person; silent where standard output belongs to the machine. */
    void say(String key, Object... args) {
        sayPlain(text(key, args));
    }

    void sayPlain(String line) {
        if (!options.jsonToOut()) {
            out.println(line);
        }
    }

    /** Writes the result for machines where it was asked for. */
    void result(JsonNode json) {
        if (options.json == null) {
            return;
        }
        String written = Json.write(json);
        if (options.jsonToOut()) {
            out.println(written);
            return;
        }
        try {
            Files.writeString(Path.of(options.json), written + System.lineSeparator());
        } catch (IOException e) {
            throw UserProblem.because(e, "cli.jsonNotWritten", options.json, String.valueOf(e.getMessage()));
        }
    }

    Progress progress() {
        return options.quiet || options.jsonToOut() ? Progress.NONE : new ProgressLine(err, texts());
    }

    /** Opens a session as the options say, works, and closes it. */
    int inSession(ToIntFunction<Session> work) {
        StoreLocation location = options.location();
        Sessions.StoreState state = services.sessions().look(location);
        if (state == Sessions.StoreState.NONE) {
            throw UserProblem.of("cli.noStore", location.toString());
        }
        Sessions.Credentials credentials = state == Sessions.StoreState.ACCOUNTS ? credentials() : null;
        try (Session session = services.sessions().open(location, credentials)) {
            return work.applyAsInt(session);
        }
    }

    /** Name and password of the options. @throws UserProblem if one is missing or the file cannot be read */
    Sessions.Credentials credentials() {
        if (options.user == null || options.passwordFile == null) {
            throw UserProblem.of("cli.credentialsMissing");
        }
        return new Sessions.Credentials(options.user, password(options.passwordFile));
    }

    /** First line of the file. */
    static char[] password(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer text = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            char[] chars = new char[text.remaining()];
            text.get(chars);
            int end = 0;
            while (end < chars.length && chars[end] != '\n' && chars[end] != '\r') {
                end++;
            }
            return Arrays.copyOf(chars, end);
        } catch (IOException e) {
            throw UserProblem.because(e, "cli.passwordFile", file.toString());
        }
    }

    private int failed(Exception problem) {
        return switch (problem) {
            case UserProblem known -> {
                known.messages().forEach(message -> err.println(shown(message)));
                result(errors(known));
                yield Exit.REFUSED;
            }
            case Progress.Cancelled stopped -> {
                err.println(text("cli.cancelled"));
                yield Exit.REFUSED;
            }
            default -> {
                LOG.error("command failed", problem);
                err.println(text("cli.fault", String.valueOf(problem)));
                yield Exit.FAULT;
            }
        };
    }

    private String shown(Message message) {
        try {
            return texts().format(message);
        } catch (MissingResourceException noText) {
            LOG.error("no text for {}", message.key(), noText);
            return message.key() + " " + message.args();
        }
    }

    private ObjectNode errors(UserProblem problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("errors");
        problem.messages().forEach(message -> list.addObject().put("code", message.key()).put("message", shown(message)));
        return json;
    }

    /** Options that every command takes. */
    static final class Options {

        @CommandLine.Option(names = "--store", paramLabel = "DIR|URL", scope = CommandLine.ScopeType.INHERIT, description = "where the data is: a folder, or jdbc:postgresql://…  数据所在")
        String store;
        @CommandLine.Option(names = "--user", paramLabel = "NAME", scope = CommandLine.ScopeType.INHERIT, description = "who acts, where the store has accounts  账户")
        String user;
        @CommandLine.Option(names = "--password-file", paramLabel = "FILE", scope = CommandLine.ScopeType.INHERIT, description = "file whose first line is the password  口令文件")
        Path passwordFile;
        @CommandLine.Option(names = "--json", paramLabel = "FILE", scope = CommandLine.ScopeType.INHERIT, description = "result for machines; - is standard output  机器可读结果")
        String json;
        @CommandLine.Option(names = "--lang", paramLabel = "zh|en", scope = CommandLine.ScopeType.INHERIT, description = "language of messages  语言")
        Language lang = Language.zh;
        @CommandLine.Option(names = "--quiet", scope = CommandLine.ScopeType.INHERIT, description = "no progress  不显示进度")
        boolean quiet;
        @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, scope = CommandLine.ScopeType.INHERIT, description = "this help  帮助")
        boolean help;

        Locale locale() {
            return lang == Language.zh ? Locale.CHINESE : Locale.ENGLISH;
        }

        boolean jsonToOut() {
            return "-".equals(json);
        }

        StoreLocation location() {
            return store == null ? StoreLocation.usual() : StoreLocation.of(store);
        }
    }

    enum Language {
        zh, en
    }
}
