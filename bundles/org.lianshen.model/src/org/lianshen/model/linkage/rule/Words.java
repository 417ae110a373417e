package org.lianshen.model.linkage.rule;

import java.util.List;
import org.lianshen.model.linkage.PlainText;

/** Words of the pack's lists in texts, whatever their width and case. */
final class Words {

    private Words() {
    }

    /** The words of a list that a text has, in the order of the list. */
    static List<String> in(String text, List<String> words) {
        String folded = PlainText.folded(text);
        return words.stream().filter(word -> folded.contains(PlainText.folded(word))).toList();
    }

    static boolean any(String text, List<String> words) {
        return !in(text, words).isEmpty();
    }

    /** The text without phrases that only look like a word that is looked for. */
    static String without(String text, List<String> phrases) {
        String rest = PlainText.folded(text);
        for (String phrase : phrases) {
            rest = rest.replace(PlainText.folded(phrase), "|");
        }
        return rest;
    }
}
