package org.lianshen.service.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.Ids;
import org.lianshen.model.Message;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.identity.Role;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.Changes;
import org.lianshen.service.packs.PlacePacks;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.Tx;

/**
 * What every desk service of a session stands on: who acts, under which rules, on which store, at what time.
 *
 * @param packs the packs of the store's place, by day
 */
public record Desk(Actor actor, PlacePacks packs, Store store, Clock clock, Ids ids, ChangeHub changes) {

    /** The pack valid today. */
    public RulePack pack() {
        return packs.apply(today());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @throws PermissionDenied naming the act and the roles that may do it */
    public void require(Permission permission) {
        if (!actor.may(permission)) {
            var may = java.util.Arrays.stream(Role.values()).filter(role -> role.permits(permission)).map(role -> (Object) Message.of("identity.role." + role.name())).toList();
            throw new PermissionDenied(Message.of("identity.denied", actor.display(), Message.of("identity.permission." + permission.name()), may));
        }
    }

    public <T> T read(Function<Tx, T> work) {
        packs.follow();
        return store.read(work);
    }

    /** One use case: checks the permission, runs the work in one transaction, and tells the listeners after the commit. */
    public <T> T write(Permission permission, Changes.Kind kind, UUID changed, Function<Tx, T> work) {
        require(permission);
        packs.follow();
        T result = store.write(actor.name(), roleFor(permission), work);
        changes.tell(new Changes.Change(kind, changed));
        return result;
    }

    private String roleFor(Permission permission) {
        return actor.oneself() ? "" : actor.roles().stream().filter(role -> role.permits(permission)).sorted().map(Role::name).findFirst().orElse("");
    }
}
