package org.lianshen.workbench.look;

/** What a state means for the one who reads it. Colour only adds to it: {@link #icon()} and a word are always there. */
public enum Tone {
    /** in order, agreed, passed */
    OK(Icon.CHECK_CIRCLE),
    /** needs attention, or a reason */
    WARN(Icon.EXCLAMATION_TRIANGLE),
    /** forbidden, against, failed */
    BLOCK(Icon.EXCLAMATION_OCTAGON),
    /** at work, waiting for the one who reads */
    INFO(Icon.INFO_CIRCLE),
    /** nothing to do here */
    NEUTRAL(Icon.DASH_CIRCLE);

    private final Icon icon;

    Tone(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }
}
