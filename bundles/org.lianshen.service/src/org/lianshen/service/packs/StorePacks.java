package org.lianshen.service.packs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs of a store's place: what the program ships, and over it what was published in the store. A version is in force from its first day until one with a higher
 * number is; the edits of the one in force lie over the pack that this program ships, whichever it is.
 */
public final class StorePacks implements PlacePacks, RulePacks {

    private static final Logger LOG = LoggerFactory.getLogger(StorePacks.class);
    /** Another desktop's publication is taken up within this time. */
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** What the program needs of every pack; an older content that lacks some of it is read with what is shipped now. Bodies and items are not among it: none comes back. */
    private static final Set<String> NEEDED = Set.of("params", "rules", "lists", "templates", "clauses");

    private final RulePacks shipped;
    private final PackForms forms;
    private final Store store;
    private final String place;
    private final InstantSource clock;
    private final Map<String, RulePack> built = new ConcurrentHashMap<>();
    private volatile List<PackVersion> versions = List.of();
    private volatile Instant read = Instant.MIN;

    public StorePacks(RulePacks shipped, PackForms forms, Store store, String place, InstantSource clock) {
        this.shipped = shipped;
        this.forms = forms;
        this.store = store;
        this.place = place;
        this.clock = clock;
    }

    /** Reads what was published, and keeps the shipped pack in the store if the store does not know it yet. */
    public StorePacks open(String actor) {
        PackBase base = forms.shipped(place);
        boolean known = store.read(tx -> tx.packs().hasBase(place, base.digest()));
        if (!known) {
            store.write(actor, "", tx -> {
                if (!tx.packs().hasBase(place, base.digest())) {
                    tx.packs().addBase(seen(base, clock.instant()));
                }
                tx.audit().append(new AuditEntry("pack.base", "pack " + base.id(), null, base.digest(), null));
                return null;
            });
        }
        refresh();
        return this;
    }

    /** The pack as a store keeps it. */
    public static PackBase seen(PackBase base, Instant at) {
        return new PackBase(base.place(), base.version(), base.digest(), base.content(), at);
    }

    /** Reads again what was published. Not to be called inside a transaction. */
    public void refresh() {
        versions = List.copyOf(store.read(tx -> tx.packs().versions(place)));
        read = clock.instant();
    }

    @Override
    public void follow() {
        if (store.location() instanceof StoreLocation.Server && clock.instant().isAfter(read.plus(FRESH))) {
            if (store.read(tx -> tx.packs().lastVersion(place)) > versions.size()) {
                refresh();
            }
            read = clock.instant();
        }
    }

    public String place() {
        return place;
    }

    public PackBase base() {
        return forms.shipped(place);
    }

    /** Oldest first. */
    public List<PackVersion> versions() {
        return versions;
    }

    /** The version in force on a day; empty where the shipped pack is. */
    public Optional<PackVersion> version(LocalDate day) {
        return last(version -> !version.validFrom().isAfter(day));
    }

    private Optional<PackVersion> last(Predicate<PackVersion> wanted) {
        return versions.stream().filter(wanted).reduce((first, second) -> second);
    }

    @Override
    public RulePack apply(LocalDate day) {
        return version(day).map(this::inForce).orElseGet(() -> shipped.of(place, day));
    }

    @Override
    public RulePack at(Instant moment, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return last(version -> !version.validFrom().isAfter(day) && !version.at().isAfter(moment)).map(this::inForce).orElseGet(() -> shipped.byId(base().id()));
    }

    @Override
    public RulePack of(String wanted, LocalDate on) {
        return wanted.equals(place) ? apply(on) : shipped.of(wanted, on);
    }

    /** What is shipped and what was published here, newest first. */
    @Override
    public List<RulePack> all() {
        var all = new ArrayList<RulePack>();
        versions.reversed().forEach(version -> all.add(inForce(version)));
        all.addAll(shipped.all());
        return all;
    }

    private RulePack inForce(PackVersion version) {
        String id = PackVersion.id(place, base().version(), version.no());
        return built.computeIfAbsent("now " + id, key -> {
            try {
                return pack(id, contentNow(version), version.validFrom());
            } catch (UserProblem misfit) {
                // A program whose shipped pack no longer bears the edits still opens the store, under the rules as they were published.
                LOG.warn("{} does not fit the pack that this program ships; it stays in force as published", id, misfit);
                return pack(version.id(), published(version, version.baseDigest()), version.validFrom());
            }
        });
    }

    private RulePack pack(String id, PackValue.Fields content, LocalDate from) {
        return forms.build(id, content).published(id.substring(id.indexOf('@') + 1), from);
    }

    /** The content of a version over the pack that this program ships. */
    public PackValue.Fields contentNow(PackVersion version) {
        return version.edits().over(base().content()).content();
    }

    private PackValue.Fields published(PackVersion version, String baseDigest) {
        PackBase now = base();
        PackBase then = baseDigest.equals(now.digest()) ? now : bases().stream().filter(base -> base.digest().equals(baseDigest)).findFirst().orElseThrow(() -> unknown(version.id()));
        return version.edits().over(complete(then.content(), now.content())).content();
    }

    private List<PackBase> bases() {
        return store.read(tx -> tx.packs().bases(place));
    }

    /** @throws UserProblem {@code pack.unknownVersion} */
    @Override
    public RulePack byId(String id) {
        String wanted = id.substring(0, Math.max(id.indexOf('@'), 0));
        if (!wanted.equals(place)) {
            return shipped.byId(id);
        }
        if (id.equals(base().id())) {
            return shipped.byId(id);
        }
        return built.computeIfAbsent(id, key -> {
            Optional<PackVersion> version = numbered(id);
            return version.isEmpty() ? forms.build(id, content(id)) : pack(id, content(id), version.get().validFrom());
        });
    }

    /** The content of a version as it was published, or of a shipped pack. @throws UserProblem {@code pack.unknownVersion} */
    public PackValue.Fields content(String id) {
        PackBase now = base();
        if (id.equals(now.id())) {
            return now.content();
        }
        String shippedVersion = id.substring(id.indexOf('@') + 1).replaceFirst("\\+.*", "");
        Optional<PackVersion> version = numbered(id);
        if (version.isPresent() && version.get().baseVersion().equals(shippedVersion)) {
            return published(version.get(), version.get().baseDigest());
        }
        if (id.contains("+") && version.isEmpty()) {
            throw unknown(id);
        }
        PackValue.Fields over = shippedVersion.equals(now.version()) ? now.content()
                : bases().stream().filter(base -> base.version().equals(shippedVersion)).reduce((first, second) -> second).map(base -> complete(base.content(), now.content()))
                        .orElseThrow(() -> unknown(id));
        return version.map(each -> each.edits().over(over).content()).orElse(over);
    }

    private Optional<PackVersion> numbered(String id) {
        int plus = id.indexOf('+');
        return plus < 0 ? Optional.empty() : last(version -> String.valueOf(version.no()).equals(id.substring(plus + 1)));
    }

    private static UserProblem unknown(String id) {
        return UserProblem.of("pack.unknownVersion", id);
    }

    /** An older content with what newer programs need. */
    private static PackValue.Fields complete(PackValue.Fields older, PackValue.Fields now) {
        var fields = new LinkedHashMap<>(older.fields());
        for (String section : now.names()) {
            if (NEEDED.contains(section)) {
                fields.put(section, under(older.under(section), now.under(section)));
            } else {
                fields.putIfAbsent(section, now.get(section));
            }
        }
        return new PackValue.Fields(fields);
    }

    private static PackValue.Fields under(PackValue.Fields older, PackValue.Fields now) {
        var fields = new LinkedHashMap<>(older.fields());
        now.fields().forEach(fields::putIfAbsent);
        return new PackValue.Fields(fields);
    }
}
