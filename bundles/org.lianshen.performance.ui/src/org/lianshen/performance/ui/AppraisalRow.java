package org.lianshen.performance.ui;

import java.util.List;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;

/** An appraisal in the list, with its score. */
record AppraisalRow(Appraisal appraisal, ScoreSheet sheet) {

    static TableSpec<AppraisalRow> spec(Texts texts) {
        return new TableSpec<>("performance.list", "performance.list.title",
                List.of(new Column<>("project", "performance.head.project", Type.TEXT, 42, row -> row.appraisal().projectName()),
                        new Column<>("unit", "performance.head.unit", Type.TEXT, 26, row -> row.appraisal().unit()),
                        new Column<>("year", "performance.head.year", Type.CODE, 7, row -> String.valueOf(row.appraisal().year())),
                        new Column<>("evaluator", "performance.head.evaluator", Type.TEXT, 12, row -> texts.get("performance.evaluator." + row.appraisal().evaluator().name())),
                        new Column<>("score", "performance.head.score", Type.NUMBER, 8, row -> row.sheet().total()),
                        new Column<>("grade", "performance.head.grade", Type.STATE, 9, row -> grade(row.sheet().grade())),
                        new Column<>("settled", "performance.head.settled", Type.STATE, 10, row -> settled(row.appraisal().settled())),
                        new Column<>("edited", "performance.head.edited", Type.TIME, 17, row -> row.appraisal().editedAt())));
    }

    static Mark grade(Grade grade) {
        return new Mark("performance.grade." + grade.name(), switch (grade) {
            case EXCELLENT, GOOD -> Tone.OK;
            case FAIR -> Tone.WARN;
            case POOR -> Tone.BLOCK;
        }, null);
    }

    private static Mark settled(boolean settled) {
        return new Mark(settled ? "performance.settled.YES" : "performance.settled.NO", settled ? Tone.INFO : Tone.MUTED, settled ? "journal-check" : "circle");
    }
}
