package org.lianshen.model.linkage.rule;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.FundKind;

/** Which approved kinds of money a word of a budget sheet may mean, by the pack's list {@code fund.words}. */
record FundWords(List<Word> words) {

    record Word(String word, Set<FundKind> kinds) {
    }

    /** Longest first, so that 政府性基金预算 is not taken for something shorter. */
    static FundWords of(RulePack pack) {
        return new FundWords(pack.list("fund.words").stream().map(entry -> entry.split("=", 2)).map(pair -> {
            Set<FundKind> kinds = EnumSet.noneOf(FundKind.class);
            for (String kind : pair[1].split("\\|")) {
                kinds.add(FundKind.valueOf(kind));
            }
            return new Word(PlainText.folded(pair[0]), kinds);
        }).sorted(Comparator.comparing((Word word) -> word.word.length()).reversed()).toList());
    }

    /** Empty for a word that the pack does not know. */
    Optional<Set<FundKind>> kinds(String source) {
        String folded = PlainText.folded(source);
        return words.stream().filter(word -> folded.contains(word.word)).findFirst().map(Word::kinds);
    }
}
