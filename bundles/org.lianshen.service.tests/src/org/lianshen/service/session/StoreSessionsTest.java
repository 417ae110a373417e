package org.lianshen.service.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Account;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Changes;
import org.lianshen.service.Session;
import org.lianshen.service.Sessions;
import org.lianshen.service.Sessions.Credentials;
import org.lianshen.service.Sessions.NewStore;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.demo.SampleSource;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.store.StoreLocation;

class StoreSessionsTest {

    private static final StoreLocation HERE = new StoreLocation.Folder(Path.of("here"));
    private static final String PASSWORD = "correct horse battery";

    private final World world = new World();
    private final MemoryProvider provider = new MemoryProvider(world.clock());
    private final Sessions sessions = sessions(() -> {
        throw new IllegalStateException("sample data is damaged");
    });

    private Sessions sessions(SampleSource samples) {
        return new StoreSessions(List.of(provider), new Ports(new OnePlace(), new PlainForms(), null, null, null, null, null, List.of(), List.of(), null, new PlainHasher(), samples, null, null), world.clock());
    }

    @Test
    void aOnePersonStoreAsksNothingAndTheAccountOfTheSystemActs() {
        sessions.create(HERE, new NewStore("huzhou", null, false));
        assertEquals(StoreState.ONE_PERSON, sessions.look(HERE));
        try (Session session = sessions.open(HERE, null)) {
            assertEquals(System.getProperty("user.name"), session.actor().name());
            assertTrue(session.actor().oneself());
            assertEquals("huzhou", session.pack().place());
            assertEquals(World.START, session.today());
            assertEquals(2026, session.year());
            assertEquals(HERE, session.location());
            assertEquals(StoreState.HELD, sessions.look(HERE));
            session.proposals().create(FormFixture.form());
        }
        assertEquals(StoreState.ONE_PERSON, sessions.look(HERE));
        assertEquals("identity.credentialsUnused", key(() -> sessions.open(HERE, credentials("anybody", PASSWORD))));
        assertTrue(provider.store(HERE).closed());
    }

    @Test
    void thereIsNoSecondStoreAtAPlace() {
        sessions.create(HERE, new NewStore("huzhou", null, false));
        assertEquals("store.exists", key(() -> sessions.create(HERE, new NewStore("huzhou", null, false))));
    }

    @Test
    void aCreationThatBreaksOffLeavesNothingThatCountsAsAStore() {
        assertThrows(IllegalStateException.class, () -> sessions.create(HERE, new NewStore("huzhou", null, true)));
        assertEquals(StoreState.NONE, sessions.look(HERE));
        sessions.create(HERE, new NewStore("huzhou", null, false));
        assertEquals(StoreState.ONE_PERSON, sessions.look(HERE));
    }

    @Test
    void aPasswordMustBeStrongAndIsWiped() {
        for (String weak : List.of("short", "aaaaaaaaaaaa", "xxadministratorxx")) {
            assertEquals("identity.weakPassword", key(() -> sessions.create(HERE, new NewStore("huzhou", credentials("Administrator", weak), false))));
        }
        assertEquals("identity.badName", key(() -> sessions.create(HERE, new NewStore("huzhou", credentials("a b", PASSWORD), false))));
        assertEquals(StoreState.NONE, sessions.look(HERE));
        Credentials first = credentials("admin", PASSWORD);
        sessions.create(HERE, new NewStore("huzhou", first, false));
        assertEquals("\0".repeat(PASSWORD.length()), new String(first.password()));
    }

    @Test
    void accountsSignInAreLockedAndUnlocked() {
        withAccounts();
        assertEquals(StoreState.ACCOUNTS, sessions.look(HERE));
        assertEquals("identity.credentialsNeeded", key(() -> sessions.open(HERE, null)));
        assertEquals("identity.wrong", key(() -> sessions.open(HERE, credentials("nobody", PASSWORD))));
        for (int i = 0; i < 5; i++) {
            assertEquals("identity.wrong", key(() -> sessions.open(HERE, credentials("admin", "something else"))));
        }
        assertEquals("identity.locked", key(() -> sessions.open(HERE, credentials("admin", PASSWORD))));
        world.minutes(16);
        try (Session session = sessions.open(HERE, credentials("admin", PASSWORD))) {
            assertEquals(Set.of(Role.ADMINISTRATOR), session.actor().roles());
            var actions = session.admin().audit(1, 100).stream().map(record -> record.action()).toList();
            assertEquals(List.of("store.create", "account.refused", "account.refused", "account.refused", "account.refused", "account.locked", "account.signIn"), actions);
        }
    }

    @Test
    void successForgetsFailures() {
        withAccounts();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertEquals("identity.wrong", key(() -> sessions.open(HERE, credentials("admin", "something else"))));
            }
            sessions.open(HERE, credentials("admin", PASSWORD)).close();
        }
    }

    @Test
    void theAdministratorKeepsAccountsButDoesNotReview() {
        withAccounts();
        try (Session admin = sessions.open(HERE, credentials("admin", PASSWORD))) {
            Account fin = admin.admin().addAccount("fin", "张三", "FIN", "市财政局", Set.of(Role.BODY_SIGNER), "long enough 1".toCharArray());
            assertEquals("identity.nameTaken", key(() -> admin.admin().addAccount("fin", "", null, null, Set.of(Role.ANALYST), "long enough 1".toCharArray())));
            assertEquals("identity.noRoles", key(() -> admin.admin().addAccount("x", "", null, null, Set.of(), "long enough 1".toCharArray())));
            assertEquals("identity.unknownBody", key(() -> admin.admin().addAccount("x", "", "XYZ", null, Set.of(Role.ANALYST), "long enough 1".toCharArray())));
            assertThrows(PermissionDenied.class, () -> admin.proposals().create(FormFixture.form()));
            assertThrows(PermissionDenied.class, () -> admin.admin().verifyAudit());
            Account stopped = admin.admin().changeAccount(changed(fin, false), null);
            assertFalse(stopped.active());
            assertThrows(StaleWrite.class, () -> admin.admin().changeAccount(fin, null));
            Account self = admin.admin().accounts().getFirst();
            assertEquals("identity.lastAdministrator", key(() -> admin.admin().changeAccount(changed(self, false), null)));
        }
        assertEquals("identity.inactive", key(() -> sessions.open(HERE, credentials("fin", "long enough 1"))));
    }

    @Test
    void aNewPasswordUnlocksAndWorks() {
        withAccounts();
        try (Session admin = sessions.open(HERE, credentials("admin", PASSWORD))) {
            admin.admin().addAccount("aud", "审计员", null, null, Set.of(Role.AUDITOR), "long enough 1".toCharArray());
        }
        for (int i = 0; i < 5; i++) {
            assertEquals("identity.wrong", key(() -> sessions.open(HERE, credentials("aud", "forgotten it"))));
        }
        try (Session admin = sessions.open(HERE, credentials("admin", PASSWORD))) {
            Account locked = admin.admin().accounts().stream().filter(account -> account.name().equals("aud")).findFirst().orElseThrow();
            admin.admin().changeAccount(locked, "another long one".toCharArray());
        }
        try (Session auditor = sessions.open(HERE, credentials("aud", "another long one"))) {
            assertTrue(auditor.admin().verifyAudit().ok());
            assertThrows(PermissionDenied.class, () -> auditor.admin().accounts());
        }
    }

    @Test
    void listenersHearOfChangesAfterTheCommitUntilTheyLeave() throws Exception {
        sessions.create(HERE, new NewStore("huzhou", null, false));
        var heard = new ArrayList<Changes.Change>();
        try (Session session = sessions.open(HERE, null)) {
            AutoCloseable listener = session.changes().listen(heard::add);
            var draft = session.proposals().create(FormFixture.form());
            assertEquals(List.of(new Changes.Change(Changes.Kind.PROPOSAL, draft.id())), heard);
            listener.close();
            session.proposals().delete(draft.id());
            assertEquals(1, heard.size());
        }
    }

    private void withAccounts() {
        sessions.create(HERE, new NewStore("huzhou", credentials("admin", PASSWORD), false));
    }

    private static Account changed(Account a, boolean active) {
        return new Account(a.name(), a.display(), a.body(), a.unit(), a.roles(), a.passwordHash(), a.failedAttempts(), a.lockedUntil(), active, a.version());
    }

    private static Credentials credentials(String name, String password) {
        return new Credentials(name, password.toCharArray());
    }

    private static String key(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(UserProblem.class, work).messages().getFirst().key();
    }

    /** Knows 湖州 alone. */
    private static final class OnePlace implements RulePacks {

        @Override
        public List<RulePack> all() {
            return List.of(PackFixture.pack());
        }

        @Override
        public RulePack of(String place, LocalDate on) {
            if (!place.equals("huzhou")) {
                throw UserProblem.of("pack.unknownPlace", place);
            }
            return PackFixture.pack();
        }

        @Override
        public RulePack byId(String id) {
            return PackFixture.pack();
        }
    }

    /** One shipped pack without content. */
    private static final class PlainForms implements PackForms {

        @Override
        public PackBase shipped(String place) {
            return new PackBase(place, "2026.1", "0".repeat(64), PackValue.Fields.NONE, null);
        }

        @Override
        public RulePack build(String name, PackValue.Fields content) {
            return PackFixture.pack();
        }

        @Override
        public String digest(PackValue.Fields content) {
            return "0".repeat(64);
        }

        @Override
        public Exchange read(Path file) {
            throw UserProblem.of("pack.noFile", file.toString());
        }

        @Override
        public void write(Exchange pack, Path target) {
            throw UserProblem.of("pack.notWritten", target.toString());
        }
    }
}
