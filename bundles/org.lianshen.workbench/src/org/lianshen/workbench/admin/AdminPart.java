package org.lianshen.workbench.admin;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.service.AdminService;
import org.lianshen.service.Changes;
import org.lianshen.service.Session;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.EmptyPanel;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** The administrator's page: who may sign in as what, the backup, the audit records. */
public final class AdminPart implements PartActions {

    public static final String ID = "org.lianshen.workbench.part.admin";

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final AdminService admin;
    private final Session session;
    private final AdminMessages messages;
    private final Texts texts;
    private final Clock clock;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite table;
    private final Grid<Account> grid;
    private final EmptyPanel noAccounts;
    private final FlatButton add;
    private final FlatButton change;
    private List<ReviewBody> bodies = List.of();

    @Inject
    public AdminPart(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Updates updates, AdminService admin, Session session, AdminMessages messages,
            Texts texts, Clock clock) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.admin = admin;
        this.session = session;
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
        page = kit.page(parent);
        header = kit.header(page, messages.title, "");
        kit.button(header.actions(), messages.verify, this::verify).allowUnless(without(Permission.VERIFY_AUDIT));
        kit.button(header.actions(), messages.backup, this::backup).allowUnless(without(Permission.BACKUP));
        change = kit.button(header.actions(), messages.change, this::change);
        add = kit.primary(header.actions(), messages.add, this::add);
        banner = kit.banner(page);
        kit.line(page);
        body = new Composite(page, SWT.NONE);
        body.setLayout(stack);
        body.setBackground(kit.look().surface());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        table = kit.page(body);
        grid = grids.grid(table, spec());
        grid.identify(Account::name);
        grid.onSelect(rows -> allow());
        grid.onOpen(account -> change());
        noAccounts = session.actor().oneself() ? kit.empty(body, Icon.PERSON, messages.onePersonWhat, messages.onePersonTodo, null, null)
                : kit.empty(body, Icon.LOCK, messages.notYoursWhat, messages.notYoursTodo, null, null);
        stack.topControl = manages() ? table : noAccounts;
        add.allowUnless(session.actor().oneself() ? messages.onePersonTodo : without(Permission.ADMINISTER));
        allow();
        updates.listen(page, Changes.Kind.ACCOUNT, change -> refresh());
        refresh();
    }

    private TableSpec<Account> spec() {
        return new TableSpec<>("accounts", "identity.accounts.title", List.of(new Column<>("state", messages.state, Type.STATE, 12, this::state),
                new Column<>("name", messages.name, Type.TEXT, 16, Account::name), new Column<>("display", messages.display, Type.TEXT, 16, Account::display),
                new Column<>("body", messages.body, Type.TEXT, 22, this::bodyName), new Column<>("unit", messages.unit, Type.TEXT, 24, Account::unit),
                new Column<>("roles", messages.roles, Type.TEXT, 40,
                        account -> account.roles().stream().sorted().map(role -> texts.get("identity.role." + role.name())).collect(Collectors.joining("、")))));
    }

    private Mark state(Account account) {
        if (!account.active()) {
            return new Mark("identity.state.inactive", Column.Tone.MUTED, "slash-circle");
        }
        boolean locked = account.lockedUntil() != null && account.lockedUntil().isAfter(clock.instant());
        return locked ? new Mark("identity.state.locked", Column.Tone.WARN, "lock") : new Mark("identity.state.active", Column.Tone.OK, "check-circle");
    }

    private String bodyName(Account account) {
        return bodies.stream().filter(each -> each.code().equals(account.body())).map(each -> "zh".equals(texts.locale().getLanguage()) ? each.name() : each.nameEn()).findFirst()
                .orElse("");
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        if (manages()) {
            tasks.run(page, messages.loading, progress -> new Loaded(admin.accounts(), session.pack().bodies()), this::show,
                    failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
        }
    }

    private boolean manages() {
        return !session.actor().oneself() && session.actor().may(Permission.ADMINISTER);
    }

    /** Why the button of that permission cannot be pressed; empty when it can. */
    private String without(Permission permission) {
        return session.actor().may(permission) ? "" : messages.format(messages.withoutPermission, texts.get("identity.permission." + permission.name()));
    }

    private void show(Loaded loaded) {
        bodies = loaded.bodies();
        grid.setRows(loaded.accounts());
        header.set(messages.title, messages.format(messages.subtitleAccounts, loaded.accounts().size(), loaded.accounts().stream().filter(Account::active).count()));
        allow();
    }

    private void allow() {
        change.allowUnless(!manages() ? add.blocked() : grid.selection().size() == 1 ? "" : messages.chooseAccount);
    }

    private void add() {
        ask(null, messages.addTitle, messages.added);
    }

    private void change() {
        grid.selection().stream().findFirst().ifPresent(account -> ask(account, messages.format(messages.changeTitle, account.name()), messages.changed));
    }

    private void ask(Account before, String title, String said) {
        AccountForm form = new AccountForm(messages, kit.messages(), texts, bodies, before);
        dialogs.open(new AccountBox(kit, messages, form, title), refused -> {
            AccountForm.Entry entry = form.entry();
            tasks.run(page, messages.storing, progress -> entry.store(admin), kept -> {
                dialogs.status(messages.format(said, kept.name()));
                refresh();
            }, refused);
        });
    }

    private void backup() {
        String name = messages.format(messages.backupFile, LocalDate.now(clock).toString());
        dialogs.saveFile(messages.backup, String.join(".", name, "zip"), new FileKind(messages.backupKind, "zip")).ifPresent(file -> tasks.run(page, messages.backingUp,
                progress -> admin.backup(file, progress),
                copy -> dialogs.inform(messages.backup, messages.format(messages.backedUp, copy.file().toString(), Math.ceilDiv(copy.bytes(), 1024),
                        copy.rows().values().stream().mapToLong(Long::longValue).sum()))));
    }

    private void verify() {
        tasks.run(page, messages.verifying, progress -> admin.verifyAudit(), verdict -> dialogs.inform(messages.auditTitle,
                verdict.ok() ? messages.format(messages.auditOk, verdict.records(), verdict.anchor()) : messages.format(messages.auditBroken, verdict.records(), verdict.firstBroken())));
    }

    @Override
    public boolean canFilter() {
        return stack.topControl == table;
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        if (stack.topControl == table) {
            grid.setFocus();
        } else {
            page.setFocus();
        }
    }

    private record Loaded(List<Account> accounts, List<ReviewBody> bodies) {
    }
}
