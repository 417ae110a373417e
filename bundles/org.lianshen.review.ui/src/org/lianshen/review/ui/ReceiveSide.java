package org.lianshen.review.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;

/** 形式审查: accept, or send back once with one list of everything. */
final class ReceiveSide {

    private final Kit kit;
    private final ReviewMessages messages;
    private final Runnable layout;
    private final Composite points;
    private final List<Point> rows = new ArrayList<>();
    private final FlatButton back;
    private final boolean may;

    ReceiveSide(Composite area, Kit kit, ReviewMessages messages, boolean may, Runnable layout, List<String> batches, IntConsumer accept, Runnable reject,
            Consumer<ActDetail.Return> sendBack) {
        this.kit = kit;
        this.messages = messages;
        this.layout = layout;
        this.may = may;
        GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(area, messages.acceptNote));
        Composite row = kit.row(area, 4);
        kit.muted(row, messages.batch);
        Combo batch = kit.choice(row, messages.batch, batches.toArray(String[]::new));
        batch.select(0);
        kit.primary(row, messages.accept, () -> accept.accept(batch.getSelectionIndex())).allowUnless(may ? "" : messages.notMine);
        kit.button(row, messages.suggestRejection, reject).allowUnless(may ? "" : messages.notMine);
        kit.section(area, messages.sendBackTitle);
        points = new Composite(area, SWT.NONE);
        points.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(points);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(points);
        Composite buttons = kit.row(area, 2);
        kit.quiet(buttons, messages.addPoint, () -> {
            add();
            points.getParent().layout(true, true);
            layout.run();
        });
        back = kit.button(buttons, messages.sendBack, () -> sendBack.accept(new ActDetail.Return(items())));
        add();
        allow();
    }

    private void add() {
        int number = rows.size() + 1;
        String name = messages.format(messages.point, number);
        Composite point = kit.card(points, 2);
        Label heading = kit.bold(point, name);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(heading);
        rows.add(new Point(field(point, name, messages.sendBackPlace, false), field(point, name, messages.sendBackProblem, true), field(point, name, messages.sendBackRequest, true),
                field(point, name, messages.sendBackBasis, false)));
        rows.getLast().all().forEach(text -> text.addListener(SWT.Modify, event -> allow()));
        layout.run();
    }

    /** @param words whether it takes sentences: these are read whole while they are typed */
    private Text field(Composite point, String name, String caption, boolean words) {
        kit.caption(point, caption);
        Text text = kit.entry(point, String.join(" ", name, caption), words ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.NONE);
        if (words) {
            // A tab leads on to the next field.
            text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(20), words ? 2 * text.getLineHeight() : SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void allow() {
        back.allowUnless(!may ? messages.notMine : items().isEmpty() || rows.stream().anyMatch(Point::half) ? messages.missingReturn : "");
    }

    private List<ReturnItem> items() {
        var items = new ArrayList<ReturnItem>();
        for (Point row : rows) {
            if (!row.place().getText().isBlank() && !row.problem().getText().isBlank()) {
                items.add(new ReturnItem(items.size() + 1, row.place().getText().strip(), row.problem().getText().strip(), row.request().getText().strip(),
                        row.basis().getText().strip()));
            }
        }
        return items;
    }

    private record Point(Text place, Text problem, Text request, Text basis) {
        List<Text> all() {
            return List.of(place, problem, request, basis);
        }

        /** Begun, but without where or what is wrong: it would not go with the others. */
        boolean half() {
            boolean begun = all().stream().anyMatch(text -> !text.getText().isBlank());
            return begun && (place.getText().isBlank() || problem.getText().isBlank());
        }
    }
}
