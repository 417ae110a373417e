package org.lianshen.workbench.shell;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.service.AdminService;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.BudgetService;
import org.lianshen.service.CatalogueService;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.TemplateService;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.FindingService;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LetterService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.MeetingService;
import org.lianshen.service.PackService;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.SearchService;
import org.lianshen.service.Session;
import org.lianshen.service.SimilarityService;
import org.lianshen.service.SummaryService;
import org.lianshen.service.TodoService;
import org.lianshen.service.UsageService;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Puts the services of a session into the window's context and shows the desks; takes them away and shows the gate. On the UI thread only. */
final class SignIn {

    private static final String OWNER = "tabs.owner";

    private final WindowModel window;
    private final IEclipseContext context;
    private final Settings settings;
    private final Display display;
    private SignedIn session;
    private boolean left;

    @Inject
    SignIn(MApplication application, EModelService models, IEclipseContext context, Settings settings, Display display) {
        window = new WindowModel(application, models);
        this.context = context;
        this.settings = settings;
        this.display = display;
    }

    Optional<SignedIn> session() {
        return Optional.ofNullable(session);
    }

    /** Whether somebody signed out since the program started: then even a store without passwords is not opened unasked. */
    boolean hasLeft() {
        return left;
    }

    void enter(SignedIn opened) {
        session = opened;
        left = false;
        forgetTabsOfOthers();
        IEclipseContext target = window.window().getContext();
        services(opened).forEach((type, service) -> target.set(type.getName(), service));
        window.showDesks(context.get(Look.class));
        if (window.parts().stream().noneMatch(MPart::isToBeRendered)) {
            context.get(Opener.class).open(WindowModel.TODO);
        }
    }

    /** Asks about what is not saved, closes all tabs, lets the store go. @return false if the person stays */
    boolean leave() {
        if (session == null) {
            return true;
        }
        EPartService parts = window.window().getContext().get(EPartService.class);
        if (!parts.saveAll(true)) {
            return false;
        }
        closeTabs(parts);
        context.get(DialogService.class).status("");
        SignedIn leaving = session;
        session = null;
        left = true;
        String closing = new WorkbenchMessages(context.get(Language.class)).closingStore;
        // The gate looks at the store at once: it must have been let go before.
        context.get(Tasks.class).run((Shell) window.window().getWidget(), closing, progress -> {
            leaving.session().close();
            return leaving;
        }, this::showGate, failure -> {
            context.get(DialogService.class).problem(failure);
            showGate(leaving);
        });
        return true;
    }

    private void showGate(SignedIn gone) {
        window.showGate();
        services(gone).keySet().forEach(type -> window.window().getContext().remove(type.getName()));
    }

    void closeTabs(EPartService parts) {
        for (MPart part : List.copyOf(window.parts())) {
            parts.hidePart(part, true);
        }
    }

    /** The program ends. The store is let go on another thread, as everywhere, and waited for: what was written must be on disk when the window is gone. */
    @PreDestroy
    void end() throws InterruptedException {
        if (session != null) {
            Thread closing = Thread.ofPlatform().name("close store").start(session.session()::close);
            session = null;
            closing.join();
        }
    }

    /** Tabs come back with the window, but only to the same person at the same store. */
    private void forgetTabsOfOthers() {
        String owner = session.actor().name() + "@" + session.location();
        if (!settings.get(OWNER).map(owner::equals).orElse(false)) {
            window.stack().getChildren().clear();
            settings.set(OWNER, owner);
        }
    }

    private Map<Class<?>, Object> services(SignedIn signedIn) {
        Session of = signedIn.session();
        Map<Class<?>, Object> services = new LinkedHashMap<>();
        services.put(SignedIn.class, signedIn);
        services.put(Session.class, of);
        services.put(ProposalService.class, of.proposals());
        services.put(ReviewService.class, of.reviews());
        services.put(MeetingService.class, of.meetings());
        services.put(BudgetService.class, of.budgets());
        services.put(LinkageService.class, of.linkage());
        services.put(FindingService.class, of.findings());
        services.put(AppraisalService.class, of.appraisals());
        services.put(LedgerService.class, of.ledger());
        services.put(CatalogueService.class, of.catalogue());
        services.put(UsageService.class, of.usage());
        services.put(SimilarityService.class, of.similarity());
        services.put(SearchService.class, of.search());
        services.put(TodoService.class, of.todo());
        services.put(AdminService.class, of.admin());
        services.put(PackService.class, of.packs());
        services.put(DocumentService.class, of.documents());
        services.put(TemplateService.class, of.templates());
        services.put(SummaryService.class, of.summaries());
        services.put(LetterService.class, of.letters());
        services.put(ExchangeService.class, of.exchange());
        services.put(ExpertService.class, of.experts());
        services.put(Changes.class, of.changes());
        services.put(Updates.class, new Updates(of.changes(), display));
        return services;
    }
}
