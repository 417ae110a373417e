package org.lianshen.service;

import org.lianshen.service.store.StoreLocation;

/** Makes stores and opens sessions. A declarative service. */
public interface Sessions {

    /** What stands at a location, without opening it for good. */
    StoreState look(StoreLocation location);

    /**
     * Makes a new store; all or nothing.
     *
     * @throws org.lianshen.model.UserProblem if one exists already, the folder cannot be written, or the password is too weak
     */
    void create(StoreLocation location, NewStore store);

    /**
     * @param credentials null for a one-person store
     * @throws org.lianshen.model.UserProblem if another program holds the store (the message says which), the account is unknown, locked, or the password is wrong
     */
    Session open(StoreLocation location, Credentials credentials);

    /** NONE: nothing there; ONE_PERSON, ACCOUNTS: a store of that kind; HELD: open in another program; DAMAGED: there but not readable. */
    enum StoreState {
        NONE, ONE_PERSON, ACCOUNTS, HELD, DAMAGED
    }

    record Credentials(String name, char[] password) {
    }

    /**
     * @param place         place of the rule pack
     * @param administrator first account, or null for a one-person store; there is no default password
     * @param demoData      whether to fill in the product's sample data
     */
    record NewStore(String place, Credentials administrator, boolean demoData) {
    }
}
