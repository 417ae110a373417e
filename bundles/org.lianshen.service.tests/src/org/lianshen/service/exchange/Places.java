package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.Locale;
import org.lianshen.model.Ids;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.Progress;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.MemoryStore;
import org.lianshen.service.memory.World;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.packs.StorePacks;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.ChangeHub;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;

/** The office with its store, and desks of bodies without a network, under one clock. */
final class Places {

    final World world;
    final PlainSeal seal = new PlainSeal();
    final Path folder;
    final Place office;
    private int files;

    Places(Path folder) {
        this(folder, new World());
    }

    Places(Path folder, World world) {
        this.folder = folder;
        this.world = world;
        Actor everybody = World.person("data", "DATA", "市数据局", Role.values());
        office = new Place(this, world.store(), everybody);
        office.exchange().makeKey("联审办", "", "a password of ten".toCharArray());
    }

    Path file(String name) {
        files++;
        return folder.resolve(files + name);
    }

    /** A desk whose card nobody has. */
    Place unmet(String body, String person) {
        var store = new MemoryStore(world.clock());
        new Place(this, store, Actor.oneself("li")).exchange().makeKey(person, body, null);
        return new Place(this, store, store.read(DeskOfBody::of).orElseThrow().actor("li"));
    }

    /** A desk whose card the office trusts, and the other way round. */
    Place desk(String body, String person) {
        Place desk = unmet(body, person);
        desk.meet(office);
        office.meet(desk);
        return desk;
    }

    Proposal accepted(String name) {
        Desk applicant = world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER));
        Proposal proposal = world.submit(applicant, FormFixture.form(name, "市教育局"));
        office.reviews().accept(proposal.id());
        world.minutes(1);
        return proposal;
    }

    /** One store with whoever acts in it. */
    record Place(Places places, MemoryStore store, Actor actor) {

        Desk desk() {
            return new Desk(actor, day -> places.world.pack(), store, places.world.clock(), new Ids(places.world.clock()), new ChangeHub());
        }

        Place as(Actor other) {
            return new Place(places, store, other);
        }

        Place over(MemoryStore other) {
            return new Place(places, other, actor);
        }

        ExchangeService exchange() {
            var packs = new StorePacks(new OnePlace(places.world.pack()), new OneForm(places.world.pack()), store, "huzhou", places.world.clock());
            return new ExchangeDesk(desk(), packs, new OneForm(places.world.pack()), places.seal, null, new Texts(Locale.CHINESE));
        }

        ReviewDesk reviews() {
            return new ReviewDesk(desk(), null, null);
        }

        /** Takes the other's card and trusts it. */
        void meet(Place other) {
            Path card = places.file("card");
            places.seal.write(other.exchange().ownKey().orElseThrow().card(), card);
            exchange().importCard(card);
            exchange().trust(other.exchange().ownKey().orElseThrow().card().code());
        }

        String fingerprint() {
            return exchange().ownKey().orElseThrow().card().fingerprint();
        }

        Path sendTo(Place desk, Proposal... proposals) {
            Path file = places.file(".lspkg");
            exchange().export(desk.fingerprint(), List.of(proposals).stream().map(Proposal::id).toList(), null, null, file, Progress.NONE);
            places.world.minutes(1);
            return file;
        }

        PackageFact open(Path file) {
            PackageFact fact = exchange().open(file, null, Progress.NONE);
            places.world.minutes(1);
            return fact;
        }

        void sign(Proposal proposal, Overall overall, String... failed) {
            reviews().sign(proposal.id(), actor.body(), places.world.opinion(actor.body(), store.read(tx -> tx.proposals().find(proposal.id())).orElseThrow().latest().no(), overall, List.of(), failed));
            places.world.minutes(1);
        }

        Path answer(PackageFact review) {
            Path file = places.file(".return.lspkg");
            exchange().answer(review.header().id(), null, file, Progress.NONE);
            places.world.minutes(1);
            return file;
        }

        PackageFact merge(Path file) {
            return merge(file, Map.of());
        }

        PackageFact merge(Path file, Map<UUID, ExchangeService.Choice> choices) {
            return exchange().merge(file, choices, null, Progress.NONE);
        }

        List<ReviewAct> acts(Proposal proposal) {
            return store.read(tx -> tx.acts().of(proposal.id()));
        }

        ActDetail.Opinion opinion(Proposal proposal, String body) {
            return reviews().get(proposal.id()).state().opinion(body).orElse(null);
        }
    }

    private record OnePlace(RulePack pack) implements RulePacks {
        @Override
        public List<RulePack> all() {
            return List.of(pack);
        }

        @Override
        public RulePack of(String place, LocalDate on) {
            return pack;
        }

        @Override
        public RulePack byId(String id) {
            return pack;
        }
    }

    private record OneForm(RulePack pack) implements PackForms {
        @Override
        public PackBase shipped(String place) {
            return new PackBase(place, "2026.1", "0".repeat(64), PackValue.Fields.NONE, null);
        }

        @Override
        public RulePack build(String name, PackValue.Fields content) {
            return pack;
        }

        @Override
        public String digest(PackValue.Fields content) {
            return "0".repeat(64);
        }

        @Override
        public Exchange read(Path file) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public void write(Exchange pack, Path target) {
            throw new AssertionError("not asked for in these tests");
        }
    }
}
