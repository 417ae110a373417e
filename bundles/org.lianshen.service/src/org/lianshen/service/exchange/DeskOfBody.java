package org.lianshen.service.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.store.Tx;

/**
 * A one-person store that is the desk of one body or one expert without a network: whoever opens it is that body's person, or that expert, and nobody else.
 *
 * @param person name as it is printed
 * @param store  identity of the store, by which its acts are told from those of others
 */
public record DeskOfBody(String body, String person, UUID store) {

    static final String STORE = "exchange.store";
    private static final String BODY = "exchange.body";
    private static final String PERSON = "exchange.person";
    private static final Set<Role> OF_BODY = Set.of(Role.BODY_CLERK, Role.BODY_SIGNER, Role.ADMINISTRATOR);
    private static final Set<Role> OF_EXPERT = Set.of(Role.EXPERT, Role.ADMINISTRATOR);

    public static Optional<DeskOfBody> of(Tx tx) {
        return tx.settings().get(BODY).map(body -> new DeskOfBody(body, tx.settings().get(PERSON).orElse(""), UUID.fromString(tx.settings().get(STORE).orElseThrow())));
    }

    void put(Tx tx) {
        tx.settings().put(BODY, body);
        tx.settings().put(PERSON, person);
        tx.settings().put(STORE, store.toString());
    }

    /** @param osAccount who opens the store; an expert is the same expert under whichever account */
    public Actor actor(String osAccount) {
        var card = new KeyCard("", "", "", store, body, person, null);
        return card.expertNo() == null ? new Actor(card.account(osAccount), person, body, null, OF_BODY, false)
                : new Actor(card.account(card.expertNo()), person, null, null, OF_EXPERT, false);
    }

    /** For whom a key or a package is, in words. @param code of a body or unit, of an expert, or empty for the office */
    static Message named(RulePack pack, String code) {
        String expert = KeyCard.expertNo(code);
        return code.isEmpty() ? Message.of("exchange.office") : expert != null ? Message.of("exchange.expert", expert)
                : pack.bodies().stream().filter(body -> body.code().equals(code)).findFirst().map(body -> Message.of("review.bodyName", body.shortName(), body.nameEn()))
                        .or(() -> pack.units().stream().filter(unit -> unit.code().equals(code)).findFirst().map(unit -> Message.of("review.bodyName", unit.name(), unit.name())))
                        .orElseGet(() -> Message.of("review.bodyName", code, code));
    }

    /** What whoever acts here needs to take and to answer packages. */
    Permission permission() {
        return KeyCard.expertNo(body) == null ? Permission.SIGN_OPINION : Permission.ASSESS;
    }

    /** Whether the store has accounts, or is nobody's desk yet but not one person's. */
    static boolean shared(Actor actor) {
        return !actor.oneself() && !actor.name().contains("@");
    }
}
