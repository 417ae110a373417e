package org.lianshen.service.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Role;
import org.lianshen.service.store.Tx;

/**
 * A one-person store that is the desk of one body without a network: whoever opens it is that body's person and nobody else.
 *
 * @param person name as it is printed
 * @param store  identity of the store, by which its acts are told from those of others
 */
public record DeskOfBody(String body, String person, UUID store) {

    static final String STORE = "exchange.store";
    private static final String BODY = "exchange.body";
    private static final String PERSON = "exchange.person";
    private static final Set<Role> ROLES = Set.of(Role.BODY_CLERK, Role.BODY_SIGNER, Role.ADMINISTRATOR);

    public static Optional<DeskOfBody> of(Tx tx) {
        return tx.settings().get(BODY).map(body -> new DeskOfBody(body, tx.settings().get(PERSON).orElse(""), UUID.fromString(tx.settings().get(STORE).orElseThrow())));
    }

    void put(Tx tx) {
        tx.settings().put(BODY, body);
        tx.settings().put(PERSON, person);
        tx.settings().put(STORE, store.toString());
    }

    /** @param osAccount who opens the store */
    public Actor actor(String osAccount) {
        return new Actor(new KeyCard("", "", "", store, body, person, null).account(osAccount), person, body, null, ROLES, false);
    }

    /** Whether the store has accounts, or is nobody's desk yet but not one person's. */
    static boolean shared(Actor actor) {
        return !actor.oneself() && !actor.name().contains("@");
    }
}
