package org.lianshen.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.Session;
import org.lianshen.service.TemplateService.Template;
import picocli.CommandLine;

/** The wording of papers as the office keeps it. */
final class TemplateCommands {

    /** Far more than any wording has. */
    private static final long MOST_BYTES = 1 << 20;

    private TemplateCommands() {
    }

    private static ObjectNode json(Template template) {
        return Json.object().put("kind", PaperWriteCommands.typed(template.kind())).put("version", template.version()).put("changed", template.changed());
    }

    @CommandLine.Command(name = "list", description = "papers with words that can be changed  模板列表")
    static final class ListTemplates implements Callable<Integer> {

        private final Run run;

        ListTemplates(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                var json = Json.object();
                var list = json.putArray("templates");
                for (PaperKind kind : session.templates().kinds()) {
                    Template template = session.templates().get(kind);
                    list.add(json(template));
                    run.say(template.changed() ? "cli.templateChanged" : "cli.templateShipped", PaperWriteCommands.typed(kind), Message.of("template.kind." + kind.name()), template.version());
                }
                run.result(json);
                return Exit.OK;
            });
        }
    }

    /** Does something with the template of one kind. */
    abstract static class OnTemplate implements Callable<Integer> {

        final Run run;

        @CommandLine.Parameters(index = "0", paramLabel = "KIND", description = "see template list")
        String kind;

        OnTemplate(Run run) {
            this.run = run;
        }

        int work(Function<Session, Template> work) {
            return run.inSession(session -> {
                Template template = work.apply(session);
                ObjectNode json = json(template).put("text", template.text());
                var fields = json.putObject("fields");
                template.fields().forEach(fields::put);
                run.result(json);
                say(template);
                return Exit.OK;
            });
        }

        void say(Template template) {
            run.say("cli.templateKept", Message.of("template.kind." + template.kind().name()), template.version());
        }
    }

    @CommandLine.Command(name = "show", description = "the wording of a kind of paper  查看模板")
    static final class Show extends OnTemplate {

        @CommandLine.Option(names = "--default", description = "the wording that the program ships")
        boolean shipped;

        Show(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return work(session -> session.templates().get(PaperWriteCommands.kind(kind)));
        }

        @Override
        void say(Template template) {
            run.sayPlain(shipped ? template.shipped() : template.text());
        }
    }

    @CommandLine.Command(name = "set", description = "keeps a wording from a text file, if nothing is wrong with it  修改模板")
    static final class Change extends OnTemplate {

        @CommandLine.Parameters(index = "1", paramLabel = "FILE", description = "UTF-8 text, as template show prints it")
        Path file;

        Change(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return work(session -> {
                PaperKind chosen = PaperWriteCommands.kind(kind);
                return session.templates().save(chosen, text(), session.templates().get(chosen).version());
            });
        }

        private String text() {
            try {
                if (Files.size(file) > MOST_BYTES) {
                    throw UserProblem.of("cli.templateFile", file.toString());
                }
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
            } catch (IOException e) {
                throw UserProblem.because(e, "cli.templateFile", file.toString());
            }
        }
    }

    @CommandLine.Command(name = "reset", description = "from now on the wording that the program ships  恢复默认模板")
    static final class Reset extends OnTemplate {

        Reset(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return work(session -> {
                PaperKind chosen = PaperWriteCommands.kind(kind);
                return session.templates().reset(chosen, session.templates().get(chosen).version());
            });
        }
    }
}
