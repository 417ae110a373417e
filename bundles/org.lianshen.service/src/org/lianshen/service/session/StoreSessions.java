package org.lianshen.service.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.Ids;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.demo.SampleJob;
import org.lianshen.service.demo.SampleSource;
import org.lianshen.service.document.PaperReader;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.exchange.DeskOfBody;
import org.lianshen.service.exchange.PackageSeal;
import org.lianshen.service.identity.PasswordHasher;
import org.lianshen.service.identity.Passwords;
import org.lianshen.service.identity.SignIn;
import org.lianshen.service.intake.AppraisalFiles;
import org.lianshen.service.intake.OpinionFiles;
import org.lianshen.service.intake.ProposalFiles;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.packs.StorePacks;
import org.lianshen.service.similarity.SimilarityIndex;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.service.store.Tx;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.WorkbookMarker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes stores and opens sessions over whatever kinds of stores, readers and writers are there. */
@Component(service = Sessions.class, property = {"providers.cardinality.minimum:Integer=2", "papers.cardinality.minimum:Integer=3", "readers.cardinality.minimum:Integer=3"})
public final class StoreSessions implements Sessions {

    private static final String PLACE = "place";
    private static final String KIND = "kind";
    private static final String CREATED = "created";

    private final List<StoreProvider> providers;
    private final Ports ports;
    private final Clock clock;

    @Activate
    public StoreSessions(@Reference(name = "providers", policyOption = ReferencePolicyOption.GREEDY) List<StoreProvider> providers,
            @Reference(name = "packs") RulePacks packs, @Reference(name = "forms") PackForms forms, @Reference(name = "sources") SourceFiles sources, @Reference(name = "proposals") ProposalFiles proposals,
            @Reference(name = "appraisals") AppraisalFiles appraisals, @Reference(name = "tables") TableWriter tables,
            @Reference(name = "marker") WorkbookMarker marker,
            @Reference(name = "papers", policyOption = ReferencePolicyOption.GREEDY) List<PaperWriter> papers,
            @Reference(name = "readers", policyOption = ReferencePolicyOption.GREEDY) List<PaperReader> readers,
            @Reference(name = "index") SimilarityIndex index, @Reference(name = "hasher") PasswordHasher hasher, @Reference(name = "samples") SampleSource samples,
            @Reference(name = "seal") PackageSeal seal, @Reference(name = "opinions") OpinionFiles opinions) {
        this(providers, new Ports(packs, forms, sources, proposals, appraisals, tables, marker, papers, readers, index, hasher, samples, seal, opinions), Clock.system(BeijingTime.ZONE));
    }

    StoreSessions(List<StoreProvider> providers, Ports ports, Clock clock) {
        this.providers = List.copyOf(providers);
        this.ports = ports;
        this.clock = clock;
    }

    @Override
    public StoreState look(StoreLocation location) {
        return provider(location).look(location);
    }

    @Override
    public void create(StoreLocation location, NewStore wanted) {
        RulePack pack = ports.packs().of(wanted.place(), LocalDate.now(clock));
        Credentials first = wanted.administrator();
        String hash = first == null ? null : firstHash(first);
        try (Store store = provider(location).create(location)) {
            String creator = first == null ? osAccount() : first.name();
            if (wanted.demoData()) {
                StorePacks packs = packs(store, wanted.place());
                new SampleJob(new DeskSession(desk(store, packs, Actor.oneself(creator)), packs, ports), ports.tables(), ports.samples().read()).fill();
            }
            // The kind is written last: until then the place counts as empty, so that a creation that breaks off leaves no half store behind.
            store.write(creator, "", tx -> {
                tx.settings().put(PLACE, wanted.place());
                keepBase(tx, wanted.place());
                tx.settings().put(CREATED, clock.instant().toString());
                tx.settings().put(KIND, first == null ? StoreState.ONE_PERSON.name() : StoreState.ACCOUNTS.name());
                if (first != null) {
                    tx.accounts().save(new Account(first.name(), first.name(), null, null, Set.of(Role.ADMINISTRATOR), hash, 0, null, true, 0));
                }
                tx.audit().append(new AuditEntry("store.create", "store", null, pack.id(), first == null ? null : first.name()));
                return null;
            });
        }
    }

    private void keepBase(Tx tx, String place) {
        PackBase base = ports.forms().shipped(place);
        if (!tx.packs().hasBase(place, base.digest())) {
            tx.packs().addBase(StorePacks.seen(base, clock.instant()));
        }
    }

    private String firstHash(Credentials first) {
        try {
            Passwords.requireName(first.name());
            Passwords.requireStrong(first.name(), first.password());
            return ports.hasher().hash(first.password());
        } finally {
            if (first.password() != null) {
                Arrays.fill(first.password(), '\0');
            }
        }
    }

    @Override
    public Session open(StoreLocation location, Credentials credentials) {
        Store store = provider(location).open(location);
        try {
            String place = setting(store, PLACE, location);
            boolean onePerson = setting(store, KIND, location).equals(StoreState.ONE_PERSON.name());
            Actor actor = onePerson ? onePerson(store, credentials) : signedIn(store, place, credentials);
            StorePacks packs = packs(store, place).open(actor.name());
            return new DeskSession(desk(store, packs, actor), packs, ports);
        } catch (RuntimeException | Error refused) {
            store.close();
            throw refused;
        }
    }

    private static String setting(Store store, String key, StoreLocation location) {
        return store.read(tx -> tx.settings().get(key)).orElseThrow(() -> UserProblem.of("session.incomplete", location.toString()));
    }

    private static Actor onePerson(Store store, Credentials credentials) {
        if (credentials != null) {
            throw UserProblem.of("identity.credentialsUnused");
        }
        return store.read(DeskOfBody::of).map(desk -> desk.actor(osAccount())).orElseGet(() -> Actor.oneself(osAccount()));
    }

    private Actor signedIn(Store store, String place, Credentials credentials) {
        if (credentials == null || credentials.name() == null || credentials.password() == null) {
            throw UserProblem.of("identity.credentialsNeeded");
        }
        RulePack pack = ports.packs().of(place, LocalDate.now(clock));
        return new SignIn(store, ports.hasher(), pack, clock).check(credentials);
    }

    private StorePacks packs(Store store, String place) {
        return new StorePacks(ports.packs(), ports.forms(), store, place, clock);
    }

    private Desk desk(Store store, StorePacks packs, Actor actor) {
        return new Desk(actor, packs, store, clock, new Ids(clock), new ChangeHub());
    }

    private static String osAccount() {
        return System.getProperty("user.name", "user");
    }

    private StoreProvider provider(StoreLocation location) {
        return providers.stream().filter(provider -> provider.handles(location)).findFirst()
                .orElseThrow(() -> UserProblem.of("session.noProvider", location.toString()));
    }
}
