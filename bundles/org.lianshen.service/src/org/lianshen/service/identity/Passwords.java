package org.lianshen.service.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.lianshen.model.UserProblem;

/** What an account may be called, and what its password must be: long enough, not one character repeated, without the account's name. */
public final class Passwords {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");
    private static final int SHORTEST = 10;

    private Passwords() {
    }

    /** @throws UserProblem if it cannot be an account's name */
    public static void requireName(String account) {
        if (account == null || !NAME.matcher(account).matches()) {
            throw UserProblem.of("identity.badName", String.valueOf(account));
        }
    }

    /** @throws UserProblem if it is too weak */
    public static void requireStrong(String account, char[] password) {
        boolean tooShort = password == null || password.length < SHORTEST;
        if (tooShort || sameThroughout(password) || contains(password, account)) {
            throw UserProblem.of("identity.weakPassword", SHORTEST);
        }
    }

    private static boolean sameThroughout(char[] password) {
        for (char each : password) {
            if (each != password[0]) {
                return false;
            }
        }
        return true;
    }

    /** Without making a string of the password, which could not be wiped. */
    private static boolean contains(char[] password, String account) {
        String wanted = account.toLowerCase(Locale.ROOT);
        for (int start = 0; start + wanted.length() <= password.length; start++) {
            int same = 0;
            while (same < wanted.length() && Character.toLowerCase(password[start + same]) == wanted.charAt(same)) {
                same++;
            }
            if (same == wanted.length()) {
                return true;
            }
        }
        return false;
    }
}
