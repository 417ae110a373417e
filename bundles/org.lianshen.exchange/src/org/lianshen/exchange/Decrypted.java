package org.lianshen.exchange;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMModeCipher;

/** The text behind a ciphertext, as it is read. Only when the end was reached without {@link Changed} may anything of it be believed. */
final class Decrypted extends InputStream {

    private static final int BUFFER = 1 << 16;

    /** The ciphertext is not what was encrypted with this key. */
    static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        Changed(Throwable cause) {
            super(cause);
        }
    }

    private final InputStream in;
    private final GCMModeCipher cipher;
    private final byte[] raw = new byte[BUFFER];
    private final byte[] plain;
    private int at;
    private int end;
    private boolean done;

    Decrypted(InputStream in, GCMModeCipher cipher) {
        this.in = in;
        this.cipher = cipher;
        plain = new byte[cipher.getOutputSize(BUFFER) + BUFFER];
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, end - at);
        System.arraycopy(plain, at, into, offset, read);
        at += read;
        return read;
    }

    private boolean fill() throws IOException {
        while (at == end && !done) {
            at = 0;
            int read = in.read(raw);
            if (read >= 0) {
                end = cipher.processBytes(raw, 0, read, plain, 0);
            } else {
                done = true;
                try {
                    end = cipher.doFinal(plain, 0);
                } catch (InvalidCipherTextException e) {
                    end = 0;
                    throw new Changed(e);
                }
            }
        }
        return at < end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
