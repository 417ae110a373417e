package org.lianshen.exchange;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 (GB/T 32918) on its recommended curve, with SM3: keys, signatures with the usual user id, and the encryption of short keys in the order C1 C3 C2. */
final class Sm2 {

    static final int PUBLIC_BYTES = 65;
    static final int PRIVATE_BYTES = 32;
    private static final int SM3_BYTES = 32;
    private static final ECDomainParameters CURVE = curve();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2() {
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /** @param secret 32 bytes, to be wiped */
    record Pair(byte[] publicKey, byte[] secret) {
    }

    static Pair newPair() {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, RANDOM));
        var pair = generator.generateKeyPair();
        byte[] publicKey = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        return new Pair(publicKey, fixed(((ECPrivateKeyParameters) pair.getPrivate()).getD()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[PRIVATE_BYTES];
        int from = Math.max(0, bytes.length - PRIVATE_BYTES);
        System.arraycopy(bytes, from, fixed, PRIVATE_BYTES - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** SM3, lower-case hex. */
    static String fingerprint(byte[] publicKey) {
        var sm3 = new SM3Digest();
        sm3.update(publicKey, 0, publicKey.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }

    /** @throws IllegalArgumentException if it is no point of the curve */
    private static ECPublicKeyParameters publicKey(byte[] encoded) {
        if (encoded.length != PUBLIC_BYTES) {
            throw new IllegalArgumentException("not an uncompressed point: " + encoded.length);
        }
        return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(encoded), CURVE);
    }

    static boolean isPublicKey(byte[] encoded) {
        try {
            publicKey(encoded);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** Takes what is signed bit by bit. */
    static final class Signing {

        private final SM2Signer signer = new SM2Signer();

        static Signing with(byte[] secret) {
            var signing = new Signing();
            signing.signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(new BigInteger(1, secret), CURVE), RANDOM));
            return signing;
        }

        static Signing checking(byte[] publicKey) {
            var signing = new Signing();
            signing.signer.init(false, publicKey(publicKey));
            return signing;
        }

        void update(byte[] bytes, int length) {
            signer.update(bytes, 0, length);
        }

        byte[] sign() {
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(byte[] signature) {
            return signer.verifySignature(signature);
        }
    }

    static byte[] encrypt(byte[] publicKey, byte[] shortText) {
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(publicKey(publicKey), RANDOM));
        try {
            return engine.processBlock(shortText, 0, shortText.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null where it was not encrypted to this key, or was changed. */
    static byte[] decrypt(byte[] secret, byte[] encrypted) {
        if (encrypted.length <= PUBLIC_BYTES + SM3_BYTES) {
            return null;
        }
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, new ECPrivateKeyParameters(new BigInteger(1, secret), CURVE));
        try {
            return engine.processBlock(encrypted, 0, encrypted.length);
        } catch (InvalidCipherTextException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            return null;
        }
    }
}
