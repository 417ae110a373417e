package org.lianshen.office.in;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Number formats by cell style: which numbers are dates. */
final class CellStyles {

    /** @param code null for General */
    record Format(String code, boolean date) {
    }

    private static final Format GENERAL = new Format(null, false);
    private final List<Format> styles;

    private CellStyles(List<Format> styles) {
        this.styles = styles;
    }

    static CellStyles read(XlsxParts parts, String part) {
        var styles = new ArrayList<Format>();
        if (part != null && parts.has(part)) {
            Map<Integer, String> codes = new HashMap<>();
            Map<Integer, Format> formats = new HashMap<>();
            boolean cells = false;
            try (var xml = parts.xml(part, new PartStream.Budget())) {
                while (xml.next()) {
                    if (xml.starts("numFmt")) {
                        codes.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                    } else if (xml.starts("cellXfs")) {
                        cells = true;
                    } else if (xml.ends("cellXfs")) {
                        cells = false;
                    } else if (cells && xml.starts("xf")) {
                        styles.add(formats.computeIfAbsent(number(xml.attribute("numFmtId")), id -> of(id, codes.get(id))));
                    }
                }
            }
        }
        return new CellStyles(styles);
    }

    /** @param code null for a format of Excel's own */
    static Format of(int id, String code) {
        String shown = code != null ? code : BuiltinFormats.getBuiltinFormat(id);
        boolean date = id != 0 && DateUtil.isADateFormat(id, shown == null ? "" : shown);
        return shown == null || shown.equalsIgnoreCase("General") ? new Format(null, date) : new Format(shown, date);
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    Format get(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : GENERAL;
    }
}
