package org.lianshen.proposal.ui;

import java.util.List;
import org.lianshen.model.review.State;
import org.lianshen.service.ProposalService.Summary;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;

/** Proposals as a list, with the mark of their state. */
record ProposalTable(Texts texts) {

    TableSpec<Summary> spec() {
        return new TableSpec<>("proposal.list", "proposal.list.title",
                List.of(new Column<>("state", "proposal.head.state", Type.STATE, 12, row -> mark(row.state().state())),
                        new Column<>("name", "proposal.head.name", Type.TEXT, 44, Summary::name),
                        new Column<>("unit", "proposal.head.unit", Type.TEXT, 26, Summary::unit),
                        new Column<>("projectClass", "proposal.head.projectClass", Type.TEXT, 15, this::projectClass),
                        new Column<>("applied", "proposal.head.applied", Type.MONEY, 14, Summary::applied),
                        new Column<>("reviewNo", "proposal.head.reviewNo", Type.CODE, 20, Summary::reviewNo),
                        new Column<>("due", "proposal.head.due", Type.DATE, 11, row -> row.state().dueDate()),
                        new Column<>("edited", "proposal.head.edited", Type.TIME, 17, Summary::editedAt)));
    }

    private String projectClass(Summary row) {
        String key = "proposal.choice.PROJECT_CLASS." + row.projectClass();
        return texts.has(key) ? texts.get(key) : "";
    }

    private static Mark mark(State state) {
        return new Mark("review.state." + state.name(), switch (StateStrip.tone(state)) {
            case OK -> Tone.OK;
            case WARN -> Tone.WARN;
            case BLOCK -> Tone.BLOCK;
            case INFO -> Tone.INFO;
            case NEUTRAL -> Tone.MUTED;
        }, state == State.DRAFT ? "pencil-square" : null);
    }
}
