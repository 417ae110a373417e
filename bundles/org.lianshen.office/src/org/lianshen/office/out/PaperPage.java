package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;

/** A page with what stands on it. Places are in points from the upper left corner of the paper. */
final class PaperPage {

    /** Ink. */
    enum Ink {
        BLACK, RED
    }

    /** A line of text: {@code x} is where its left end is. @param scale width of a character ÷ its height */
    record Text(double x, double baseline, double size, double scale, Ink ink, Line line) {
    }

    /** A straight rule. */
    record Rule(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    }

    private final int number;
    private final boolean numbered;
    private final List<Text> texts = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /** @param numbered whether the page number is printed */
    PaperPage(int number, boolean numbered) {
        this.number = number;
        this.numbered = numbered;
    }

    int number() {
        return number;
    }

    boolean numbered() {
        return numbered;
    }

    boolean odd() {
        return number % 2 == 1;
    }

    List<Text> texts() {
        return texts;
    }

    List<Rule> rules() {
        return rules;
    }

    void add(Text text) {
        texts.add(text);
    }

    void add(Rule rule) {
        rules.add(rule);
    }
}
