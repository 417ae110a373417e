package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class FirstStartTest {

    @TempDir
    Path folder;

    private final FirstStartModel model = new FirstStartModel(new WorkbenchMessages(Language.CHINESE), new Texts(Language.CHINESE.locale()), Map.of("huzhou", "湖州市", "common", "通用"), "/home/wang/联审");

    @Test
    void onePersonNeedsAPlaceOnly() {
        assertEquals("请填写“地区”", model.missing());
        type("place", "huzhou");
        assertEquals("", model.missing());
        Sessions.NewStore store = model.store();
        assertEquals("huzhou", store.place());
        assertNull(store.administrator());
        assertFalse(store.demoData());
        assertEquals("/home/wang/联审", model.location());
    }

    @Test
    void severalPeopleNeedAnAdministratorWithAPasswordTypedTwice() {
        type("place", "huzhou");
        type("kind", "accounts");
        assertEquals("请填写“管理员账户名”", model.missing());
        type("name", "admin");
        type("password", "short");
        assertTrue(model.missing().contains("10"), model.missing());
        type("password", "my-admin-password");
        assertFalse(model.missing().isEmpty(), "the account is part of it");
        type("password", "long enough");
        type("again", "long enouhg");
        assertEquals("两次输入的密码不同", model.missing());
        type("again", "long enough");
        type("samples", "true");
        assertEquals("", model.missing());
        assertEquals("admin", model.store().administrator().name());
        assertArrayEquals("long enough".toCharArray(), model.store().administrator().password());
        assertTrue(model.store().demoData());
        type("kind", "one");
        assertNull(model.store().administrator());
    }

    @Test
    void theAdministratorWhoMadeTheStoreIsSignedInToo() {
        type("place", "huzhou");
        type("kind", "accounts");
        type("name", "admin");
        type("password", "quiet-harbour-42");
        type("again", "quiet-harbour-42");
        var made = new AtomicBoolean();
        Session session = Doubles.session(LocalDate.of(2026, 11, 21), null);
        var sessions = new Sessions() {
            @Override
            public StoreState look(StoreLocation location) {
                return made.get() ? StoreState.ACCOUNTS : StoreState.NONE;
            }

            @Override
            public void create(StoreLocation location, NewStore store) {
                // As the service does: a password does not stay in memory.
                Arrays.fill(store.administrator().password(), '\0');
                assertFalse(made.getAndSet(true), "made once");
            }

            @Override
            public Session open(StoreLocation location, Credentials credentials) {
                assertArrayEquals("quiet-harbour-42".toCharArray(), credentials.password());
                return session;
            }
        };
        assertSame(session, model.begin(sessions, StoreLocation.of(model.location())));
        assertSame(session, model.begin(sessions, StoreLocation.of(model.location())), "what is there is opened");
    }

    static final class Screen {
        final List<FirstStartModel> begun = new ArrayList<>();
        final FirstStartModel model;

        @Inject
        Screen(Composite parent, Kit kit, Texts texts, DialogService dialogs) {
            model = new FirstStartModel(kit.messages(), texts, Map.of("huzhou", "湖州市"), "/home/wang/联审");
            new FirstStartPage(kit, kit.page(parent), model, "", dialogs, begun::add);
        }
    }

    @Test
    void beginsOnlyWhenNothingIsMissingAndTakesAChosenFolder() {
        try (var ui = new UiTest(folder)) {
            Screen screen = ui.make(Screen.class);
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
            ui.press("开始使用");
            assertTrue(ui.shows("请填写“地区”"));
            assertEquals(List.of(), screen.begun);
            ui.dialogs().answer(Path.of("/data"));
            ui.press("选择文件夹");
            assertEquals("/data", screen.model.location());
            ((Field<?>) screen.model.form().field("place")).type("huzhou");
            ui.press("开始使用");
            assertEquals(List.of(screen.model), screen.begun);
        }
    }

    static final class SignInScreen {
        final List<Sessions.Credentials> given = new ArrayList<>();
        final SignInPage page;

        @Inject
        SignInScreen(Composite parent, Kit kit) {
            page = new SignInPage(kit, kit.page(parent), "wang", (asked, credentials) -> given.add(credentials));
        }
    }

    @Test
    void thePasswordLeavesTheFieldWhenItIsHandedOver() {
        try (var ui = new UiTest(folder)) {
            SignInScreen screen = ui.make(SignInScreen.class);
            assertEquals("请输入密码", ui.button("登录").blocked());
            Text password = ui.all(Text.class).get(1);
            ui.type(password, "secret-word");
            ui.press("登录");
            assertEquals("wang", screen.given.getFirst().name());
            assertArrayEquals("secret-word".toCharArray(), screen.given.getFirst().password());
            assertEquals("", password.getText());
            screen.page.refused("账户或密码不正确");
            assertTrue(ui.shows("账户或密码不正确"));
        }
    }

    private void type(String field, String text) {
        model.form().field(field).type(text);
    }
}
