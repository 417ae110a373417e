package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.ItVerdict.Answer;
import org.lianshen.model.pack.RulePack;

/**
 * Whether a budget line is an IT line (domain.md §4.2), from the pack's lists: the unit's own mark, economic codes, procurement items, words in name and remark.
 * 疑似 is what rests on the remark alone, on one single-character word, or stands against the unit's own 否. Before all of these goes an officer's word.
 */
public final class ItClassifier {

    private static final Set<String> YES = Set.of("是", "y", "yes", "1", "true", "√", "✓");
    private static final Set<String> NO = Set.of("否", "n", "no", "0", "false", "×");

    private final List<String> keywords;
    private final List<String> exclusions;
    private final List<String> codes;
    private final List<String> codesWithKeyword;
    private final List<String> procurement;
    private final Map<String, ItWord> words = new HashMap<>();

    /** @param said officers' words, oldest first; the newest of each line key counts */
    public ItClassifier(RulePack pack, List<ItWord> said) {
        keywords = pack.list("it.keywords").stream().map(PlainText::folded).toList();
        exclusions = pack.list("it.exclusions").stream().map(PlainText::folded).toList();
        codes = pack.list("it.ecoCodes");
        codesWithKeyword = pack.list("it.ecoCodesWithKeyword");
        procurement = pack.list("it.procurementPrefixes").stream().map(prefix -> prefix.toLowerCase(Locale.ROOT)).toList();
        for (ItWord word : said) {
            if (word.answer() == ItWord.Answer.REVOKED) {
                words.remove(word.lineKey());
            } else {
                words.put(word.lineKey(), word);
            }
        }
    }

    /** @param inLedger whether the line is tied to a ledger project by number, code, name or an officer's word */
    public ItVerdict classify(BudgetLine line, boolean inLedger) {
        ItWord word = words.isEmpty() ? null : words.get(LineKey.of(line));
        if (word != null) {
            Answer answer = word.answer() == ItWord.Answer.IT ? Answer.YES : Answer.NO;
            String day = word.at().atZone(BeijingTime.ZONE).toLocalDate().toString();
            return new ItVerdict(answer, List.of(word.note().isBlank() ? Message.of("linkage.it.word." + word.answer(), word.by(), day)
                    : Message.of("linkage.it.word.because." + word.answer(), word.by(), day, word.note())));
        }
        var strong = new ArrayList<Message>();
        var weak = new ArrayList<Message>();
        String flag = PlainText.folded(line.text(BudgetField.IT_FLAG));
        if (YES.contains(flag)) {
            strong.add(Message.of("linkage.it.flag"));
        }
        if (inLedger) {
            strong.add(Message.of("linkage.it.ledger"));
        }
        String item = PlainText.folded(line.text(BudgetField.PROCUREMENT_CATALOGUE));
        if (procurement.stream().anyMatch(item::startsWith)) {
            strong.add(Message.of("linkage.it.procurement", line.text(BudgetField.PROCUREMENT_CATALOGUE)));
        }
        String economic = line.text(BudgetField.ECONOMIC_CODE);
        if (startsWithAny(economic, codes)) {
            strong.add(Message.of("linkage.it.code", economic));
        }
        List<String> inName = words(line.project());
        List<String> inRemark = words(line.text(BudgetField.REMARK) + " " + line.text(BudgetField.PURPOSE));
        boolean itCode = startsWithAny(economic, codesWithKeyword);
        if (!inName.isEmpty()) {
            boolean certain = itCode || inName.size() > 1 || inName.getFirst().length() > 1;
            (certain ? strong : weak).add(Message.of("linkage.it.name", inName));
        }
        if (!inRemark.isEmpty()) {
            (itCode ? strong : weak).add(Message.of("linkage.it.remark", inRemark));
        }
        if (itCode && !(inName.isEmpty() && inRemark.isEmpty())) {
            strong.add(Message.of("linkage.it.codeWithWord", economic));
        }
        if (NO.contains(flag) && !strong.isEmpty() && !inLedger) {
            strong.add(Message.of("linkage.it.flagNo"));
            return new ItVerdict(Answer.DOUBTFUL, strong);
        }
        if (!strong.isEmpty()) {
            strong.addAll(weak);
            return new ItVerdict(Answer.YES, strong);
        }
        return weak.isEmpty() || NO.contains(flag) ? new ItVerdict(Answer.NO, List.of()) : new ItVerdict(Answer.DOUBTFUL, weak);
    }

    private static boolean startsWithAny(String code, List<String> prefixes) {
        return !code.isEmpty() && prefixes.stream().anyMatch(code::startsWith);
    }

    /** Keywords in a text, after the words that only look like them are taken out. */
    private List<String> words(String text) {
        String folded = PlainText.folded(text);
        if (folded.isEmpty()) {
            return List.of();
        }
        for (String exclusion : exclusions) {
            folded = folded.replace(exclusion, "|");
        }
        var found = new ArrayList<String>(2);
        for (String keyword : keywords) {
            if (folded.contains(keyword)) {
                found.add(keyword);
            }
        }
        return found;
    }
}
