package org.lianshen.service.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.letter.Letter.Told;
import org.lianshen.model.letter.LetterNumbers;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.UnitDirectory;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.summary.Blocked;
import org.lianshen.service.Changes;
import org.lianshen.service.LetterService;
import org.lianshen.service.Progress;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperFiles;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.finding.Standings;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.text.Texts;

/** Letters to units: composed from the year's last check, written one file a unit, kept as facts. */
public final class LetterDesk implements LetterService {

    private static final String DAYS = "days.rectification";
    private static final String SIGNATORY = "letter.signatory";
    private static final String NUMBER = "letter.number";
    private static final String CONTACT = "letter.contact";
    private static final String PHONE = "letter.phone";
    private static final String COPIES = "letter.copies";

    private final Desk desk;
    private final RulePacks packs;
    private final List<PaperWriter> writers;
    private final Texts texts;

    /** @param writers one for each format; {@code texts} language of file names */
    public LetterDesk(Desk desk, RulePacks packs, List<PaperWriter> writers, Texts texts) {
        this.desk = desk;
        this.packs = packs;
        this.writers = List.copyOf(writers);
        this.texts = texts;
    }

    @Override
    public List<UnitFindings> units(int year) {
        Case known = desk.read(tx -> read(tx, year));
        if (known == null) {
            return List.of();
        }
        List<UnitFindings> units = new ArrayList<>();
        known.byUnit().forEach((unit, findings) -> units.add(known.of(unit, findings)));
        units.sort(Comparator.comparing(UnitFindings::blocking).thenComparing(UnitFindings::amount).reversed().thenComparing(UnitFindings::unit));
        return units;
    }

    @Override
    public Head remembered() {
        return desk.read(tx -> {
            String last = tx.settings().get(NUMBER).orElse("");
            String number = last.isEmpty() || !LetterNumbers.counts(last) ? last : LetterNumbers.after(last, 1);
            return new Head(tx.settings().get(SIGNATORY).orElse(""), number, desk.today(), tx.settings().get(CONTACT).orElse(""), tx.settings().get(PHONE).orElse(""), tx.settings().get(COPIES).orElse(""));
        });
    }

    @Override
    public LocalDate due(LocalDate date) {
        RulePack pack = desk.packs().apply(date);
        return pack.calendar().plusWorkdays(date, pack.intParam(DAYS));
    }

    @Override
    public List<Letter> letters(int year) {
        return desk.read(tx -> tx.letters().of(year));
    }

    @Override
    public Outcome write(int year, Head head, Collection<String> units, boolean onlyUntold, Set<PaperWriter.Format> formats, Path folder, Progress progress) {
        desk.require(Permission.CONFIRM_LINK);
        complete(head);
        Case known = desk.read(tx -> read(tx, year));
        if (known == null) {
            throw UserProblem.of("letter.noCheck", Integer.toString(year));
        }
        Map<String, List<Finding>> chosen = known.chosen(units, onlyUntold);
        if (chosen.isEmpty()) {
            throw UserProblem.of(units.isEmpty() ? "letter.nothing" : "letter.nothingFor", Integer.toString(year), String.join(texts.get("common.listSeparator"), units));
        }
        if (chosen.size() > 1 && !LetterNumbers.counts(head.number())) {
            throw UserProblem.of("letter.numberNotCounting", head.number());
        }
        Set<Message> notices = new LinkedHashSet<>(doubts(head.date()));
        List<String> groundless = chosen.values().stream().flatMap(List::stream).map(Finding::rule).distinct().sorted().filter(rule -> !LetterText.grounded(known.pack, known.pack.rule(rule)))
                .map(rule -> texts.get("letter.named", rule, known.pack.rule(rule).title())).toList();
        if (!groundless.isEmpty()) {
            notices.add(Message.of("letter.notice.basis", groundless));
        }
        List<Letter> letters = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        create(folder);
        for (Map.Entry<String, List<Finding>> unit : chosen.entrySet()) {
            progress.check();
            String number = chosen.size() == 1 ? head.number().strip() : LetterNumbers.after(head.number().strip(), letters.size());
            OfficialPaper paper = new LetterText(year, known.run.asOf(), known.pack, known.lines).paper(head, number, unit.getKey(), known.figures(unit.getKey()), unit.getValue(), due(head.date()));
            List<String> names = new ArrayList<>();
            for (PaperWriter.Format format : formats.stream().sorted().toList()) {
                Path file = folder.resolve(fileName(year, unit.getKey(), format));
                notices.addAll(PaperWriter.of(writers, format).write(paper, file));
                files.add(file);
                names.add(file.getFileName().toString());
            }
            letters.add(new Letter(desk.ids().next(), year, number, unit.getKey(), head.date(), due(head.date()),
                    unit.getValue().stream().map(finding -> new Told(finding.rule(), finding.key())).toList(), head.signatory().strip(), names, desk.actor().name(), desk.clock().instant()));
            progress.at(letters.size(), chosen.size());
        }
        keep(known, head, letters);
        return new Outcome(letters, files, List.copyOf(notices));
    }

    private static void complete(Head head) {
        if (head.signatory().isBlank()) {
            throw UserProblem.of("letter.noSignatory");
        }
        if (head.number().isBlank()) {
            throw UserProblem.of("letter.noNumber");
        }
        if (head.date() == null) {
            throw UserProblem.of("letter.noDate");
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserProblem.because(e, "letter.folder", folder.toString());
        }
    }

    private String fileName(int year, String unit, PaperWriter.Format format) {
        String name = PaperFiles.name(texts.get("letter.file", Integer.toString(year), unit));
        return name + "." + format.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Days that the writer should look at again before the letter goes out. */
    private List<Message> doubts(LocalDate date) {
        List<Message> doubts = new ArrayList<>();
        RulePack pack = desk.packs().apply(date);
        WorkCalendar calendar = pack.calendar();
        LocalDate due = due(date);
        if (!calendar.covers(due)) {
            doubts.add(Message.of("letter.notice.calendar", due, calendar.to()));
        }
        if (!pack.param(DAYS).verified()) {
            doubts.add(Message.of("letter.notice.days", pack.intParam(DAYS)));
        }
        return doubts;
    }

    private void keep(Case known, Head head, List<Letter> letters) {
        desk.write(Permission.CONFIRM_LINK, Changes.Kind.LINKAGE, letters.getFirst().id(), tx -> {
            var told = new ToldFindings(tx, desk, known.run);
            for (Letter letter : letters) {
                tx.letters().add(letter);
                told.notice(letter);
                tx.audit().append(new AuditEntry("letter.write", letter.unit(), null, letter.number(), "findings " + letter.findings().size() + " due " + letter.due()));
            }
            tx.settings().put(SIGNATORY, head.signatory().strip());
            tx.settings().put(NUMBER, letters.getLast().number());
            tx.settings().put(CONTACT, head.contact().strip());
            tx.settings().put(PHONE, head.phone().strip());
            tx.settings().put(COPIES, head.copies().strip());
            return letters;
        });
    }

    /** Null where the year was never checked. */
    private Case read(Tx tx, int year) {
        return tx.checks().last(year).map(run -> {
            Map<UUID, BudgetLine> lines = new HashMap<>();
            tx.budgets().lines(year).forEach(line -> lines.put(line.id(), line));
            return new Case(run, packs.byId(run.pack()), lines, tx.letters().of(year), Standings.of(tx, run, desk).open());
        }).orElse(null);
    }

    /** The last check of a year with what is needed to tell it; what is waived or closed needs no telling. */
    private static final class Case {

        private final CheckRun run;
        private final RulePack pack;
        private final Map<UUID, BudgetLine> lines;
        private final List<Letter> letters;
        private final UnitDirectory units;
        private final Set<UUID> blocked;
        private final Map<String, List<Finding>> byUnit = new LinkedHashMap<>();
        private final Map<String, String> names = new HashMap<>();

        Case(CheckRun run, RulePack pack, Map<UUID, BudgetLine> lines, List<Letter> letters, List<Finding> open) {
            this.run = run;
            this.pack = pack;
            this.lines = lines;
            this.letters = letters;
            this.units = new UnitDirectory(pack);
            this.blocked = Blocked.lines(open);
            for (Finding finding : open) {
                if (finding.severity() != Severity.I && finding.unit() != null && !finding.unit().isBlank()) {
                    byUnit.computeIfAbsent(name(finding.unit()), unit -> new ArrayList<>()).add(finding);
                }
            }
        }

        Map<String, List<Finding>> byUnit() {
            return byUnit;
        }

        /** One name for all names of a unit: the one met first. */
        private String name(String unit) {
            return names.computeIfAbsent(units.bucket(unit), bucket -> unit);
        }

        private boolean told(Finding finding) {
            return letters.stream().anyMatch(letter -> letter.tells(finding.rule(), finding.key()));
        }

        UnitFindings of(String unit, List<Finding> findings) {
            long blocking = findings.stream().filter(finding -> finding.severity() == Severity.E).count();
            Money amount = Money.sum(blocked.stream().map(lines::get).filter(line -> line != null && name(line.unit()).equals(unit)).map(BudgetLine::amount).toList());
            Letter last = letters.stream().filter(letter -> letter.unit().equals(unit)).reduce((a, b) -> b).orElse(null);
            return new UnitFindings(unit, (int) blocking, (int) (findings.size() - blocking), amount, (int) findings.stream().filter(finding -> !told(finding)).count(), last);
        }

        Map<String, List<Finding>> chosen(Collection<String> wanted, boolean onlyUntold) {
            Set<String> asked = new LinkedHashSet<>();
            wanted.forEach(unit -> asked.add(name(unit)));
            Map<String, List<Finding>> chosen = new LinkedHashMap<>();
            byUnit.forEach((unit, findings) -> {
                List<Finding> kept = findings.stream().filter(finding -> !onlyUntold || !told(finding)).toList();
                if ((asked.isEmpty() || asked.contains(unit)) && !kept.isEmpty()) {
                    chosen.put(unit, kept);
                }
            });
            return chosen;
        }

        LetterText.Figures figures(String unit) {
            int count = 0;
            Money total = Money.ZERO;
            Map<LineVerdict, Money> byVerdict = new HashMap<>();
            for (LineResult result : run.lines()) {
                BudgetLine line = lines.get(result.line());
                if (line != null && line.kind() != SheetKind.PAYMENT && result.verdict() != LineVerdict.NOT_IT && name(line.unit()).equals(unit)) {
                    count++;
                    total = total.plus(line.amount());
                    byVerdict.merge(result.verdict(), line.amount(), Money::plus);
                }
            }
            return new LetterText.Figures(count, total, byVerdict.getOrDefault(LineVerdict.REVIEWED, Money.ZERO), byVerdict.getOrDefault(LineVerdict.SUSPECT, Money.ZERO),
                    byVerdict.getOrDefault(LineVerdict.UNREVIEWED, Money.ZERO));
        }
    }
}
