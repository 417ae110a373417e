package org.lianshen.exchange;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in Galois/counter mode: encrypts, and notices every change of the text or of what goes with it in the clear. A key is used for one text. */
final class Sm4 {

    static final int KEY_BYTES = 16;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private Sm4() {
    }

    static GCMModeCipher cipher(boolean encrypt, byte[] key, byte[] nonce, byte[] beside) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BYTES * Byte.SIZE, nonce, beside));
        return cipher;
    }

    static byte[] encrypt(byte[] key, byte[] nonce, byte[] text, byte[] beside) {
        try {
            return all(cipher(true, key, nonce, beside), text);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null where key or text are not the right ones. */
    static byte[] decrypt(byte[] key, byte[] nonce, byte[] encrypted, byte[] beside) {
        try {
            return all(cipher(false, key, nonce, beside), encrypted);
        } catch (InvalidCipherTextException wrong) {
            return null;
        }
    }

    private static byte[] all(GCMModeCipher cipher, byte[] in) throws InvalidCipherTextException {
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int done = cipher.processBytes(in, 0, in.length, out, 0);
        cipher.doFinal(out, done);
        return out;
    }
}
