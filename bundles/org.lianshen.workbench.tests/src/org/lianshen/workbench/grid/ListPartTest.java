package org.lianshen.workbench.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Changes;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.nav.Hub;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.UiTest;

class ListPartTest {

    @TempDir
    Path folder;

    /** What is listed, as a service would have it. */
    private static final class Shelf {

        final Hub changes = new Hub();
        final List<String> exported = new ArrayList<>();
        volatile List<Lines> rows = Lines.THREE;
        volatile RuntimeException trouble;
        /** Where there is one, the next reading waits for it. */
        volatile CountDownLatch hold;
    }

    static final class Desk extends ListPart<Lines, List<Lines>> {

        private final Shelf shelf;
        private final List<Lines> opened = new ArrayList<>();
        private final FlatButton drop;

        @Inject
        Desk(Composite parent, ListTools tools, Shelf shelf) {
            super(parent, tools, new Words("清单", "读取清单", "这里是清单。"), Lines.SPEC, Lines::name);
            this.shelf = shelf;
            drop = button("删除", this::drop);
            button("导出", () -> export("导出", "清单", (columns, rows, target) -> shelf.exported.add(columns.columns().size() + " " + rows.size() + " " + target.getFileName())));
            grid.onOpen(opened::add);
            nothing(Icon.ARCHIVE, "这里是清单中的项目", "新建后出现。", null, null);
            start(Changes.Kind.PROPOSAL);
        }

        @Override
        protected List<Lines> read() {
            List<Lines> now = shelf.rows;
            CountDownLatch hold = shelf.hold;
            if (hold != null) {
                shelf.hold = null;
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return now;
        }

        @Override
        protected void show(List<Lines> rows) {
            fill(rows, "共 " + rows.size() + " 项");
        }

        @Override
        protected void allow() {
            drop.allowUnless(grid.selection().isEmpty() ? "请先选择一项" : "");
        }

        private void drop() {
            Lines gone = grid.selection().getFirst();
            change("删除", progress -> {
                if (shelf.trouble != null) {
                    throw shelf.trouble;
                }
                shelf.rows = shelf.rows.stream().filter(row -> !row.equals(gone)).toList();
                shelf.changes.tell(Changes.Kind.PROPOSAL);
                return gone.name();
            }, name -> dialogs.status("已删除 " + name));
        }
    }

    private final Shelf shelf = new Shelf();

    private UiTest ui() {
        var ui = new UiTest(folder);
        return ui.with(Shelf.class, shelf).with(Updates.class, new Updates(shelf.changes, ui.display()));
    }

    @Test
    void whatIsChangedHereIsReadAnewAndIsNoNews() {
        try (var ui = ui()) {
            Desk desk = ui.make(Desk.class);
            assertTrue(ui.shows("共 3 项"));
            assertEquals("请先选择一项", ui.button("删除").blocked());
            desk.focus();
            ui.settle();
            ui.press("删除");
            assertTrue(ui.shows("共 2 项"), ui.words().toString());
            assertEquals(List.of("已删除 智慧水务"), ui.dialogs().statuses());
            assertFalse(ui.find(org.lianshen.workbench.kit.Banner.class, banner -> true).getVisible());
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void whatIsChangedElsewhereIsSaidAndReadWhenAskedFor() {
        try (var ui = ui()) {
            ui.make(Desk.class);
            shelf.rows = Lines.THREE.subList(0, 1);
            shelf.changes.tell(Changes.Kind.PROPOSAL);
            ui.until(() -> ui.shows("已有更新"), "the news");
            assertTrue(ui.shows("共 3 项"), "nothing jumps");
            ui.press("刷新");
            assertTrue(ui.shows("共 1 项"));
        }
    }

    /** F5 twice: the first answer comes last and is of no interest any more. */
    @Test
    void anOlderAnswerDoesNotReplaceANewerOne() {
        try (var ui = ui()) {
            Desk desk = ui.make(Desk.class);
            var hold = new CountDownLatch(1);
            shelf.hold = hold;
            desk.refresh();
            ui.until(() -> shelf.hold == null, "the first reading");
            shelf.rows = Lines.THREE.subList(0, 1);
            desk.refresh();
            ui.until(() -> ui.shows("共 1 项"), "the second reading");
            hold.countDown();
            ui.settle();
            assertTrue(ui.shows("共 1 项"), ui.words().toString());
        }
    }

    @Test
    void aRefusedChangeIsSaidAndTheListStays() {
        shelf.trouble = UserProblem.of("review.noSigner");
        try (var ui = ui()) {
            Desk desk = ui.make(Desk.class);
            desk.focus();
            ui.settle();
            ui.press("删除");
            assertEquals(1, ui.dialogs().said().size());
            assertTrue(ui.shows("共 3 项"));
            shelf.changes.tell(Changes.Kind.PROPOSAL);
            ui.until(() -> ui.shows("已有更新"), "after it, news is news again");
        }
    }

    @Test
    void whatIsShownIsExportedAndOpenedByEnter() {
        try (var ui = ui()) {
            Desk desk = ui.make(Desk.class);
            desk.grid.filter("卫健委");
            ui.dialogs().answer(folder.resolve("清单.xlsx"));
            ui.press("导出");
            assertEquals(List.of("4 2 清单.xlsx"), shelf.exported);
            assertTrue(ui.dialogs().statuses().getLast().startsWith("已导出 2 行到"), ui.dialogs().statuses().toString());
            desk.focus();
            ui.key(desk.grid.table(), SWT.NONE, SWT.CR, SWT.CR);
            assertEquals("区域影像云", desk.opened.getFirst().name());
        }
    }

    @Test
    void anEmptyListSaysWhatWouldBeHere() {
        shelf.rows = List.of();
        try (var ui = ui()) {
            ui.make(Desk.class);
            assertTrue(ui.shows("新建后出现。"));
        }
    }
}
