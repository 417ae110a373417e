package org.lianshen.workbench.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class RowViewTest {

    private RowView<Lines> view;

    @BeforeEach
    void fill() {
        view = new RowView<>(Lines.SPEC, new Cells(new Texts(Language.CHINESE.locale()), new WorkbenchMessages(Language.CHINESE)));
        view.setRows(Lines.THREE);
    }

    @Test
    void showsRowsAsTheyCome() {
        assertEquals(Lines.THREE, view.shown());
        assertFalse(view.isFiltered());
    }

    @Test
    void filtersByWordsAnywhereInTheRow() {
        view.filter("卫健委 影像");
        assertEquals(List.of("区域影像云"), names());
        view.filter("1,280");
        assertEquals(List.of("智慧水务"), names());
        view.filter("不予通过");
        assertEquals(List.of("区域影像云"), names());
        view.filter("无此");
        assertEquals(0, view.size());
        assertEquals(3, view.total());
        view.filter(" ");
        assertEquals(3, view.size());
    }

    @Test
    void sortsAmountsByValueAndPutsEmptyOnesLastEitherWay() {
        view.sort(List.of(new RowView.SortLevel(2, true)));
        assertEquals(List.of("区域影像云", "智慧水务", "电子病历"), names());
        view.sort(List.of(new RowView.SortLevel(2, false)));
        assertEquals(List.of("智慧水务", "区域影像云", "电子病历"), names());
    }

    @Test
    void sortsChineseByPinyinAndFurtherLevelsWithin() {
        view.sort(List.of(new RowView.SortLevel(1, true), new RowView.SortLevel(0, false)));
        assertEquals(List.of("智慧水务", "区域影像云", "电子病历"), names(), "shuili before weijian; then qu before dian, downwards");
    }

    @Test
    void anEditedRowStaysWhereItIs() {
        view.sort(List.of(new RowView.SortLevel(2, true)));
        view.replace(0, view.row(0).withAmount(Money.ofWan(9999)));
        assertEquals(List.of("区域影像云", "智慧水务", "电子病历"), names());
        assertEquals(Money.ofWan(9999), view.rows().get(1).amount(), "the order of entry is kept below the sort");
    }

    @Test
    void rowsCanBeAddedAndTakenOutUnderAFilter() {
        view.filter("卫健委");
        view.append(new Lines("", "", null));
        assertEquals(3, view.size());
        assertEquals(4, view.total());
        view.remove(new ArrayList<>(List.of(0)));
        assertEquals(List.of("智慧水务", "电子病历", ""), view.rows().stream().map(Lines::name).toList());
    }

    @Test
    void findsARowAmongTheShown() {
        view.sort(List.of(new RowView.SortLevel(2, true)));
        assertEquals(1, view.indexOf(Lines.THREE.get(0)));
        view.filter("影像");
        assertEquals(-1, view.indexOf(Lines.THREE.get(0)));
        assertTrue(view.isFiltered());
    }

    private List<String> names() {
        return view.shown().stream().map(Lines::name).toList();
    }
}
