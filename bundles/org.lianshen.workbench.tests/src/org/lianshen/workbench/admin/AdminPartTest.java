package org.lianshen.workbench.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.service.AdminService;
import org.lianshen.service.Progress;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.nav.Hub;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.shell.Doubles;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.MessageCheck;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.UiTest;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

class AdminPartTest {

    private static final Actor ADMINISTRATOR = new Actor("admin", "admin", null, null, Set.of(Role.ADMINISTRATOR), false);
    private static final Actor AUDITOR = new Actor("shen", "沈计", null, null, Set.of(Role.AUDITOR), false);

    private final Office office = new Office();

    @TempDir
    Path folder;

    @Test
    void wordsAreWhole() {
        assertEquals(List.of(), MessageCheck.problems(AdminMessages.class));
    }

    @Test
    void administratorSeesAccountsAndWhatIsNotHers() {
        office.accounts.add(account("wangmin", "王敏", Set.of(Role.BODY_SIGNER, Role.BODY_CLERK), true));
        office.accounts.add(account("lijun", "李军", Set.of(Role.APPLICANT), false));
        try (var ui = desk(ADMINISTRATOR)) {
            AdminPart part = ui.make(AdminPart.class);
            ui.until(() -> ui.shows("2 个账户，可登录 1 个"), "the accounts");
            assertEquals("你的角色不能核验操作记录", ui.button("核验操作记录").blocked());
            part.focus();
            ui.until(() -> ui.button("修改账户").blocked() == null, "the first row to be at hand");
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void auditorVerifiesAndSeesNoAccounts() {
        try (var ui = desk(AUDITOR)) {
            ui.make(AdminPart.class);
            assertTrue(ui.shows("账户由系统管理员管理"));
            assertEquals("你的角色不能管理账户", ui.button("新增账户").blocked());
            ui.press("核验操作记录");
            assertTrue(ui.dialogs().said().getLast().contains("第 7 条"), ui.dialogs().said().toString());
        }
    }

    @Test
    void onePersonNeedsNoAccount() {
        try (var ui = desk(Actor.oneself("wang"))) {
            ui.make(AdminPart.class);
            assertTrue(ui.shows("这个数据库由一人使用，不设账户"));
            ui.dialogs().answer(folder.resolve("备份.zip"));
            ui.press("备份数据");
            assertTrue(ui.dialogs().said().getLast().contains("共 1,042 条记录"), ui.dialogs().said().toString());
        }
    }

    @Test
    void formAsksForWhatTheServiceNeeds() {
        var form = form(null);
        assertEquals("请填写“账户名”", form.missing());
        type(form, "name", "zhaolei");
        type(form, "password", "zhaolei-2026");
        assertTrue(form.missing().contains("账户名"), form.missing());
        type(form, "password", "quiet-harbour-42");
        assertEquals("请填写“再输一次密码”", form.missing());
        type(form, "again", "quiet-harbour-42");
        assertEquals("请至少选择一个角色", form.missing());
        type(form, Role.BODY_SIGNER.name(), "true");
        type(form, "body", "FIN");
        assertEquals("", form.missing());
        form.entry().store(office);
        Account kept = office.accounts.getLast();
        assertEquals(List.of("zhaolei", "FIN", Set.of(Role.BODY_SIGNER)), List.of(kept.name(), kept.body(), kept.roles()));
        assertEquals("quiet-harbour-42", office.password);
    }

    @Test
    void changedAccountKeepsItsPasswordUnlessGivenANewOne() {
        Account before = account("wangmin", "王敏", Set.of(Role.BODY_SIGNER), true);
        var form = form(before);
        assertEquals("", form.missing());
        type(form, "active", "false");
        form.entry().store(office);
        assertEquals(List.of("wangmin", "王敏", false, before.version()),
                List.of(office.accounts.getLast().name(), office.accounts.getLast().display(), office.accounts.getLast().active(), office.accounts.getLast().version()));
        assertNull(office.password);
        type(form, "password", "quiet-harbour-42");
        assertEquals("两次输入的密码不同", form.missing());
    }

    private AccountForm form(Account before) {
        return new AccountForm(new AdminMessages(Language.CHINESE), new WorkbenchMessages(Language.CHINESE), new Texts(Language.CHINESE.locale()),
                List.of(new ReviewBody("FIN", "市财政局", "财政", "Finance", "", ReviewBody.Kind.FINANCE, false, true, true, Set.of("C"), "")), before);
    }

    private static void type(AccountForm form, String field, String text) {
        ((org.lianshen.workbench.form.Field<?>) form.form().field(field)).type(text);
    }

    private static Account account(String name, String display, Set<Role> roles, boolean active) {
        return new Account(name, display, "FIN", null, roles, "hash", 0, null, active, 3);
    }

    private UiTest desk(Actor actor) {
        Session session = (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, args) -> switch (method.getName()) {
            case "actor" -> actor;
            case "pack" -> Doubles.pack();
            default -> throw new AssertionError(method + " was not expected");
        });
        var ui = new UiTest(folder);
        ui.with(AdminService.class, OffUi.guard(AdminService.class, office));
        return ui.with(Session.class, session).with(Updates.class, new Updates(new Hub(), ui.display()))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneId.of("Asia/Shanghai")));
    }

    private static final class Office implements AdminService {

        private final List<Account> accounts = new ArrayList<>();
        private String password;

        @Override
        public List<Account> accounts() {
            return List.copyOf(accounts);
        }

        @Override
        public Account addAccount(String name, String display, String body, String unit, Set<Role> roles, char[] secret) {
            password = new String(secret);
            accounts.add(new Account(name, name, body, unit, roles, "hash", 0, null, true, 1));
            return accounts.getLast();
        }

        @Override
        public Account changeAccount(Account account, char[] secret) {
            password = secret == null ? null : new String(secret);
            accounts.add(account);
            return account;
        }

        @Override
        public List<AuditRecord> audit(long from, int limit) {
            return List.of();
        }

        @Override
        public AuditVerdict verifyAudit() {
            return new AuditVerdict(12, false, 7L, "abc");
        }

        @Override
        public Copy backup(Path file, Progress progress) {
            return new Copy(file, 20_000, Map.of("proposal", 1000L, "act", 42L), verifyAudit());
        }
    }
}
