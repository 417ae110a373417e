package org.lianshen.model.exchange;

import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;

/**
 * 公钥名片: the public key of a store with who stands behind it. It is handed over once; what makes it trusted is that two people compare its {@link #code()} by
 * voice or in person, not the file.
 *
 * @param fingerprint SM3 of the public key, lower-case hex
 * @param publicKey   uncompressed point of the SM2 curve, lower-case hex
 * @param place       of the rule pack
 * @param store       identity of the store
 * @param body        code of the reviewing body or unit whose desk the store is, or {@link #ofExpert}; empty for the office that runs the review
 * @param holder      name of the person
 */
public record KeyCard(String fingerprint, String publicKey, String place, UUID store, String body, String holder, Instant madeAt) {

    private static final int CODE_HEX = 20;
    private static final int CODE_DIGITS = 24;
    private static final int GROUP = 4;
    private static final int SUFFIX = 8;
    /** No body or unit has a code with a colon. */
    private static final String EXPERT = "expert:";

    /** 24 digits in groups of four, from the first 80 bits of the fingerprint: short enough to be read out, too long for another key to be made that has them. */
    public String code() {
        return code(fingerprint);
    }

    public static String code(String fingerprint) {
        String digits = new BigInteger(fingerprint.substring(0, CODE_HEX), 16).mod(BigInteger.TEN.pow(CODE_DIGITS)).toString();
        String all = "0".repeat(CODE_DIGITS - digits.length()) + digits;
        var code = new StringBuilder();
        for (int at = 0; at < CODE_DIGITS; at += GROUP) {
            code.append(at == 0 ? "" : " ").append(all, at, at + GROUP);
        }
        return code.toString();
    }

    /** Whether the store is the desk of the office that runs the review, not that of one body. */
    public boolean office() {
        return body.isEmpty();
    }

    /** What stands for the body where the store is the desk of an expert. @param no number in the pool */
    public static String ofExpert(String no) {
        return EXPERT + no;
    }

    /** Number in the pool of the expert that a code stands for; null where it is that of a body. */
    public static String expertNo(String body) {
        return body.startsWith(EXPERT) ? body.substring(EXPERT.length()) : null;
    }

    public String expertNo() {
        return expertNo(body);
    }

    /** The account that acts done in the card's store are recorded under, told from every account of the office's; it stays when the store gets another key. */
    public String account(String name) {
        return name + suffix();
    }

    /** Whether an account is one of the card's store. */
    public boolean owns(String account) {
        return account != null && account.endsWith(suffix()) && account.length() > suffix().length();
    }

    private String suffix() {
        String id = store.toString();
        return "@" + id.substring(id.length() - SUFFIX);
    }
}
