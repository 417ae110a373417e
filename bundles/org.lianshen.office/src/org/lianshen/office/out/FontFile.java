package org.lianshen.office.out;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One font in a font file, known by its names. Only the table directory and the tables {@code name} and {@code OS/2} are read (ISO/IEC 14496-22), so that a folder of
 * a thousand fonts is looked through quickly.
 *
 * @param index      place in a collection, or −1 for a file with one font
 * @param names      full names and PostScript name in all languages, lower case
 * @param display    Chinese full name where there is one, else the English
 * @param chinese    whether the font says that it covers the CJK ideographs
 * @param embeddable whether its licence bits allow embedding
 * @param separable  whether a part of it can be made a font file: TrueType outlines, and a licence that allows it
 */
record FontFile(Path path, int index, Set<String> names, String display, boolean chinese, boolean embeddable, boolean separable) {

    private static final int COLLECTION = 0x74746366;
    private static final int OPEN_TYPE = 0x4F54544F;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int APPLE_TRUE_TYPE = 0x74727565;
    private static final int NAME = 0x6E616D65;
    private static final int OS2 = 0x4F532F32;
    private static final int MOST_FONTS = 256;
    private static final int SIMPLIFIED_CHINESE = 0x0804;

    /** As the PDF library takes it. */
    String location() {
        return index < 0 ? path.toString() : path + "," + index;
    }

    /** The fonts of a file; empty if it is none that can be read. */
    static List<FontFile> in(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int kind = file.readInt();
            if (kind != COLLECTION) {
                return isFont(kind) ? List.of(read(file, path, -1, 0)) : List.of();
            }
            file.readInt();
            int count = file.readInt();
            List<FontFile> fonts = new ArrayList<>();
            for (int i = 0; i < Math.min(count, MOST_FONTS); i++) {
                file.seek(12 + 4L * i);
                fonts.add(read(file, path, i, Integer.toUnsignedLong(file.readInt())));
            }
            return fonts;
        } catch (IOException | IllegalArgumentException damaged) {
            return List.of();
        }
    }

    private static boolean isFont(int kind) {
        return kind == OPEN_TYPE || kind == TRUE_TYPE || kind == APPLE_TRUE_TYPE;
    }

    private static FontFile read(RandomAccessFile file, Path path, int index, long start) throws IOException {
        file.seek(start);
        boolean separable = file.readInt() != OPEN_TYPE;
        Map<Integer, long[]> tables = tables(file, start);
        Names names = tables.containsKey(NAME) ? names(file, tables.get(NAME)[0]) : new Names(Set.of(), path.getFileName().toString());
        boolean chinese = false;
        boolean embeddable = true;
        long[] os2 = tables.get(OS2);
        if (os2 != null && os2[1] >= 58) {
            file.seek(os2[0] + 8);
            int licence = file.readUnsignedShort();
            embeddable = (licence & 0x000F) != 0x0002 && (licence & 0x0200) == 0;
            separable &= (licence & 0x0100) == 0;
            file.seek(os2[0] + 46);
            chinese = (file.readInt() & 1 << 27) != 0;
        }
        return new FontFile(path, index, names.all(), names.display(), chinese, embeddable, separable);
    }

    private static Map<Integer, long[]> tables(RandomAccessFile file, long start) throws IOException {
        file.seek(start + 4);
        int count = file.readUnsignedShort();
        file.seek(start + 12);
        Map<Integer, long[]> tables = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int tag = file.readInt();
            file.readInt();
            tables.put(tag, new long[] {Integer.toUnsignedLong(file.readInt()), Integer.toUnsignedLong(file.readInt())});
        }
        return tables;
    }

    private record Names(Set<String> all, String display) {
    }

    private static Names names(RandomAccessFile file, long start) throws IOException {
        file.seek(start + 2);
        int count = file.readUnsignedShort();
        long strings = start + file.readUnsignedShort();
        Set<String> all = new LinkedHashSet<>();
        String chinese = null;
        String english = null;
        for (int i = 0; i < count; i++) {
            file.seek(start + 6 + 12L * i);
            int platform = file.readUnsignedShort();
            int encoding = file.readUnsignedShort();
            int language = file.readUnsignedShort();
            int kind = file.readUnsignedShort();
            int length = file.readUnsignedShort();
            int offset = file.readUnsignedShort();
            Charset charset = charset(platform, encoding);
            if (charset == null || kind != 4 && kind != 6) {
                continue;
            }
            byte[] bytes = new byte[length];
            file.seek(strings + offset);
            file.readFully(bytes);
            String name = new String(bytes, charset);
            all.add(name.toLowerCase(Locale.ROOT));
            if (kind == 4 && platform == 3 && language == SIMPLIFIED_CHINESE) {
                chinese = name;
            } else if (kind == 4 && english == null) {
                english = name;
            }
        }
        return new Names(all, chinese != null ? chinese : english != null ? english : all.stream().findFirst().orElse(""));
    }

    private static Charset charset(int platform, int encoding) {
        return switch (platform) {
            case 0 -> StandardCharsets.UTF_16BE;
            case 3 -> encoding == 0 || encoding == 1 || encoding == 10 ? StandardCharsets.UTF_16BE : null;
            case 1 -> encoding == 0 ? StandardCharsets.ISO_8859_1 : null;
            default -> null;
        };
    }
}
