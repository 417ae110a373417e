package org.lianshen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lianshen.service.LetterService;
import org.lianshen.service.document.PaperWriter.Format;
import picocli.CommandLine;

@CommandLine.Command(name = "letters", description = "a letter to each unit with its findings, in the letter form of GB/T 9704-2012  告知函")
final class LettersCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Option(names = "--year", paramLabel = "Y", required = true)
    int year;
    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the letters, one file a unit and format")
    Path out;
    @CommandLine.Option(names = "--unit", paramLabel = "NAME", description = "only this unit; may be given several times")
    List<String> units = List.of();
    @CommandLine.Option(names = "--from", paramLabel = "OFFICE", description = "office that sends the letters; remembered  发文机关")
    String signatory;
    @CommandLine.Option(names = "--no", paramLabel = "NUMBER", description = "number of the first letter, counted on for the others; else the one after the last  发文字号")
    String number;
    @CommandLine.Option(names = "--date", paramLabel = "DATE", description = "date of the letters; today")
    LocalDate date;
    @CommandLine.Option(names = "--contact", paramLabel = "NAME")
    String contact;
    @CommandLine.Option(names = "--phone", paramLabel = "NUMBER")
    String phone;
    @CommandLine.Option(names = "--copies", paramLabel = "TEXT", description = "抄送")
    String copies;
    @CommandLine.Option(names = "--format", paramLabel = "docx|pdf", description = "both where it is not given")
    Format format;
    @CommandLine.Option(names = "--again", description = "also findings that an earlier letter told")
    boolean again;

    LettersCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        return run.inSession(session -> {
            LetterService.Head last = session.letters().remembered();
            var head = new LetterService.Head(or(signatory, last.signatory()), or(number, last.number()), date == null ? session.today() : date, or(contact, last.contact()), or(phone, last.phone()),
                    or(copies, last.copies()));
            Set<Format> formats = format == null ? EnumSet.allOf(Format.class) : EnumSet.of(format);
            LetterService.Outcome outcome = session.letters().write(year, head, units, !again, formats, out, run.progress());
            var json = Json.object().put("year", year).put("out", out.toString());
            var letters = json.putArray("letters");
            outcome.letters().forEach(letter -> {
                var one = letters.addObject().put("number", letter.number()).put("unit", letter.unit()).put("date", letter.date().toString()).put("due", letter.due().toString())
                        .put("findings", letter.findings().size());
                letter.files().forEach(one.putArray("files")::add);
                run.say("cli.letter", letter.number(), letter.unit(), letter.findings().size(), letter.due());
            });
            var notices = json.putArray("notices");
            outcome.notices().forEach(notice -> {
                notices.add(run.texts().format(notice));
                run.sayPlain(run.texts().format(notice));
            });
            outcome.files().forEach(file -> run.say("cli.written", file.toString()));
            run.result(json);
            return Exit.OK;
        });
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
