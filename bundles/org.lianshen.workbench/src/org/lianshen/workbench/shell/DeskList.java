package org.lianshen.workbench.shell;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.di.extensions.EventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.service.Changes;
import org.lianshen.service.TodoService;
import org.lianshen.workbench.kit.DeskItem;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/** The desks at the left, as the bundles contribute them, each with what waits there. */
final class DeskList {

    private final Kit kit;
    private final WorkbenchMessages messages;
    private final WindowModel window;
    private final Opener opener;
    private final Tasks tasks;
    private final TodoService todo;
    private final Map<MPartDescriptor, DeskItem> items = new LinkedHashMap<>();
    private Composite area;

    @Inject
    DeskList(Kit kit, WorkbenchMessages messages, MApplication application, EModelService models, Opener opener, Tasks tasks, TodoService todo) {
        this.kit = kit;
        this.messages = messages;
        window = new WindowModel(application, models);
        this.opener = opener;
        this.tasks = tasks;
        this.todo = todo;
    }

    @PostConstruct
    void create(Composite parent, Updates updates, EPartService parts) {
        Look look = kit.look();
        Composite frame = kit.box(parent, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(frame);
        area = kit.box(frame, 1);
        area.setBackground(look.raised());
        GridLayoutFactory.fillDefaults().margins(0, look.u(2)).spacing(0, look.u(0.5)).applyTo(area);
        Composite edge = new Composite(frame, SWT.NO_FOCUS);
        edge.setBackground(look.line());
        GridDataFactory.fillDefaults().grab(false, true).hint(1, SWT.DEFAULT).applyTo(edge);
        int position = 0;
        for (MPartDescriptor desk : window.desks()) {
            DeskItem item = new DeskItem(area, look, desk.getIconURI(), desk.getLocalizedLabel());
            item.setKeys("Alt+" + position++);
            item.onPress(() -> opener.open(desk.getElementId()));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(item);
            items.put(desk, item);
        }
        int widest = items.values().stream().mapToInt(item -> item.computeSize(SWT.DEFAULT, SWT.DEFAULT).x).max().orElse(0);
        GridDataFactory.fillDefaults().grab(false, true).hint(Math.max(look.characters(20), widest), SWT.DEFAULT).applyTo(area);
        select(window.stack().getSelectedElement() instanceof MPart front ? front : parts.getActivePart());
        updates.listen(area, EnumSet.allOf(Changes.Kind.class), change -> count());
        count();
    }

    private void count() {
        tasks.run(area, messages.counting, progress -> todo.counts(), this::show, failure -> {
            // The desks work without their counts; what is wrong shows itself where the work is.
        });
    }

    private void show(Map<TodoService.Desk, Integer> counts) {
        items.forEach((desk, item) -> {
            String waiting = WindowModel.waiting(desk);
            int count = waiting.equals("ALL") ? counts.values().stream().mapToInt(Integer::intValue).sum()
                    : counts.entrySet().stream().filter(entry -> entry.getKey().name().equals(waiting)).mapToInt(Map.Entry::getValue).sum();
            boolean alarm = waiting.equals(TodoService.Desk.BUDGET.name()) && count > 0;
            item.setCount(count, alarm, messages.format(messages.waiting, count));
        });
    }

    /** The desk one is at: whose part is in front, or that brought the part which is. The shell's own parts (accounts, rule packs) belong to no desk. */
    @Inject
    @Optional
    void activated(@EventTopic(UIEvents.UILifeCycle.ACTIVATE) org.osgi.service.event.Event event) {
        if (event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MPart part && area != null && !area.isDisposed()) {
            select(part);
        }
    }

    private void select(MPart part) {
        if (part == null) {
            return;
        }
        MPartDescriptor own = items.keySet().stream().filter(desk -> desk.getElementId().equals(part.getElementId())).findFirst()
                .or(() -> items.keySet().stream().filter(desk -> !desk.getElementId().equals(WindowModel.TODO)).filter(desk -> bundle(desk.getContributionURI()).equals(bundle(part.getContributionURI()))).findFirst()).orElse(null);
        items.forEach((desk, item) -> item.setSelected(desk == own));
    }

    /** {@code bundleclass://bundle/class} → bundle. */
    private static String bundle(String contribution) {
        return contribution == null ? "" : contribution.replaceFirst("^bundleclass://([^/]*)/.*$", "$1");
    }
}
