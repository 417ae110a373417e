package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Field;

/** Cover and 卷内目录 of the file of a project. */
final class DossierText {

    private final ProposalCase project;
    private final LocalDate today;

    DossierText(ProposalCase project, LocalDate today) {
        this.project = project;
        this.today = today;
    }

    /**
     * A row of the list of contents.
     *
     * @param who  责任者, may be empty
     * @param date may be null
     * @param page its first page, 0 where it has none
     */
    record Entry(String number, String who, String title, LocalDate date, int page, String note) {

        Entry unpaged() {
            return new Entry(number, who, title, date, 0, note);
        }
    }

    /** @param pages of the whole volume, 0 where its pieces are files of their own */
    OfficialPaper cover(List<Entry> entries, int pages) {
        int round = project.rounds().getLast();
        ReviewState state = project.round(round);
        RulePack pack = project.rules(round);
        ProposalForm form = project.form(round);
        LocalDate from = entries.stream().map(Entry::date).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(today);
        LocalDate to = entries.stream().map(Entry::date).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(today);
        List<List<Field>> rows = new ArrayList<>();
        rows.add(List.of(PaperParts.field("reviewNo", project.proposal().reviewNo(), 2)));
        rows.add(List.of(PaperParts.field("project", form.name(), 2)));
        rows.add(List.of(PaperParts.field("unit", form.unit(), 2)));
        rows.add(List.of(PaperParts.field("state", PaperTexts.get("review.state." + state.state().name()), 2),
                PaperParts.field("approved", state.approved() == null ? "" : PaperTexts.get("common.wan", state.approved().wanText()), 2)));
        rows.add(List.of(PaperParts.field("period", PaperTexts.get("official.dossier.period", PaperTexts.date(from), PaperTexts.date(to)), 2)));
        rows.add(List.of(PaperParts.field("pieces", Integer.toString(entries.size()), 2), PaperParts.field("pages", pages == 0 ? "" : Integer.toString(pages), 2)));
        rows.add(List.of(PaperParts.field("filedBy", PaperTexts.unit(pack.leadBody(), pack), 2), PaperParts.field("filedOn", PaperTexts.date(today), 2)));
        rows.add(List.of(PaperParts.field("filer", "", 2), PaperParts.field("checker", "", 2)));
        return OfficialPaper.working(PaperTexts.get("official.dossier.title"), project.proposal().reviewNo(), List.<Block>of(new Fields(rows)), List.of(), "", today, false, false, "");
    }

    /** Without the number that the whole list has above it. */
    private String title(Entry entry) {
        return entry.title().replace(" " + project.proposal().reviewNo(), "");
    }

    OfficialPaper contents(List<Entry> entries) {
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(List.of(Integer.toString(rows.size() + 1), entry.number(), entry.who(), title(entry), entry.date() == null ? "" : PaperTexts.date(entry.date()),
                    entry.page() == 0 ? "" : Integer.toString(entry.page()), entry.note()));
        }
        int note = entries.stream().allMatch(entry -> entry.note().isEmpty()) ? 6 : 18;
        return OfficialPaper.working(PaperTexts.get("official.dossier.contents"), project.proposal().reviewNo(),
                List.<Block>of(PaperParts.table("dossier", List.of("no", "number", "who", "piece", "date", "page", "note"), List.of(3, 13, 11, 18, 9, 3, note), rows)), List.of(), "", today, true, false, "");
    }
}
