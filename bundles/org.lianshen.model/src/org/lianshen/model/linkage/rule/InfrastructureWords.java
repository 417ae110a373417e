package org.lianshen.model.linkage.rule;

import java.util.List;
import org.lianshen.model.linkage.PlainText;
import org.lianshen.model.pack.RulePack;

/**
 * The pack's words for things that a unit should not have of its own.
 *
 * @param shared   words that only look like these, such as 云服务器
 * @param purchase beginnings of the economic codes under which things are bought
 */
record InfrastructureWords(List<String> hardware, List<String> network, List<String> shared, List<String> purchase) {

    static InfrastructureWords of(RulePack pack) {
        return new InfrastructureWords(folded(pack, "estimate.ownHardware"), folded(pack, "cloud.ownNetwork"), folded(pack, "cloud.sharedWords"), pack.list("eco.purchase"));
    }

    private static List<String> folded(RulePack pack, String list) {
        return pack.list(list).stream().map(PlainText::folded).toList();
    }

    /** @param folded see {@link PlainText#folded} */
    String hardwareIn(String folded) {
        return first(folded, hardware);
    }

    /** @param folded see {@link PlainText#folded} */
    String networkIn(String folded) {
        return first(folded, network);
    }

    /** The first of the words, or null. */
    private String first(String text, List<String> words) {
        String folded = text;
        if (words.stream().noneMatch(text::contains)) {
            return null;
        }
        for (String word : shared) {
            folded = folded.replace(word, "|");
        }
        return words.stream().filter(folded::contains).findFirst().orElse(null);
    }

    boolean bought(String economicCode) {
        return economicCode.isEmpty() || purchase.stream().anyMatch(economicCode::startsWith);
    }
}
