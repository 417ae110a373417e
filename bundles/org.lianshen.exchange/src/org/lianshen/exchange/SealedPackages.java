package org.lianshen.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.OwnKey.Protection;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.service.Progress;
import org.lianshen.service.exchange.PackageSeal;
import org.lianshen.service.store.StoreLocation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Packages signed with SM2 and SM3 and encrypted with SM4 to one receiver. */
@Component(service = PackageSeal.class)
public final class SealedPackages implements PackageSeal {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final KeyKeeper keeper;
    private final Limits limits;

    @Activate
    public SealedPackages() {
        this(StoreLocation.usual().folder().resolveSibling("keys"));
    }

    /** @param accountKeys folder for the keys that the operating-system account keeps */
    public SealedPackages(Path accountKeys) {
        this(accountKeys, Limits.STANDARD);
    }

    SealedPackages(Path accountKeys, Limits limits) {
        keeper = new KeyKeeper(accountKeys);
        this.limits = limits;
    }

    @Override
    public OwnKey newKey(String place, UUID store, String body, String holder, Instant at, char[] password) {
        Sm2.Pair pair = Sm2.newPair();
        String fingerprint = Sm2.fingerprint(pair.publicKey());
        try {
            var card = new KeyCard(fingerprint, HexFormat.of().formatHex(pair.publicKey()), place, store, body, holder, at);
            return new OwnKey(card, password == null ? Protection.ACCOUNT : Protection.PASSWORD, keeper.keep(fingerprint, pair.secret(), password));
        } finally {
            Arrays.fill(pair.secret(), (byte) 0);
        }
    }

    @Override
    public void writeCard(OwnKey key, char[] password, Path target) {
        byte[] secret = keeper.open(key, password);
        try {
            whole(target, out -> out.write(CardFile.write(key.card(), secret)));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public KeyCard readCard(Path file) {
        return CardFile.read(file, limits);
    }

    @Override
    public String seal(PackageHeader header, PackageContent content, Map<String, Path> files, Key own, KeyCard receiver, Path target, Progress progress) {
        byte[] secret = keeper.open(own.own(), own.password());
        byte[] key = Sm2.random(Sm4.KEY_BYTES);
        byte[] nonce = Sm2.random(Sm4.NONCE_BYTES);
        try {
            requireSmall(files);
            byte[] head = ContentJson.write(header);
            byte[] wrapped = Sm2.encrypt(HexFormat.of().parseHex(receiver.publicKey()), key);
            var digest = MessageDigest.getInstance("SHA-256");
            whole(target, out -> {
                var signed = new Signed(out, Sm2.Signing.with(secret), digest);
                signed.write(Frame.prologue(head, wrapped, nonce));
                var encrypting = new Encrypting(signed, Sm4.cipher(true, key, nonce, head));
                Payload.write(content, files, encrypting, progress);
                encrypting.finish();
                signed.sign();
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private void requireSmall(Map<String, Path> files) {
        try {
            long all = 0;
            for (Path file : files.values()) {
                long size = Files.size(file);
                all += size;
                if (size > limits.file()) {
                    throw UserProblem.of("exchange.fileTooLarge", String.valueOf(file.getFileName()), size >> 20, limits.file() >> 20);
                }
            }
            if (all > limits.payload() - limits.content() || files.size() >= limits.entries()) {
                throw UserProblem.of("exchange.tooMuch", files.size(), all >> 20, limits.payload() - limits.content() >> 20);
            }
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notWritten", "", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public PackageHeader look(Path file) {
        return header(Frame.of(file, limits));
    }

    private static PackageHeader header(Frame frame) {
        String name = String.valueOf(frame.file().getFileName());
        try {
            PackageHeader header = ContentJson.read(frame.header(), PackageHeader.class);
            boolean whole = header.id() != null && header.kind() != null && header.place() != null && header.packId() != null && header.packDigest() != null && header.store() != null
                    && fingerprint(header.sender()) && fingerprint(header.receiver()) && header.body() != null && header.created() != null && header.validUntil() != null;
            if (!whole || header.kind() == PackageHeader.Kind.RETURN != (header.answers() != null)) {
                throw UserProblem.of("exchange.edited", name);
            }
            return header;
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.edited", name);
        }
    }

    private static boolean fingerprint(String text) {
        return text != null && FINGERPRINT.matcher(text).matches();
    }

    @Override
    public Opened open(Path file, KeyCard sender, Function<PackageHeader, Key> admitted, Path folder, Progress progress) {
        Frame frame = Frame.of(file, limits);
        String name = String.valueOf(file.getFileName());
        PackageHeader header = header(frame);
        byte[] secret = null;
        byte[] key = null;
        try {
            if (!header.sender().equals(sender.fingerprint()) || !frame.signedBy(HexFormat.of().parseHex(sender.publicKey()))) {
                throw UserProblem.of("exchange.edited", name);
            }
            Key own = admitted.apply(header);
            secret = keeper.open(own.own(), own.password());
            key = Sm2.decrypt(secret, frame.wrapped());
            if (key == null || key.length != Sm4.KEY_BYTES) {
                throw UserProblem.of("exchange.otherReceiver", name);
            }
            try (var text = new Decrypted(frame.ciphertext(), Sm4.cipher(false, key, frame.nonce(), frame.header()))) {
                Payload.Read read = Payload.read(text, folder, limits, progress);
                return new Opened(header, read.content(), read.files(), frame.digest());
            }
        } catch (IOException | IllegalArgumentException e) {
            // The zip reader says of some names that they are no argument.
            throw UserProblem.because(e, "exchange.edited", name);
        } finally {
            wipe(secret);
            wipe(key);
        }
    }

    private static void wipe(byte[] bytes) {
        if (bytes != null) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes beside the target and moves: there is a whole file or none. */
    private static void whole(Path target, Writing writing) {
        Path folder = target.toAbsolutePath().getParent();
        Path beside = null;
        try {
            beside = Files.createTempFile(folder, ".", ".part");
            try (var out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                writing.to(out);
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            beside = null;
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notWritten", target.toString(), String.valueOf(e.getMessage()));
        } finally {
            delete(beside);
        }
    }

    private static void delete(Path beside) {
        try {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException remains) {
            beside.toFile().deleteOnExit();
        }
    }

    /** Everything that goes through is signed and digested; the signature comes last. */
    private static final class Signed extends OutputStream {

        private final OutputStream out;
        private final Sm2.Signing signing;
        private final MessageDigest digest;

        Signed(OutputStream out, Sm2.Signing signing, MessageDigest digest) {
            this.out = out;
            this.signing = signing;
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] part = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, from + length);
            signing.update(part, length);
            digest.update(part, 0, length);
            out.write(part, 0, length);
        }

        void sign() throws IOException {
            byte[] end = Frame.epilogue(signing.sign());
            digest.update(end);
            out.write(end);
        }
    }

    private static final class Encrypting extends OutputStream {

        private final OutputStream out;
        private final GCMModeCipher cipher;

        Encrypting(OutputStream out, GCMModeCipher cipher) {
            this.out = out;
            this.cipher = cipher;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            byte[] encrypted = new byte[cipher.getUpdateOutputSize(length)];
            int done = cipher.processBytes(bytes, from, length, encrypted, 0);
            out.write(encrypted, 0, done);
        }

        void finish() throws IOException {
            byte[] end = new byte[cipher.getOutputSize(0)];
            try {
                out.write(end, 0, cipher.doFinal(end, 0));
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
