package org.lianshen.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.OwnKey.Protection;

/**
 * Keeps private keys. In the store they are encrypted, either by a password (Argon2id) or by a random key that lies in the folder of the operating-system account and
 * nowhere else: a copy of the store opens neither. The second is as safe as that account, and no safer.
 */
final class KeyKeeper {

    private static final int SALT_BYTES = 16;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;

    private final Path folder;

    /** @param folder of the account; made when it is needed */
    KeyKeeper(Path folder) {
        this.folder = folder;
    }

    /** The private key as the store keeps it, in hex. */
    String keep(String fingerprint, byte[] secret, char[] password) {
        byte[] salt = password == null ? new byte[0] : Sm2.random(SALT_BYTES);
        byte[] key = password == null ? newAccountKey(fingerprint) : derived(password, salt);
        byte[] nonce = Sm2.random(Sm4.NONCE_BYTES);
        byte[] sealed = Sm4.encrypt(key, nonce, secret, beside(fingerprint));
        Arrays.fill(key, (byte) 0);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(nonce) + ":" + HexFormat.of().formatHex(sealed);
    }

    /**
     * The private key, to be wiped.
     *
     * @throws UserProblem if the password is wrong or missing, or the account's key is not there
     */
    byte[] open(OwnKey own, char[] password) {
        String[] parts = own.sealed().split(":", -1);
        byte[] salt = HexFormat.of().parseHex(parts[0]);
        byte[] key = key(own, salt, password);
        byte[] secret = Sm4.decrypt(key, HexFormat.of().parseHex(parts[1]), HexFormat.of().parseHex(parts[2]), beside(own.card().fingerprint()));
        Arrays.fill(key, (byte) 0);
        if (secret == null) {
            throw UserProblem.of(own.protection() == Protection.PASSWORD ? "exchange.wrongPassword" : "exchange.accountKeyDamaged", file(own.card().fingerprint()).toString());
        }
        return secret;
    }

    private byte[] key(OwnKey own, byte[] salt, char[] password) {
        if (own.protection() == Protection.ACCOUNT) {
            return accountKey(own.card().fingerprint());
        }
        if (password == null || password.length == 0) {
            throw UserProblem.of("exchange.passwordNeeded", own.card().code());
        }
        return derived(password, salt);
    }

    private static byte[] beside(String fingerprint) {
        return fingerprint.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] derived(char[] password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13).withSalt(salt).withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES).withParallelism(1).build());
        byte[] key = new byte[Sm4.KEY_BYTES];
        generator.generateBytes(password, key);
        return key;
    }

    private Path file(String fingerprint) {
        return folder.resolve(fingerprint + ".key");
    }

    private byte[] newAccountKey(String fingerprint) {
        byte[] key = Sm2.random(Sm4.KEY_BYTES);
        try {
            Files.createDirectories(folder);
            Path file = file(fingerprint);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
                // Before the store says that it has the key: without this file nothing that is sent to it can be opened.
                out.force(true);
            }
            return key;
        } catch (FileAlreadyExistsException taken) {
            throw new IllegalStateException(taken);
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.accountKeyNotKept", folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    private byte[] accountKey(String fingerprint) {
        Path file = file(fingerprint);
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != Sm4.KEY_BYTES) {
                throw UserProblem.of("exchange.accountKeyDamaged", file.toString());
            }
            return key;
        } catch (NoSuchFileException missing) {
            throw UserProblem.because(missing, "exchange.accountKeyMissing", file.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw UserProblem.because(e, "exchange.accountKeyDamaged", file.toString());
        }
    }
}
