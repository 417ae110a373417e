package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;

/** A page with what stands on it. Places are in points from the upper left corner of the page as it is read. */
final class PaperPage {

    /** Ink. */
    enum Ink {
        BLACK, RED
    }

    /**
     * A line of text: {@code x} and {@code baseline} are where its left end is.
     *
     * @param scale  width of a character ÷ its height
     * @param turned whether it runs downwards, turned a quarter clockwise: the page number of a landscape page, which stands where the upright pages have theirs
     */
    record Text(double x, double baseline, double size, double scale, Ink ink, Line line, boolean turned) {

        Text(double x, double baseline, double size, double scale, Ink ink, Line line) {
            this(x, baseline, size, scale, ink, line, false);
        }
    }

    /** A straight rule. */
    record Rule(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    }

    /** Grey behind a label. */
    record Shade(double x, double y, double width, double height) {
    }

    private final int number;
    private final boolean numbered;
    private final Frame frame;
    private final List<Text> texts = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Shade> shades = new ArrayList<>();

    /** @param numbered whether the page number is printed */
    PaperPage(int number, boolean numbered, Frame frame) {
        this.number = number;
        this.numbered = numbered;
        this.frame = frame;
    }

    int number() {
        return number;
    }

    boolean numbered() {
        return numbered;
    }

    Frame frame() {
        return frame;
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

    List<Shade> shades() {
        return shades;
    }

    void add(Text text) {
        texts.add(text);
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    void add(Shade shade) {
        shades.add(shade);
    }
}
