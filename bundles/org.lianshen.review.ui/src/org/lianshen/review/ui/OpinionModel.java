package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.ActDetail.Opinion;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;

/** The opinion that a body is writing: answers to its check items, cuts on estimate lines, overall opinion. No widgets. */
final class OpinionModel {

    private final int version;
    private final Map<String, CheckItem> items = new LinkedHashMap<>();
    private final Map<String, CheckAnswer> answers = new LinkedHashMap<>();
    private final Map<Integer, Cut> cuts = new TreeMap<>();
    /** Reasons typed so far, also of lines whose amount is not typed yet. */
    private final Map<Integer, String> reasons = new TreeMap<>();
    private final Map<Integer, EstimateLine> lines = new TreeMap<>();
    private Overall overall;
    private String remark;
    private String conditions;
    private final Opinion signed;

    /**
     * @param draft  what to go on with
     * @param signed what the body has signed already, or null
     */
    OpinionModel(int version, List<CheckItem> checkItems, List<EstimateLine> estimate, Opinion draft, Opinion signed) {
        this.version = version;
        this.signed = signed;
        checkItems.forEach(item -> items.put(item.code(), item));
        estimate.forEach(line -> lines.put(line.no(), line));
        draft.answers().stream().filter(answer -> items.containsKey(answer.item())).forEach(answer -> answers.put(answer.item(), answer));
        draft.cuts().stream().filter(cut -> lines.containsKey(cut.lineNo())).forEach(cut -> cut(cut.lineNo(), cut.amount(), cut.reason()));
        overall = draft.overall();
        remark = draft.remark() == null ? "" : draft.remark();
        conditions = draft.conditions() == null ? "" : draft.conditions();
    }

    List<CheckItem> items() {
        return List.copyOf(items.values());
    }

    /** Null while the item has no verdict. */
    CheckAnswer answer(String item) {
        return answers.get(item);
    }

    void verdict(String item, Verdict verdict) {
        CheckAnswer before = answers.get(item);
        answers.put(item, before == null ? new CheckAnswer(item, verdict, "", "", "") : new CheckAnswer(item, verdict, before.problem(), before.suggestion(), before.basis()));
    }

    void words(String item, String problem, String suggestion, String basis) {
        CheckAnswer before = answers.get(item);
        answers.put(item, new CheckAnswer(item, before == null ? null : before.verdict(), problem, suggestion, basis));
    }

    /** Whether the verdict asks for words: a problem that somebody else must understand. */
    boolean asksForWords(String item) {
        CheckAnswer answer = answers.get(item);
        return answer != null && (answer.verdict() == Verdict.FAIL || answer.verdict() == Verdict.DOUBT);
    }

    /** Every item without a verdict passes; what was said stays. */
    void passTheRest() {
        items.keySet().stream().filter(item -> answers.get(item) == null || answers.get(item).verdict() == null).forEach(item -> verdict(item, Verdict.PASS));
    }

    /** @param amount zero or null takes the cut away, but not the reason typed for it; more than the line's amount becomes the line's amount */
    void cut(int line, Money amount, String reason) {
        Money limit = lines.get(line).amount();
        reasons.put(line, reason == null ? "" : reason);
        if (amount == null || !amount.isPositive()) {
            cuts.remove(line);
        } else {
            cuts.put(line, new Cut(line, amount.min(limit), reason == null ? "" : reason));
        }
    }

    Cut cut(int line) {
        return cuts.get(line);
    }

    String cutReason(int line) {
        return reasons.getOrDefault(line, "");
    }

    Money cutTotal() {
        return Money.sum(cuts.values().stream().map(Cut::amount).toList());
    }

    void overall(Overall chosen) {
        overall = chosen;
    }

    Overall overall() {
        return overall;
    }

    void remark(String text) {
        remark = text;
    }

    String remark() {
        return remark;
    }

    /** What keeps the opinion from being signed, first thing first; empty when it can be signed. */
    List<Missing> missing() {
        var missing = new ArrayList<Missing>();
        for (CheckItem item : items.values()) {
            CheckAnswer answer = answers.get(item.code());
            if (answer == null || answer.verdict() == null) {
                missing.add(new Missing(Kind.VERDICT, item.code()));
            } else if (asksForWords(item.code()) && answer.problem().isBlank()) {
                missing.add(new Missing(Kind.PROBLEM, item.code()));
            }
        }
        cuts.values().stream().filter(cut -> cut.reason().isBlank()).forEach(cut -> missing.add(new Missing(Kind.CUT_REASON, Integer.toString(cut.lineNo()))));
        if (overall == null) {
            missing.add(new Missing(Kind.OVERALL, ""));
        }
        if (missing.isEmpty() && opinion().equals(signed)) {
            missing.add(new Missing(Kind.CHANGE, ""));
        }
        return missing;
    }

    Opinion opinion() {
        List<CheckAnswer> said = answers.values().stream().filter(answer -> answer.verdict() != null || !answer.problem().isBlank()).toList();
        return new Opinion(version, said, overall, List.copyOf(cuts.values()), conditions, remark);
    }

    enum Kind {
        VERDICT, PROBLEM, CUT_REASON, OVERALL, /** it is signed as it stands */ CHANGE
    }

    /** @param what code of the check item, number of the estimate line, or nothing */
    record Missing(Kind kind, String what) {
    }
}
