package org.lianshen.service.session;

import org.lianshen.service.identity.PasswordHasher;

/** Quick and reversible, for tests only. */
final class PlainHasher implements PasswordHasher {

    @Override
    public String hash(char[] password) {
        return "plain:" + new String(password);
    }

    @Override
    public boolean matches(char[] password, String hash) {
        return hash.equals("plain:" + new String(password));
    }
}
