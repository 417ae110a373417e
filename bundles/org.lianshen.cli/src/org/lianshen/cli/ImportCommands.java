package org.lianshen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetReading;
import org.lianshen.model.budget.VersionDiff;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.ListReading;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackSection;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.service.BudgetService;
import org.lianshen.service.CatalogueService;
import org.lianshen.service.LedgerService;
import org.lianshen.service.Session;
import org.lianshen.service.UsageService;
import picocli.CommandLine;

/** Workbooks in. */
final class ImportCommands {

    private ImportCommands() {
    }

    enum Unit {
        yuan(AmountUnit.YUAN), thousand(AmountUnit.THOUSAND), wan(AmountUnit.WAN), yi(AmountUnit.YI);

        private final AmountUnit unit;

        Unit(AmountUnit unit) {
            this.unit = unit;
        }
    }

    enum Kind {
        annual(SheetKind.ANNUAL), quota(SheetKind.QUOTA), payment(SheetKind.PAYMENT), auto(null);

        private final SheetKind kind;

        Kind(SheetKind kind) {
            this.kind = kind;
        }
    }

    /** A workbook taken in as a whole, or its good rows. */
    private abstract static class Taking implements Callable<Integer> {

        final Run run;

        @CommandLine.Parameters(paramLabel = "FILE")
        Path file;
        @CommandLine.Option(names = "--dry-run", description = "read and check, store nothing")
        boolean dryRun;
        @CommandLine.Option(names = "--partial", description = "store the good rows")
        boolean partial;

        Taking(Run run) {
            this.run = run;
        }
    }

    @CommandLine.Command(name = "ledger", description = "projects already reviewed  已联审项目")
    static final class Ledger extends Taking {

        Ledger(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                LedgerService.Outcome outcome = session.ledger().take(file, dryRun, partial, run.progress());
                run.result(new Json(run.texts()).imported(outcome.batch(), outcome.stored()));
                var batch = outcome.batch();
                run.say(outcome.stored() ? "cli.imported" : dryRun ? "cli.dryRun" : "cli.notImported", batch.file(), batch.sheet(), batch.rowsRead(), batch.rowsImported(), batch.skipped().size());
                say(run, batch.errors());
                return batch.errors().isEmpty() ? Exit.OK : Exit.SHORT;
            });
        }
    }

    @CommandLine.Command(name = "catalogue", description = "what exists already: systems, components, data, purchased data, models, assets  已有系统等目录")
    static final class Catalogue extends Taking {

        @CommandLine.Option(names = "--kind", paramLabel = "system|component|data|purchase|model|asset", converter = KindWord.class,
                description = "kind of all rows, where the file does not say")
        CatalogueEntry.Kind kind;

        Catalogue(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                CatalogueService.Outcome outcome = session.catalogue().take(file, kind, dryRun, partial, run.progress());
                run.result(new Json(run.texts()).imported(outcome.batch(), outcome.stored()));
                outcome.batch().sheets().forEach(sheet -> say(run, outcome.batch().file(), sheet, outcome.stored(), dryRun));
                return outcome.batch().clean() ? Exit.OK : Exit.SHORT;
            });
        }
    }

    @CommandLine.Command(name = "usage", description = "how applications were used, month by month  应用使用数据")
    static final class Usage extends Taking {

        Usage(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                UsageService.Outcome outcome = session.usage().take(file, dryRun, partial, run.progress());
                run.result(new Json(run.texts()).imported(outcome.batch(), outcome.stored()));
                outcome.batch().sheets().forEach(sheet -> say(run, outcome.batch().file(), sheet, outcome.stored(), dryRun));
                return outcome.batch().clean() ? Exit.OK : Exit.SHORT;
            });
        }
    }

    @CommandLine.Command(name = "calendar", description = "public holidays and make-up working days of a year, into the rule pack  节假日安排")
    static final class Calendar implements Callable<Integer> {

        private final Run run;

        @CommandLine.Parameters(paramLabel = "FILE", description = ".xlsx, .xls or .csv with a date (日期, and 结束日期 for several days), a kind (休 or 班) and a name")
        Path file;
        @CommandLine.Option(names = "--dry-run", description = "read and check, store nothing")
        boolean dryRun;
        @CommandLine.Option(names = "--from", paramLabel = "DATE", description = "publishes at once, in force from this day; else it stays in the draft")
        LocalDate from;
        @CommandLine.Option(names = "--reason", paramLabel = "TEXT", description = "why, and on what notice it rests")
        String reason;

        Calendar(Run run) {
            this.run = run;
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                CalendarReading reading = session.packs().readCalendar(file, run.progress());
                boolean store = !dryRun && reading.errors().isEmpty();
                String why = reason == null ? run.text("cli.calendarReason", reading.file()) : reason;
                PackDraft draft = store ? session.packs().takeCalendar(session.packs().book().draft(), reading, why) : null;
                run.result(new Json(run.texts()).imported(reading, store));
                reading.sheets().forEach(sheet -> say(run, reading.file(), sheet, store, dryRun));
                reading.years().forEach((year, days) -> run.say("cli.calendarYear", Integer.toString(year), days.holidays().size(), days.workdays().size()));
                if (!reading.errors().isEmpty()) {
                    return Exit.SHORT;
                }
                return store ? published(session, reading, draft, why) : Exit.OK;
            });
        }

        private int published(Session session, CalendarReading reading, PackDraft draft, String why) {
            if (from == null) {
                run.say("cli.calendarDrafted", reading.file());
                return Exit.OK;
            }
            long others = session.packs().book().pending().stream().filter(edit -> !edit.path().section().equals(PackSection.CALENDAR.path())).count();
            if (others > 0) {
                run.say("cli.calendarOthers", others);
                return Exit.SHORT;
            }
            PackVersion version = session.packs().publish(draft, from, why);
            run.say("cli.packPublished", version.id(), version.validFrom(), version.edits().edits().size(), version.digest());
            return Exit.OK;
        }
    }

    static final class KindWord implements CommandLine.ITypeConverter<CatalogueEntry.Kind> {
        @Override
        public CatalogueEntry.Kind convert(String word) {
            return Arrays.stream(CatalogueEntry.Kind.values()).filter(kind -> kind.json().equals(word)).findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException("not one of system, component, data, purchase, model, asset: " + word));
        }
    }

    @CommandLine.Command(name = "budget", description = "a finance department's workbook (.xlsx, .xls, .csv)  预算表")
    static final class Budget extends Taking {

        @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
        int year;
        @CommandLine.Option(names = "--kind", paramLabel = "annual|quota|payment|auto", description = "auto: each sheet as its heads say")
        Kind kind = Kind.annual;
        @CommandLine.Option(names = "--sheet", paramLabel = "NAME", description = "only this sheet")
        String sheet;
        @CommandLine.Option(names = "--unit", paramLabel = "yuan|thousand|wan|yi", description = "unit of amounts, where the sheet does not say")
        Unit unit;
        @CommandLine.Option(names = "--rejected", paramLabel = "FILE", description = "a copy of the workbook with a comment at every cell that could not be read")
        Path rejected;

        Budget(Run run) {
            super(run);
        }

        @Override
        public Integer call() {
            return run.inSession(session -> {
                var request = new BudgetService.Request(year, kind.kind, sheet, unit == null ? null : unit.unit, Map.of(), dryRun, partial);
                BudgetService.Outcome outcome = session.budgets().take(file, request, run.progress());
                var diff = outcome.stored() ? session.budgets().changes(outcome.batch().id()) : dryRun ? session.budgets().compare(file, request, run.progress()) : Optional.<VersionDiff>empty();
                run.result(new Json(run.texts()).imported(outcome.batch(), outcome.stored(), diff));
                for (SheetReading reading : outcome.batch().sheets()) {
                    run.say(outcome.stored() ? "cli.imported" : dryRun ? "cli.dryRun" : "cli.notImported", outcome.batch().file(), reading.name(), reading.rowsRead(), reading.rowsImported(),
                            reading.skipped().size());
                    reading.notices().forEach(notice -> run.sayPlain("  " + run.texts().format(notice)));
                    reading.totals().stream().filter(total -> !total.agrees()).forEach(total -> run.say("cli.totalDiffers", total.cell(), total.stated(), total.read()));
                    say(run, reading.errors());
                }
                diff.ifPresent(changes -> run.say("cli.versionDiff", changes.before().file(), changes.added(), changes.gone(), changes.changed(), changes.unchanged()));
                if (rejected != null && !outcome.clean()) {
                    run.say("cli.rejected", session.budgets().rejected(file, outcome.batch().sheets(), rejected), rejected);
                }
                return outcome.clean() ? Exit.OK : Exit.SHORT;
            });
        }
    }

    static void say(Run run, String file, ListReading sheet, boolean stored, boolean dryRun) {
        run.say(stored ? "cli.imported" : dryRun ? "cli.dryRun" : "cli.notImported", file, sheet.name(), sheet.rowsRead(), sheet.rowsImported(), sheet.skipped().size());
        sheet.notices().forEach(notice -> run.sayPlain("  " + run.texts().format(notice)));
        say(run, sheet.errors());
    }

    private static void say(Run run, List<SheetReading.CellError> errors) {
        errors.forEach(error -> run.say("cli.cellError", error.sheet(), error.cell(), run.texts().format(error.message())));
    }
}
