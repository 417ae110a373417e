package org.lianshen.workbench.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/** The colours of one theme, by token. Here and in the two style sheets for what the platform draws are the only places in the program where a colour is written down. */
record Palette(boolean dark, RGB surface, RGB raised, RGB line, RGB text, RGB muted, RGB edge, RGB accent, RGB onAccent, RGB selection, RGB ok, RGB warn, RGB block) {

    static Palette onLight(Display display) {
        RGB surface = lightPlatform(display);
        return new Palette(false, surface, mix(surface, rgb(0x000C22), 0.035), mix(surface, rgb(0x001028), 0.125), rgb(0x1F2328), rgb(0x59636E), rgb(0xB6BEC8), rgb(0x1F4E8C),
                rgb(0xFFFFFF), rgb(0xE3ECF8), rgb(0x1B6E3C), rgb(0x8A5A00), rgb(0xA4262C));
    }

    static Palette onDark() {
        RGB surface = rgb(0x1E2227);
        return new Palette(true, surface, mix(surface, rgb(0xE6F0FF), 0.04), mix(surface, rgb(0xE0ECFF), 0.15), rgb(0xE6E9ED), rgb(0x9AA4AF), rgb(0x5A626C), rgb(0x8AB4F8),
                rgb(0x10233F), mix(surface, rgb(0x8AB4F8), 0.2), rgb(0x7BC99A), rgb(0xF0C36D), rgb(0xF1A1A4));
    }

    RGB tone(Tone tone) {
        return switch (tone) {
            case OK -> ok;
            case WARN -> warn;
            case BLOCK -> block;
            case INFO -> accent;
            case NEUTRAL -> muted;
        };
    }

    RGB tint(Tone tone) {
        return tone == Tone.NEUTRAL ? raised : mix(surface, tone(tone), dark ? 0.16 : 0.10);
    }

    /** The platform's list background where it is light: under a dark platform that is told to be light it changes only after this look has been made. */
    private static RGB lightPlatform(Display display) {
        RGB rgb = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB();
        return (0.2126 * rgb.red + 0.7152 * rgb.green + 0.0722 * rgb.blue) / 255 > 0.9 ? rgb : rgb(0xFFFFFF);
    }

    static RGB mix(RGB base, RGB over, double share) {
        return new RGB(mixed(base.red, over.red, share), mixed(base.green, over.green, share), mixed(base.blue, over.blue, share));
    }

    private static int mixed(int base, int over, double share) {
        return (int) Math.round(base + (over - base) * share);
    }

    private static RGB rgb(int hex) {
        return new RGB(hex >> 16, hex >> 8 & 0xFF, hex & 0xFF);
    }
}
