package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.service.Changes;
import org.lianshen.service.Session;
import org.lianshen.service.TodoService;
import org.lianshen.service.TodoService.Item;
import org.lianshen.service.TodoService.Kind;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.nav.Hub;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedOpener;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;

class TodoPartTest {

    @TempDir
    Path folder;

    private final List<Item> items = new ArrayList<>();
    private final Hub changes = new Hub();
    private RuntimeException trouble;

    @BeforeEach
    void fill() {
        items.add(new Item(Kind.COUNTERSIGN, new UUID(0, 1), "湖州市南太湖新区城市运行“一网统管”指挥平台及物联感知体系建设项目（二期）", "市水利局 LS-330500-2026-0042", Money.ofWan(1280),
                TodoModelTest.TODAY, false, Message.of("todo.hint.COUNTERSIGN", "公安局")));
        items.add(new Item(Kind.FINDINGS, new UUID(0, 2), "2026", "25", null, null, false, Message.of("todo.hint.FINDINGS", "2026", 25)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void showsWhatWaitsAndOpensItWithOneClick(Language language) {
        try (var ui = ui(language)) {
            ui.make(TodoPart.class);
            assertTrue(ui.words().stream().anyMatch(word -> word.contains("1,280.00")), ui.words().toString());
            assertTrue(ui.shows("25"));
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            ui.all(FlatButton.class).stream().filter(FlatButton::getVisible).filter(button -> !button.getText().isEmpty()).findFirst().orElseThrow().press();
            assertEquals(new RecordedOpener.Opened(Opener.REVIEW, new UUID(0, 1).toString(), items.get(0).title()), ui.opener().opened().getFirst());
        }
    }

    @Test
    void overdueStandsAboveWhatIsDueToday() {
        items.add(TodoModelTest.item(Kind.CHASE, "催办", TodoModelTest.TODAY.minusDays(3), true));
        try (var ui = ui(Language.CHINESE)) {
            ui.make(TodoPart.class);
            assertTrue(ui.shows("3 件，其中已逾期 1 件、今天到期 1 件"), ui.words().toString());
            List<String> words = ui.words();
            assertTrue(words.indexOf("已逾期") >= 0 && words.indexOf("已逾期") < words.indexOf("催办"), words.toString());
            assertTrue(words.indexOf("催办") < words.indexOf("今天到期"), words.toString());
        }
    }

    @Test
    void anEmptyListSaysWhatWouldAppear() {
        items.clear();
        try (var ui = ui(Language.CHINESE)) {
            ui.make(TodoPart.class);
            assertTrue(ui.shows("没有等您办理的事项"));
        }
    }

    @Test
    void fromAnEmptyListOneComesToThePackageThatWasBroughtOnAStick() {
        items.clear();
        try (var ui = ui(Language.CHINESE)) {
            ui.make(TodoPart.class);
            ui.press("打开评审包");
            assertEquals(Opener.PACKAGES, ui.opener().opened().getFirst().part());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void packagesAreForTheOfficeAndForADeskOfOnesOwn(Role role) {
        boolean expected = List.of(Role.RECEIVER, Role.SECRETARY, Role.ADMINISTRATOR).contains(role);
        assertEquals(expected, Carrying.may(new Actor("x", "x", null, null, Set.of(role), false)));
    }

    @Test
    void saysThatThereIsNewerDataAndDoesNotJump() {
        try (var ui = ui(Language.CHINESE)) {
            ui.make(TodoPart.class);
            items.add(TodoModelTest.item(Kind.DRAFT, "新草稿", null, false));
            changes.tell(Changes.Kind.PROPOSAL);
            ui.until(() -> ui.shows("已有更新"), "the banner");
            assertFalse(ui.shows("新草稿"));
            ui.press("刷新");
            assertTrue(ui.shows("新草稿"));
        }
    }

    @Test
    void aFailureIsShownInPlaceAndCanBeTriedAgain() {
        trouble = UserProblem.of("common.wan", Money.ofWan(1));
        try (var ui = ui(Language.CHINESE)) {
            ui.make(TodoPart.class);
            assertTrue(ui.shows("重试"));
            trouble = null;
            ui.press("重试");
            assertTrue(ui.shows("25"));
        }
    }

    @Test
    void aLongListIsFolded() {
        IntStream.range(0, 60).forEach(i -> items.add(TodoModelTest.item(Kind.DRAFT, "草稿" + i, null, false)));
        try (var ui = ui(Language.CHINESE)) {
            ui.make(TodoPart.class);
            assertFalse(ui.shows("草稿59"));
            ui.press("显示其余 21 件");
            assertTrue(ui.shows("草稿59"));
        }
    }

    private UiTest ui(Language language) {
        UiTest ui = new UiTest(folder, language, false);
        TodoService todo = new TodoService() {
            @Override
            public List<Item> items() {
                if (trouble != null) {
                    throw trouble;
                }
                return List.copyOf(items);
            }

            @Override
            public java.util.Map<Desk, Integer> counts() {
                return java.util.Map.of();
            }
        };
        return ui.with(TodoService.class, OffUi.guard(TodoService.class, todo)).with(Session.class, OffUi.guard(Session.class, Doubles.session(TodoModelTest.TODAY, todo)))
                .with(Updates.class, new Updates(changes, ui.display()));
    }
}
