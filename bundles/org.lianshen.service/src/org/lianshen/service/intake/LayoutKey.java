package org.lianshen.service.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lianshen.model.budget.AmountUnit;

/**
 * What two sheets have in common that look alike: the words of their heads by column, the unit of amounts that they state, and whose they are: the unit that stands above the
 * table, or else the sheet's name. Years and numbers do not count, so that next year's sheet is of the same layout.
 *
 * @param key   digest
 * @param label what a person knows the layout by
 */
record LayoutKey(String key, String label) {

    private static final int HEAD_CELLS = 3;
    private static final int DIGITS = 32;

    static LayoutKey of(String sheet, List<SourceRow> head) {
        var text = new StringBuilder();
        int last = 0;
        for (SourceRow row : head) {
            boolean heady = HeadGrid.heady(row);
            if (heady && row.cells().stream().filter(cell -> cell != null && !cell.text().isBlank()).count() >= HEAD_CELLS) {
                last = row.number();
                words(row, text);
            } else if (last > 0) {
                break;
            }
        }
        Captions captions = Captions.above(head, last == 0 ? Integer.MAX_VALUE : last + 1);
        AmountUnit stated = captions.unit();
        String owner = captions.agency() != null ? captions.agency() : sheet.replaceAll("[0-9０-９]+", "");
        text.append(stated).append('\n').append(HeadText.squeeze(owner));
        return new LayoutKey(digest(text.toString()), captions.agency() == null ? sheet : captions.agency() + " ▸ " + sheet);
    }

    private static void words(SourceRow row, StringBuilder into) {
        for (int column = 0; column < row.cells().size(); column++) {
            SourceCell cell = row.cell(column);
            if (cell != null && !cell.text().isBlank()) {
                HeadText head = HeadText.of(cell.text());
                into.append(column).append(' ').append(head.plain()).append(' ').append(head.unit()).append('\n');
            }
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
