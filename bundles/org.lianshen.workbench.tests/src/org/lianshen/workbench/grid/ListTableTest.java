package org.lianshen.workbench.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.UiTest;

class ListTableTest {

    @TempDir
    Path folder;

    static final class Screen {
        final ListTable<Lines> list;

        @Inject
        Screen(Composite parent, Kit kit, Grids grids) {
            list = grids.list(kit.page(parent), Lines.SPEC);
            list.setRows(Lines.THREE);
        }
    }

    @Test
    void showsFormatsSortsAndOpens() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            assertEquals("1,280.00", screen.list.table().getItem(0).getText(2));
            screen.list.table().getColumn(2).notifyListeners(SWT.Selection, new Event());
            assertEquals("区域影像云", screen.list.table().getItem(0).getText(0));
            screen.list.table().getColumn(2).notifyListeners(SWT.Selection, new Event());
            assertEquals("智慧水务", screen.list.table().getItem(0).getText(0));
            screen.list.filter("卫健委");
            assertEquals(2, screen.list.table().getItemCount());
            List<Lines> opened = new ArrayList<>();
            screen.list.onOpen(opened::add);
            screen.list.select(Lines.THREE.get(2));
            screen.list.table().notifyListeners(SWT.DefaultSelection, new Event());
            assertEquals(List.of(Lines.THREE.get(2)), opened);
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            assertTrue(UiTest.accessibleName(screen.list.table()).matches("项目名称，第 \\d 行，共 2 行：项目名称 .*, 单位 .*"), UiTest.accessibleName(screen.list.table()));
            screen.list.filter("没有这样的");
            assertEquals("项目名称", UiTest.accessibleName(screen.list.table()), "nothing is selected");
        }
    }
}
