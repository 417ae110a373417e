package org.lianshen.cli;

import org.lianshen.model.linkage.ItWord;
import picocli.CommandLine;

/** The tree of commands. */
final class Commands {

    private Commands() {
    }

    static CommandLine of(Run run) {
        var root = new CommandLine(new Root(run));
        root.addSubcommand("demo", new DemoCommand(run));
        root.addSubcommand("init", new InitCommand(run));
        root.addSubcommand("import", group("import", new CommandLine(new ImportCommands.Ledger(run)), new CommandLine(new ImportCommands.Budget(run)),
                new CommandLine(new ImportCommands.Catalogue(run)), new CommandLine(new ImportCommands.Usage(run)), new CommandLine(new ImportCommands.Calendar(run))));
        root.addSubcommand("link", group("link", new CommandLine(new LinkCommands.Confirm(run)), new CommandLine(new LinkCommands.Reject(run)),
                new CommandLine(new LinkCommands.Revoke(run)), new CommandLine(new LinkCommands.Unit(run)), new CommandLine(new LinkCommands.Words(run))));
        root.addSubcommand("it", group("it", LinkCommands.It.line(run, "yes", ItWord.Answer.IT, "it is an IT line; remembered  是信息化项目"),
                LinkCommands.It.line(run, "no", ItWord.Answer.NOT_IT, "it is no IT line; remembered  不是信息化项目"),
                LinkCommands.It.line(run, "revoke", ItWord.Answer.REVOKED, "what was said counts no more  撤销")));
        root.addSubcommand("finding", group("finding", FindingCommands.all(run)));
        root.addSubcommand("runs", new RunsCommand(run));
        root.addSubcommand("check", new CheckCommand(run));
        root.addSubcommand("letters", new LettersCommand(run));
        root.addSubcommand("summary", new SummaryCommands.Summary(run));
        root.addSubcommand("ceiling", new SummaryCommands.Ceiling(run));
        root.addSubcommand("pool", new SummaryCommands.Pool(run));
        root.addSubcommand("prices", new SummaryCommands.Prices(run));
        root.addSubcommand("proposal", group("proposal", new CommandLine(new ProposalCommands.Submit(run)), new CommandLine(new ProposalCommands.Check(run)),
                new CommandLine(new ProposalCommands.Show(run)), new CommandLine(new ProposalCommands.Blank(run))));
        root.addSubcommand("similar", new SimilarCommand(run));
        root.addSubcommand("review", group("review", new CommandLine(new ReviewCommands.Act(run)), new CommandLine(new ReviewCommands.Show(run)),
                new CommandLine(new BoardCommands.Board(run)), new CommandLine(new BoardCommands.Since(run))));
        root.addSubcommand("expert", group("expert", ExpertCommands.all(run)));
        root.addSubcommand("meeting", group("meeting", new CommandLine(new MeetingCommands.Prepare(run)), new CommandLine(new MeetingCommands.Agenda(run)),
                new CommandLine(new MeetingCommands.Attend(run)), new CommandLine(new MeetingCommands.Decide(run)), new CommandLine(new MeetingCommands.VoteCommand(run)),
                new CommandLine(new MeetingCommands.Leave(run)), new CommandLine(new MeetingCommands.Return(run)), new CommandLine(new MeetingCommands.Note(run)),
                new CommandLine(new MeetingCommands.Close(run)), new CommandLine(new MeetingCommands.Show(run)), new CommandLine(new ActionCommands.Raise(run)),
                new CommandLine(new ActionCommands.Actions(run)), new CommandLine(new ActionCommands.Done(run)), new CommandLine(new ActionCommands.Reopen(run))));
        root.addSubcommand("minutes", new MinutesCommand(run));
        root.addSubcommand("paper", group("paper", new CommandLine(new PaperCommands.Sign(run)), new CommandLine(new PaperCommands.Versions(run)),
                new CommandLine(new PaperCommands.Verify(run)), new CommandLine(new PaperWriteCommands.ListPapers(run)), new CommandLine(new PaperWriteCommands.Write(run)),
                new CommandLine(new PaperWriteCommands.Dossier(run)), new CommandLine(new PaperWriteCommands.Batch(run))));
        root.addSubcommand("template", group("template", new CommandLine(new TemplateCommands.ListTemplates(run)), new CommandLine(new TemplateCommands.Show(run)),
                new CommandLine(new TemplateCommands.Change(run)), new CommandLine(new TemplateCommands.Reset(run))));
        root.addSubcommand("score", new ScoreCommand(run));
        root.addSubcommand("ledger", group("ledger", new CommandLine(new LedgerExport(run))));
        root.addSubcommand("audit", group("audit", new CommandLine(new AuditVerify(run))));
        root.addSubcommand("account", group("account", new CommandLine(new AccountAdd(run))));
        root.addSubcommand("pack", group("pack", new CommandLine(new PackCommands.Show(run)), new CommandLine(new PackCommands.Check(run)),
                new CommandLine(new PackCommands.Export(run)), new CommandLine(new PackCommands.Import(run)), new CommandLine(new PackCommands.Try(run)),
                new CommandLine(new PackCommands.Publish(run))));
        root.addSubcommand("package", group("package", PackageCommands.all(run)));
        root.addSubcommand("opinion", group("opinion", OpinionCommands.all(run)));
        root.addSubcommand("key", group("key", KeyCommands.all(run)));
        root.addSubcommand("backup", new BackupCommands.Backup(run));
        root.addSubcommand("restore", new BackupCommands.Restore(run));
        // A benchmark reads options of its own.
        root.addSubcommand("bench", new CommandLine(new BenchCommand(run)).setUnmatchedOptionsArePositionalParams(true));
        return root;
    }

    /** A word that only holds others; alone it shows its help and is a wrong use. */
    private static CommandLine group(String name, CommandLine... members) {
        var spec = CommandLine.Model.CommandSpec.wrapWithoutInspection((Runnable) () -> {
        });
        var line = new CommandLine(spec.name(name));
        for (CommandLine member : members) {
            line.addSubcommand(member);
        }
        line.setExecutionStrategy(new CommandLine.RunLast());
        return line;
    }

    @CommandLine.Command(name = "lianshen", description = "联审工作台：政务信息化项目联审与预算管控。 Joint review of government IT projects and control of the IT budget.",
            synopsisSubcommandLabel = "COMMAND", footer = {"", "exit: 0 done, 1 something checked does not hold, 2 could not be done as asked, 3 fault of the program"})
    static final class Root implements Runnable {

        @CommandLine.Mixin
        final Run.Options options;
        @CommandLine.Spec
        CommandLine.Model.CommandSpec spec;

        Root(Run run) {
            this.options = run.options;
        }

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
        }
    }
}
