package org.lianshen.workbench.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

class LookTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void typeStandsOutFromWhatIsBehindIt(boolean dark) {
        try (var ui = new UiTest(folder, Language.CHINESE, dark)) {
            Look look = ui.look();
            for (Color ground : new Color[] {look.surface(), look.raised()}) {
                assertContrast(look.text(), ground, 7);
                assertContrast(look.muted(), ground, 4.5);
                assertContrast(look.accent(), ground, 4.5);
            }
            for (Tone tone : Tone.values()) {
                assertContrast(look.tone(tone), look.surface(), 4.5);
                assertContrast(look.tone(tone), look.tint(tone), 4.5);
                assertContrast(look.text(), look.tint(tone), 4.5);
            }
            assertContrast(look.onAccent(), look.accent(), 4.5);
            assertContrast(look.accent(), look.selection(), 4.5);
        }
    }

    @Test
    void everyIconIsThereAndIsDrawn() {
        try (var ui = new UiTest(folder)) {
            for (Icon icon : Icon.values()) {
                assertNotNull(Look.class.getResource("/" + icon.path()), icon.path());
                var image = ui.look().icon(icon, Tone.INFO);
                assertEquals(ui.look().u(4), image.getBounds().width, icon.path());
                assertTrue(hasInk(image.getImageData()), icon.path());
            }
        }
    }

    @Test
    void iconsAreDrawnAnewForEachZoom() {
        try (var ui = new UiTest(folder)) {
            var image = ui.look().icon(Icon.PEOPLE, Tone.INFO);
            assertEquals(ui.look().u(4) * 2, image.getImageData(200).width);
            assertEquals(ui.look().u(4) * 3 / 2, image.getImageData(150).width);
        }
    }

    @Test
    void typeIsNeverSmallerThanThePlatformsExceptCaptions() {
        try (var ui = new UiTest(folder)) {
            Look look = ui.look();
            int platform = ui.display().getSystemFont().getFontData()[0].getHeight();
            assertEquals(platform, look.base().getFontData()[0].getHeight());
            assertTrue(look.title().getFontData()[0].getHeight() > look.section().getFontData()[0].getHeight());
            assertTrue(look.section().getFontData()[0].getHeight() > platform);
            assertTrue(look.caption().getFontData()[0].getHeight() < platform);
            assertEquals(look.u(4), 4 * look.u(1));
        }
    }

    private static boolean hasInk(org.eclipse.swt.graphics.ImageData data) {
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                if (data.getAlpha(x, y) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void assertContrast(Color ink, Color ground, double least) {
        double a = luminance(ink.getRGB()) + 0.05;
        double b = luminance(ground.getRGB()) + 0.05;
        double contrast = Math.max(a, b) / Math.min(a, b);
        assertTrue(contrast >= least, ink + " on " + ground + " is " + contrast);
    }

    /** WCAG 2.1 relative luminance. */
    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
