package org.lianshen.office.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.intake.CellReading;
import org.lianshen.service.intake.SourceCell;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceSheet;
import org.lianshen.service.text.Texts;

/** Reads an opinion form back. Rows are known by what stands in their first column; whatever cannot be read is named by its cell. */
final class OpinionReader {

    private final Texts texts = new Texts(Locale.CHINESE);
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, Overall> overalls = new HashMap<>();
    private final List<Message> problems = new ArrayList<>();

    OpinionReader() {
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(texts.get("review.verdict." + verdict), verdict);
        }
        for (Overall overall : Overall.values()) {
            overalls.put(texts.get("review.overall." + overall), overall);
        }
    }

    OpinionForm.Filled read(SourceFile file, String name) {
        Map<String, SourceSheet> sheets = new HashMap<>();
        file.sheets().forEach(sheet -> sheets.putIfAbsent(sheet.name(), sheet));
        SourceSheet hidden = sheets.get(OpinionLayout.CODE_SHEET);
        if (hidden == null) {
            throw UserProblem.of("exchange.form.noCode", name);
        }
        OpinionForm.Code code = code(new AppraisalGrid(hidden), name);
        var pages = new ArrayList<OpinionForm.FilledPage>();
        for (OpinionForm.Entry entry : code.entries()) {
            SourceSheet sheet = sheets.get(entry.sheet());
            if (sheet == null) {
                problems.add(Message.of("exchange.form.noSheet", entry.sheet()));
            } else {
                OpinionForm.FilledPage page = page(new AppraisalGrid(sheet), entry);
                if (page != null) {
                    pages.add(page);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw FormReading.refusal(problems);
        }
        if (pages.isEmpty()) {
            throw UserProblem.of("exchange.form.empty", name);
        }
        return new OpinionForm.Filled(code, pages);
    }

    private static OpinionForm.Code code(AppraisalGrid grid, String name) {
        try {
            var entries = new ArrayList<OpinionForm.Entry>();
            for (int row = 1; row < grid.size(); row++) {
                entries.add(new OpinionForm.Entry(grid.text(row, 1), UUID.fromString(grid.text(row, 2)), Integer.parseInt(grid.text(row, 3)), grid.text(row, 4)));
            }
            var code = new OpinionForm.Code(UUID.fromString(grid.text(0, 1)), grid.text(0, 2), grid.text(0, 3), entries);
            if (entries.isEmpty() || !code.digest().equals(grid.text(0, 4))) {
                throw UserProblem.of("exchange.form.codeChanged", name);
            }
            return code;
        } catch (IllegalArgumentException damaged) {
            throw UserProblem.because(damaged, "exchange.form.codeChanged", name);
        }
    }

    private enum Part {
        FACTS, ITEMS, LINES
    }

    /** Null where nothing was filled in. */
    private OpinionForm.FilledPage page(AppraisalGrid grid, OpinionForm.Entry entry) {
        var answers = new ArrayList<CheckAnswer>();
        var cuts = new ArrayList<Cut>();
        Set<String> seen = new HashSet<>();
        Map<String, String> words = new HashMap<>();
        Part part = Part.FACTS;
        int before = problems.size();
        for (int row = 0; row < grid.size(); row++) {
            String label = grid.text(row, OpinionLayout.LABEL).strip();
            String known = known(label);
            if (known.equals("item")) {
                part = Part.ITEMS;
            } else if (known.equals("line")) {
                part = Part.LINES;
            } else if (Set.of("overall", "conditions", "remark", "signer").contains(known)) {
                part = Part.FACTS;
                words.put(known, grid.text(row, OpinionLayout.TEXT).strip());
                if (known.equals("overall") && !words.get(known).isEmpty() && !overalls.containsKey(words.get(known))) {
                    problems.add(Message.of("exchange.form.badOverall", grid.place(row, OpinionLayout.TEXT), words.get(known), List.copyOf(overalls.keySet())));
                }
            } else if (part != Part.FACTS && !label.isEmpty()) {
                if (!seen.add(part + label)) {
                    problems.add(Message.of("exchange.form.twice", grid.place(row, OpinionLayout.LABEL), label));
                } else if (part == Part.ITEMS) {
                    answers.add(answer(grid, row, label));
                } else {
                    cut(grid, row, label, cuts);
                }
            }
        }
        boolean filled = answers.stream().anyMatch(answer -> answer.verdict() != null || !answer.problem().isEmpty() || !answer.suggestion().isEmpty() || !answer.basis().isEmpty()) || !cuts.isEmpty()
                || words.values().stream().anyMatch(text -> !text.isEmpty()) || problems.size() > before;
        if (!filled) {
            return null;
        }
        if (words.getOrDefault("overall", "").isEmpty()) {
            problems.add(Message.of("exchange.form.noOverall", entry.sheet()));
        }
        if (words.getOrDefault("signer", "").isEmpty()) {
            problems.add(Message.of("exchange.form.noSigner", entry.sheet()));
        }
        var opinion = new ActDetail.Opinion(entry.versionNo(), answers, overalls.get(words.getOrDefault("overall", "")), cuts, words.getOrDefault("conditions", ""),
                words.getOrDefault("remark", ""));
        return new OpinionForm.FilledPage(entry.proposal(), entry.sheet(), words.getOrDefault("signer", ""), opinion);
    }

    private String known(String label) {
        for (String key : List.of("item", "line", "overall", "conditions", "remark", "signer")) {
            if (texts.get("exchange.form." + key).equals(label)) {
                return key;
            }
        }
        return "";
    }

    private CheckAnswer answer(AppraisalGrid grid, int row, String item) {
        String verdict = grid.text(row, OpinionLayout.VERDICT).strip();
        if (!verdict.isEmpty() && !verdicts.containsKey(verdict)) {
            problems.add(Message.of("exchange.form.badVerdict", grid.place(row, OpinionLayout.VERDICT), verdict, List.copyOf(verdicts.keySet())));
        }
        return new CheckAnswer(item, verdicts.get(verdict), grid.text(row, OpinionLayout.PROBLEM).strip(), grid.text(row, OpinionLayout.SUGGESTION).strip(),
                grid.text(row, OpinionLayout.BASIS).strip());
    }

    private void cut(AppraisalGrid grid, int row, String label, List<Cut> cuts) {
        SourceCell cell = grid.cell(row, OpinionLayout.CUT);
        String reason = grid.text(row, OpinionLayout.REASON).strip();
        if (CellReading.blank(cell)) {
            if (!reason.isEmpty()) {
                problems.add(Message.of("exchange.form.noCut", grid.place(row, OpinionLayout.CUT)));
            }
            return;
        }
        Money amount = CellReading.money(cell, AmountUnit.YUAN);
        if (amount == null || !amount.isPositive()) {
            problems.add(Message.of("exchange.form.badCut", grid.place(row, OpinionLayout.CUT), CellReading.text(cell)));
            return;
        }
        try {
            cuts.add(new Cut(Integer.parseInt(label), amount, reason));
        } catch (NumberFormatException notALine) {
            problems.add(Message.of("exchange.form.badLine", grid.place(row, OpinionLayout.LABEL), label));
        }
    }
}
