package org.lianshen.workbench.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Display;

/**
 * The look: colours, fonts, distances and icons by token (design table in {@code look.md}). Nothing else in the program names a colour, a font or a distance.
 *
 * <p>One per display and theme, made by the shell and injected. Fonts and images are shared and belong to the look: do not dispose them.
 */
public final class Look {

    private static final Set<String> GENERIC_FAMILIES = Set.of("Sans", "Sans-Serif", "DejaVu Sans");
    private static final String[] CHINESE_FAMILIES = {"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"};

    private final Display display;
    private final Palette palette;
    private final int unit;
    private final Font base;
    private final Font bold;
    private final Font title;
    private final Font section;
    private final Font caption;
    private final Font captionBold;
    private final Font large;
    private final Map<RGB, Color> colors = new HashMap<>();
    private final Map<String, Image> images = new HashMap<>();

    /** On the platform's own theme. */
    public Look(Display display) {
        this(display, Display.isSystemDarkTheme());
    }

    public Look(Display display, boolean dark) {
        this.display = display;
        palette = dark ? Palette.onDark() : Palette.onLight(display);
        Font system = display.getSystemFont();
        unit = Math.max(2, heightOf(system) / 4);
        FontData data = system.getFontData()[0];
        String family = family(data.getName());
        base = font(family, data, 1, SWT.NORMAL);
        bold = font(family, data, 1, SWT.BOLD);
        title = font(family, data, 1.35, SWT.BOLD);
        section = font(family, data, 1.1, SWT.BOLD);
        caption = font(family, data, 0.9, SWT.NORMAL);
        captionBold = font(family, data, 0.9, SWT.BOLD);
        large = font(family, data, 1.8, SWT.NORMAL);
        // Displays outlive looks only when the theme changes; fonts and images still in use by widgets go with the display.
        display.disposeExec(this::dispose);
    }

    private void dispose() {
        for (Font font : new Font[] {base, bold, title, section, caption, captionBold, large}) {
            font.dispose();
        }
        images.values().forEach(Image::dispose);
        images.clear();
    }

    public Display display() {
        return display;
    }

    public boolean isDark() {
        return palette.dark();
    }

    /** {@code count} units of distance: margins 4, gap between fields 2, between groups 5, tile padding 3. A unit is a quarter of the platform font's height. */
    public int u(double count) {
        return (int) Math.round(unit * count);
    }

    public Color surface() {
        return color(palette.surface());
    }

    /** Headers, side panels, cards. */
    public Color raised() {
        return color(palette.raised());
    }

    /** Separators. */
    public Color line() {
        return color(palette.line());
    }

    /** The edge of a control one can press or type into. */
    public Color edge() {
        return color(palette.edge());
    }

    public Color text() {
        return color(palette.text());
    }

    /** Captions, labels, what is less important; still at least 4.5:1 on surface and raised. */
    public Color muted() {
        return color(palette.muted());
    }

    public Color accent() {
        return color(palette.accent());
    }

    /** Type on an area filled with the accent. */
    public Color onAccent() {
        return color(palette.onAccent());
    }

    /** Background of the selected row or desk. */
    public Color selection() {
        return color(palette.selection());
    }

    /** Type and icon of a state. */
    public Color tone(Tone tone) {
        return color(palette.tone(tone));
    }

    /** Background of a state: row, tile, tag, differing characters. */
    public Color tint(Tone tone) {
        return color(palette.tint(tone));
    }

    /** Data and most else; never anything smaller for data. */
    public Font base() {
        return base;
    }

    public Font bold() {
        return bold;
    }

    public Font title() {
        return title;
    }

    public Font section() {
        return section;
    }

    public Font caption() {
        return caption;
    }

    public Font captionBold() {
        return captionBold;
    }

    /** For a room that reads from afar: meeting mode, the one figure of a dashboard tile. */
    public Font large() {
        return large;
    }

    /** At the size of the type, 4 units. */
    public Image icon(Icon icon, Color color) {
        return icon(icon, color, u(4));
    }

    public Image icon(Icon icon, Tone tone) {
        return icon(icon, tone(tone));
    }

    /** @param size in SWT points; crisp at every zoom, since the drawing is rasterised anew for each */
    public Image icon(Icon icon, Color color, int size) {
        return icon(resource(icon.path()), color, size);
    }

    /** An icon of a desk bundle of its own: any SVG that draws in {@code currentColor}, such as the {@code iconURI} of a part. */
    public Image icon(URL svg, Color color, int size) {
        return images.computeIfAbsent(svg + "#" + color.getRGB() + size, key -> new Image(display, rasterised(read(svg), color, size)));
    }

    /** An icon by the {@code iconURI} of an e4 model element. */
    public Image icon(String uri, Color color, int size) {
        String own = "platform:/plugin/org.lianshen.workbench/";
        try {
            return icon(uri.startsWith(own) ? resource(uri.substring(own.length())) : URI.create(uri).toURL(), color, size);
        } catch (IOException problem) {
            throw new UncheckedIOException(uri, problem);
        }
    }

    /** Width in points of {@code characters} average characters of the base font, for columns and fields. */
    public int characters(double characters) {
        GC gc = new GC(display);
        try {
            gc.setFont(base);
            return (int) Math.ceil(gc.textExtent("0").x * characters);
        } finally {
            gc.dispose();
        }
    }

    /** Hands on a text in the base font, broken into lines of that width in points, to be measured or drawn. */
    public void lines(String text, int width, Consumer<TextLayout> then) {
        var lines = new TextLayout(display);
        try {
            lines.setFont(base);
            lines.setText(text);
            lines.setWidth(Math.max(1, width));
            then.accept(lines);
        } finally {
            lines.dispose();
        }
    }

    /** Width in points of a text in the base font, for columns that must hold the longest of several words. */
    public int width(String text) {
        GC gc = new GC(display);
        try {
            gc.setFont(base);
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    private static URL resource(String path) {
        URL url = Look.class.getResource("/" + path);
        if (url == null) {
            throw new IllegalArgumentException("no such icon: " + path);
        }
        return url;
    }

    private static String read(URL svg) {
        try (InputStream in = svg.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(svg.toString(), problem);
        }
    }

    private static ImageDataProvider rasterised(String svg, Color color, int size) {
        String tinted = svg.replace("currentColor", String.format("#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue()));
        return zoom -> {
            int pixels = Math.round(size * zoom / 100f);
            String sized = tinted.replaceFirst("width=\"\\d+\" height=\"\\d+\"", "width=\"" + pixels + "\" height=\"" + pixels + "\"");
            return new ImageData(new ByteArrayInputStream(sized.getBytes(StandardCharsets.UTF_8)));
        };
    }

    private Color color(RGB rgb) {
        return colors.computeIfAbsent(rgb, Color::new);
    }

    /** A platform that names no family of its own leaves Chinese to chance (Japanese shapes on a bare Debian): take a Chinese one then. */
    private String family(String platform) {
        if (GENERIC_FAMILIES.contains(platform)) {
            for (String family : CHINESE_FAMILIES) {
                if (display.getFontList(family, true).length > 0) {
                    return family;
                }
            }
        }
        return platform;
    }

    private Font font(String family, FontData platform, double factor, int style) {
        return new Font(display, family, (int) Math.round(platform.getHeight() * factor), style);
    }

    private int heightOf(Font font) {
        GC gc = new GC(display);
        try {
            gc.setFont(font);
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }
}
