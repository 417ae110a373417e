package org.lianshen.proposal.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;

/**
 * A file that goes with the form, or one that is missing.
 *
 * @param file null where it is missing
 */
record AttachmentRow(String kind, Attachment file) {

    /** The form check's code for a kind that is missing; its place is the kind. */
    private static final String MISSING_CHECK = "attachment";
    private static final BigDecimal KILO = new BigDecimal(1024);
    private static final Mark KEPT = new Mark("proposal.attachment.KEPT", Tone.OK, "paperclip");
    private static final Mark MISSING = new Mark("proposal.attachment.MISSING", Tone.WARN, null);

    static final TableSpec<AttachmentRow> SPEC = new TableSpec<>("proposal.attachments", "form.table.attachments",
            List.of(new Column<>("kind", "form.column.kind", Type.TEXT, 30, AttachmentRow::kind),
                    new Column<>("state", "proposal.head.state", Type.STATE, 12, row -> row.missing() ? MISSING : KEPT),
                    new Column<>("fileName", "form.column.fileName", Type.TEXT, 40, row -> row.missing() ? "" : row.file().fileName()),
                    new Column<>("size", "proposal.head.size", Type.TEXT, 12, AttachmentRow::size)));

    boolean missing() {
        return file == null;
    }

    /** Missing kinds first, as the form check names them; then the files. */
    static List<AttachmentRow> of(ProposalModel model) {
        var rows = new ArrayList<AttachmentRow>();
        for (FormFinding finding : model.findings(Section.ATTACHMENTS)) {
            if (finding.check().equals(MISSING_CHECK)) {
                rows.add(new AttachmentRow(finding.place(), null));
            }
        }
        model.form().attachments().forEach(file -> rows.add(new AttachmentRow(file.kind(), file)));
        return rows;
    }

    private String size() {
        if (missing()) {
            return "";
        }
        if (file.size() < KILO.intValue()) {
            return String.format("%d B", file.size());
        }
        BigDecimal kilobytes = BigDecimal.valueOf(file.size()).divide(KILO, 1, RoundingMode.HALF_UP);
        return kilobytes.compareTo(KILO) < 0 ? String.format("%s KB", kilobytes.toPlainString())
                : String.format("%s MB", kilobytes.divide(KILO, 1, RoundingMode.HALF_UP).toPlainString());
    }
}
