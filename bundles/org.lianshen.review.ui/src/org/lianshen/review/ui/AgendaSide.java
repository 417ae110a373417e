package org.lianshen.review.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.ReviewService.Review;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** The agenda of a meeting: what is on it, in which order, and what was decided. Items are moved by dragging, by keys and by buttons. */
final class AgendaSide {

    private final Grid<Item> grid;
    private final FlatButton acceptAll;
    private final Composite order;
    private final Acts acts;
    /** While the rows are replaced. */
    private boolean filling;

    /** What is done about what stands there. */
    interface Acts {

        boolean open();

        void turnTo(UUID proposal);

        /** Takes what the opinions amount to as the decision, and goes on to the next item. */
        void accept(UUID proposal);

        void acceptAll();

        /** @param by places; the item at hand moves */
        void move(int by);

        /** @param by places; negative towards the top */
        void move(UUID proposal, int by);

        void add();

        /** The item at hand goes off the agenda. */
        void takeOff();

        void decide(DecisionKind kind);
    }

    AgendaSide(Composite parent, Kit kit, Grids grids, ReviewMessages messages, Texts texts, Acts acts) {
        this.acts = acts;
        Look look = kit.look();
        Composite area = new Composite(parent, SWT.NONE);
        area.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(3)).spacing(0, look.u(1)).applyTo(area);
        Composite heading = kit.row(area, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).grab(true, false).applyTo(kit.section(heading, messages.agenda));
        acceptAll = kit.quiet(heading, messages.acceptAll, acts::acceptAll);
        grid = grids.grid(area, spec(messages, texts));
        grid.identify(row -> row.item().proposal());
        grid.hideBar();
        grid.wrap("name", "unit");
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, look.u(24)).applyTo(grid.area());
        grid.onSelect(rows -> rows.stream().findFirst().filter(row -> !filling).ifPresent(row -> acts.turnTo(row.item().proposal())));
        grid.onOpen(row -> acts.accept(row.item().proposal()));
        grid.onMove(acts::open, (row, place) -> acts.move(row.item().proposal(), place - grid.rows().indexOf(row)));
        grid.table().addListener(SWT.KeyDown, this::onKey);
        order = Standings.strip(area, look);
        kit.quiet(order, messages.up, () -> acts.move(-1)).keys("Alt+↑").setLayoutData(new RowData());
        kit.quiet(order, messages.down, () -> acts.move(1)).keys("Alt+↓").setLayoutData(new RowData());
        kit.quiet(order, messages.addItem, acts::add).keys("Insert").setLayoutData(new RowData());
        kit.quiet(order, messages.takeOff, acts::takeOff).keys("Delete").setLayoutData(new RowData());
    }

    private static TableSpec<Item> spec(ReviewMessages messages, Texts texts) {
        return new TableSpec<>("meetingAgenda", "review.agenda.title", List.of(new Column<>("name", "review.agenda.name", Type.TEXT, 21, Item::name),
                new Column<>("decision", "review.agenda.decision", Type.TEXT, 9,
                        item -> item.item().kind() == null ? messages.undecided : texts.get("review.decision." + item.item().kind().name())),
                new Column<>("approved", "review.agenda.approved", Type.MONEY, 9, item -> item.item().approved()),
                new Column<>("applied", "review.agenda.applied", Type.MONEY, 9, Item::applied), new Column<>("unit", "review.agenda.unit", Type.TEXT, 13, Item::unit)));
    }

    private record Item(AgendaItem item, Review review) {

        String name() {
            return review.proposal().form().name();
        }

        String unit() {
            return review.proposal().form().unit();
        }

        Money applied() {
            return review.state().applied();
        }
    }

    /** @param current the item at hand */
    void show(List<AgendaItem> agenda, Map<UUID, Review> projects, UUID current) {
        // Rows are values: a decided item is another row than before, and while the rows change none of them is chosen.
        filling = true;
        grid.setRows(agenda.stream().map(item -> new Item(item, projects.get(item.proposal()))).toList());
        grid.rows().stream().filter(row -> row.item().proposal().equals(current)).findFirst().ifPresent(row -> grid.select(List.of(row)));
        filling = false;
        order.setVisible(acts.open());
        acceptAll.setVisible(acts.open());
    }

    private void onKey(Event event) {
        boolean alt = (event.stateMask & SWT.MODIFIER_MASK) == SWT.ALT;
        boolean plain = (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (alt && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
            acts.move(event.keyCode == SWT.ARROW_UP ? -1 : 1);
            event.doit = false;
        } else if (plain && event.keyCode == SWT.DEL) {
            acts.takeOff();
        } else if (plain && event.keyCode == SWT.INSERT) {
            acts.add();
        } else if (plain && event.character >= '1' && event.character < '1' + DecisionKind.values().length) {
            acts.decide(DecisionKind.values()[event.character - '1']);
        }
    }

    void setFocus() {
        grid.setFocus();
    }
}
