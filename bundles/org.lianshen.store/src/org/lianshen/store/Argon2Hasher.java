package org.lianshen.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.lianshen.service.identity.PasswordHasher;
import org.osgi.service.component.annotations.Component;

/** Argon2id with 64 MiB and three passes (the second choice of RFC 9106 with one lane), written as a PHC string so that the costs can be raised later. */
@Component(service = PasswordHasher.class)
public final class Argon2Hasher implements PasswordHasher {

    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** More than this is not of our making: a hash that would take gigabytes must not stop the program. */
    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=([1-9]\\d?),p=([1-9]\\d?)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();

    @Override
    public String hash(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Override
    public boolean matches(char[] password, String hash) {
        Matcher phc = PHC.matcher(hash);
        if (!phc.matches() || Integer.parseInt(phc.group(1)) > MOST_MEMORY_KIB) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(phc.group(5));
        byte[] found = compute(password, Base64.getDecoder().decode(phc.group(4)), Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)),
                Integer.parseInt(phc.group(3)), expected.length);
        return java.security.MessageDigest.isEqual(expected, found);
    }

    private static byte[] compute(char[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt)
                .withMemoryAsKB(memory).withIterations(passes).withParallelism(lanes).build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
