package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.linkage.PlainText;

/** Words of one of the pack's lists, folded once, to be looked for in many texts whatever their width and case. */
final class Words {

    private final List<String> words;
    private final List<String> folded;

    private Words(List<String> words) {
        this.words = words;
        folded = words.stream().map(PlainText::folded).toList();
    }

    static Words of(List<String> words) {
        return new Words(words);
    }

    /** The words that a text has, in the order of the list. */
    List<String> in(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        String plain = PlainText.folded(text);
        var found = new ArrayList<String>(1);
        for (int i = 0; i < folded.size(); i++) {
            if (plain.contains(folded.get(i))) {
                found.add(words.get(i));
            }
        }
        return found;
    }

    boolean any(String text) {
        if (text.isBlank()) {
            return false;
        }
        String plain = PlainText.folded(text);
        return folded.stream().anyMatch(plain::contains);
    }

    /** The text without these words: phrases that only look like a word that is looked for. */
    String takenOut(String text) {
        String rest = PlainText.folded(text);
        for (String phrase : folded) {
            rest = rest.replace(phrase, "|");
        }
        return rest;
    }
}
