package org.lianshen.service.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.LetterService.Head;
import org.lianshen.service.document.ChineseNumber;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Enclosure;
import org.lianshen.service.text.Texts;

/**
 * The words of a letter to one unit: what was compared, what may not be budgeted, what needs a reply, each by rule with its basis and what to do, every line with sheet,
 * row, project and amount; what is asked by when; a reply slip with the same numbers. Official papers are Chinese whatever the reader's language.
 */
final class LetterText {

    private static final List<Boolean> ALIGNMENT = List.of(false, false, false, true, false);

    private final Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);
    private final int year;
    private final LocalDate asOf;
    private final RulePack pack;
    private final Map<UUID, BudgetLine> lines;
    private final List<Block> blocks = new ArrayList<>();
    private final List<List<String>> slip = new ArrayList<>();
    private final Set<String> quoted = new HashSet<>();
    private int sections;
    private int asked;

    /** @param asOf day of the check */
    LetterText(int year, LocalDate asOf, RulePack pack, Map<UUID, BudgetLine> lines) {
        this.year = year;
        this.asOf = asOf;
        this.pack = pack;
        this.lines = lines;
    }

    /** IT lines of the unit in the year. */
    record Figures(int lines, Money total, Money reviewed, Money suspect, Money unreviewed) {
    }

    OfficialPaper paper(Head head, String number, String unit, Figures figures, List<Finding> findings, LocalDate due) {
        String shown = Integer.toString(year);
        String title = texts.get("letter.title", shown);
        List<Finding> blocking = findings.stream().filter(finding -> finding.severity() == Severity.E).toList();
        List<Finding> others = findings.stream().filter(finding -> finding.severity() != Severity.E).toList();
        paragraph("letter.opening", shown, date(asOf));
        paragraph("letter.figures", shown, figures.lines(), figures.total().wanText(), figures.reviewed().wanText(), figures.suspect().wanText(), figures.unreviewed().wanText());
        String found = others.isEmpty() ? "letter.foundBlocked" : blocking.isEmpty() ? "letter.foundWarned" : "letter.found";
        paragraph(found, findings.size(), blocking.size(), others.size());
        section("letter.blocked", blocking);
        section("letter.warned", others);
        sections++;
        blocks.add(new Heading(1, texts.get("paper.minutes.section", ChineseNumber.of(sections), texts.get("letter.requirements"))));
        asked("letter.reply", date(due), pack.intParam("days.rectification"));
        if (!blocking.isEmpty()) {
            asked("letter.stop");
        }
        asked("letter.objection");
        if (!head.contact().isBlank() || !head.phone().isBlank()) {
            paragraph(head.phone().isBlank() ? "letter.contact" : "letter.contactPhone", head.contact().strip(), head.phone().strip());
        }
        String copies = head.copies().isBlank() ? "" : texts.get("paper.sentence", head.copies().strip().replaceAll("。$", ""));
        return OfficialPaper.letter(head.signatory().strip(), number, title, unit, blocks, List.of(slip(title, number, unit)), head.signatory().strip(), head.date(), copies, false);
    }

    private void section(String key, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        sections++;
        blocks.add(new Heading(1, texts.get("paper.minutes.section", ChineseNumber.of(sections), texts.get(key))));
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        findings.stream().sorted(java.util.Comparator.comparing(Finding::rule)).forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
        int no = 0;
        for (Map.Entry<String, List<Finding>> rule : byRule.entrySet()) {
            no++;
            RuleSpec spec = pack.rule(rule.getKey());
            blocks.add(new Heading(2, texts.get("letter.rule", ChineseNumber.of(no), spec.title())));
            if (grounded(pack, spec)) {
                blocks.add(new Paragraph(texts.get("letter.basis", basis(spec))));
            }
            blocks.add(new Paragraph(texts.get("letter.remedy", spec.remedy())));
            blocks.add(table(rule.getValue(), spec));
        }
    }

    /** Whether a rule has a basis that a letter may name: a clause, or words that somebody has verified. A default of the program or another place's rule is no basis before a unit. */
    static boolean grounded(RulePack pack, RuleSpec spec) {
        return spec.verified() || pack.clause(spec.clauseId()).isPresent();
    }

    /** The clause, with its words where it is named first, else the basis in words; a clause that nobody has compared with the text says so. */
    private String basis(RuleSpec spec) {
        Clause clause = pack.clause(spec.clauseId()).orElse(null);
        if (clause == null) {
            return spec.basis().replaceAll("[。；;]$", "");
        }
        String source = clause.docNo().isEmpty() ? texts.get("letter.document", clause.document()) : texts.get("letter.documentNo", clause.document(), clause.docNo());
        String words = quoted.add(clause.id()) ? texts.get("letter.clause", source, clause.place(), clause.quote().replaceAll("[。；;]$", "")) : texts.get("letter.clauseAgain", source, clause.place());
        return unproved(words, spec.verified() && clause.verified());
    }

    private String unproved(String words, boolean verified) {
        String plain = words.replaceAll("[。；;]$", "");
        return verified ? plain : texts.get("letter.unverified", plain);
    }

    private Table table(List<Finding> findings, RuleSpec spec) {
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            String no = Integer.toString(slip.size() + 1);
            BudgetLine line = finding.lines().isEmpty() ? null : lines.get(finding.lines().getFirst());
            String project = finding.projectName() == null ? "" : finding.projectName();
            Money amount = finding.amount() == null && line != null ? line.amount() : finding.amount();
            rows.add(List.of(no, line == null ? "" : texts.get("letter.row", line.sheet(), line.row()), project, amount == null ? "" : amount.wanText(), what(finding)));
            slip.add(List.of(no, project, spec.title(), "\n\n", ""));
        }
        return new Table(words("letter.column.no", "letter.column.row", "letter.column.project", "letter.column.amount", "letter.column.what"), List.of(3, 8, 11, 6, 18), ALIGNMENT, rows);
    }

    /** The finding without its place, name and amount, which stand in columns of their own, and without what to do, which stands above. */
    private String what(Finding finding) {
        String said = texts.format(finding.message());
        List<Object> args = finding.message().args();
        if (args.size() > 2) {
            for (String form : List.of("letter.place", "letter.placeMore")) {
                String place = texts.format(new Message(form, args.subList(0, 3)));
                said = said.startsWith(place) ? said.substring(place.length()) : said;
            }
        }
        String closes = texts.get("letter.bracketCloses");
        said = said.startsWith(texts.get("letter.bracketOpens")) && said.contains(closes) ? said.substring(said.indexOf(closes) + closes.length()) : said;
        int ask = said.lastIndexOf(texts.get("letter.ask"));
        said = ask > 0 ? said.substring(0, ask) : said;
        return said.replaceAll("^[：，]", "");
    }

    private Enclosure slip(String title, String number, String unit) {
        List<Block> content = List.of(new Paragraph(texts.get("letter.slip.opening", unit, title, number)),
                new Table(words("letter.column.no", "letter.column.project", "letter.column.problem", "letter.column.done", "letter.column.doneOn"), List.of(3, 11, 10, 16, 6),
                        List.of(false, false, false, false, false), slip),
                new Table(words("letter.slip.unit", "letter.slip.person", "letter.slip.phone", "letter.slip.date"), List.of(14, 9, 9, 9), List.of(false, false, false, false),
                        List.of(List.of("\n\n", "", "", ""))));
        return new Enclosure(texts.get("letter.slip.title", Integer.toString(year)), content);
    }

    private List<String> words(String... keys) {
        return java.util.Arrays.stream(keys).map(key -> texts.get(key)).toList();
    }

    private void asked(String key, Object... args) {
        asked++;
        blocks.add(new Paragraph(texts.get("letter.asked", asked, texts.get(key, args))));
    }

    private void paragraph(String key, Object... args) {
        blocks.add(new Paragraph(texts.get(key, args)));
    }

    private String date(LocalDate date) {
        return texts.get("paper.date", Integer.toString(date.getYear()), date.getMonthValue(), date.getDayOfMonth());
    }
}
