package org.lianshen.service.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FieldKind;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Block.Note;
import org.lianshen.service.document.OfficialPaper.Field;

/** All sections of an application form (domain.md §2.4): the fields as a form, two short ones a row, then the lists of the section. */
final class ProposalText {

    private final ProposalVersion version;
    private final List<FormFinding> warnings;
    private final ProposalForm form;
    private final List<Block> blocks = new ArrayList<>();

    /** @param warnings what the form check says of the version under the rules of its time */
    ProposalText(ProposalVersion version, List<FormFinding> warnings) {
        this.version = version;
        this.warnings = List.copyOf(warnings);
        form = version.form();
    }

    List<Block> blocks() {
        int no = 0;
        for (Section section : Section.values()) {
            no++;
            blocks.add(PaperParts.section(no, PaperTexts.get("proposal.section." + section.name())));
            fields(section);
            lists(section);
        }
        list("explanations", List.of("check", "reason"), List.of(24, 24), version.explanations(), row -> List.of(warning(row), text(row.reason())));
        blocks.add(new Fields(List.of(List.of(PaperParts.field("digest", version.digest())))));
        return blocks;
    }

    /** The words of the warning that was explained; its code where today's check does not give it. */
    private String warning(Explanation explained) {
        return warnings.stream().filter(found -> found.check().equals(explained.check()) && Objects.equals(found.place(), explained.place())).findFirst()
                .map(found -> PaperTexts.format(found.message())).orElseGet(() -> (explained.check() + " " + text(explained.place())).strip());
    }

    private void fields(Section section) {
        List<List<Field>> rows = new ArrayList<>();
        List<Field> row = new ArrayList<>();
        for (ProposalField field : ProposalField.of(section)) {
            var shown = new Field(PaperTexts.get("proposal.field." + field.name()), PaperTexts.field(form, field));
            if (field.kind() == FieldKind.TEXT || field == ProposalField.PROJECT_NAME) {
                flush(rows, row);
                rows.add(List.of(shown));
            } else {
                row.add(shown);
                if (row.size() == 2) {
                    flush(rows, row);
                }
            }
        }
        flush(rows, row);
        if (!rows.isEmpty()) {
            blocks.add(new Fields(rows));
        }
    }

    private static void flush(List<List<Field>> rows, List<Field> row) {
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
            row.clear();
        }
    }

    private void lists(Section section) {
        switch (section) {
            case BASIS -> list("basis", List.of("document", "issuer", "documentNo", "clause", "kind"), List.of(14, 9, 10, 12, 5), form.basis(),
                    row -> List.of(text(row.title()), text(row.issuer()), text(row.documentNo()), text(row.clause()), text(row.kind())));
            case GOALS -> list("goals", List.of("level1", "level2", "name", "target", "weight"), List.of(8, 9, 16, 9, 5), form.goals(),
                    row -> List.of(text(row.level1()), text(row.level2()), text(row.name()), OpinionTables.target(row), number(row.weight())));
            case CONTENT -> list("functions", List.of("path", "name", "change", "months", "amount", "reuse", "description"), List.of(4, 12, 4, 4, 6, 7, 13), form.functions(),
                    row -> List.of(text(row.path()), text(row.name()), text(row.change()), number(row.months()), PaperTexts.wan(row.amount()), text(row.reuse()), text(row.description())));
            case ESTIMATE -> list("estimate", List.of("no", "code", "item", "quantity", "unit", "unitPrice", "amount", "note"), List.of(3, 8, 12, 5, 4, 7, 7, 8), form.estimate(),
                    row -> List.of(Integer.toString(row.no()), row.code() == null ? "" : PaperTexts.get("proposal.estimate." + row.code().name()), text(row.item()) + specification(row.specification()),
                            number(row.quantity()), text(row.unit()), PaperTexts.wan(row.unitPrice()), PaperTexts.wan(row.amount()), text(row.note())));
            case FUNDS -> list("funds", List.of("year", "fund", "amount", "documentNo"), List.of(5, 14, 8, 18), form.funds(),
                    row -> List.of(Integer.toString(row.year()), row.kind() == null ? "" : PaperTexts.get("form.fund." + row.kind().name()), PaperTexts.wan(row.amount()), text(row.documentNo())));
            case GATES -> list("data", List.of("name", "needed", "fields", "shareType", "reason", "cycle", "grade"), List.of(10, 5, 13, 6, 8, 5, 4), form.data(),
                    row -> List.of(text(row.name()), PaperTexts.get(row.needed() ? "official.yes" : "official.no"), text(row.fields()), text(row.shareType()), text(row.reason()), text(row.cycle()),
                            text(row.grade())));
            case ORGANISATION -> list("milestones", List.of("name", "date"), List.of(20, 20), form.milestones(), row -> List.of(text(row.name()), row.date() == null ? "" : PaperTexts.date(row.date())));
            case ATTACHMENTS -> list("attachments", List.of("kind", "fileName", "size", "sha256"), List.of(9, 16, 6, 20), form.attachments(),
                    row -> List.of(text(row.kind()), text(row.fileName()), PaperParts.size(row.size()), text(row.sha256())));
            case BASICS -> {
                // all its values are single
            }
        }
    }

    /** @param name of the table, text {@code official.proposal.table.NAME} above it */
    private <R> void list(String name, List<String> columns, List<Integer> weights, List<R> rows, Function<R, List<String>> cells) {
        if (!rows.isEmpty()) {
            boolean money = columns.contains("amount") || columns.contains("unitPrice");
            blocks.add(new Note(PaperTexts.get("official.proposal.table." + name), money ? PaperTexts.get("official.wanUnit") : ""));
            blocks.add(PaperParts.table("proposal", columns, weights, rows.stream().map(cells).toList()));
        }
    }

    private static String text(String text) {
        return PaperTexts.text(text);
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static String specification(String text) {
        return PaperTexts.blank(text) ? "" : "\n" + text.strip();
    }
}
