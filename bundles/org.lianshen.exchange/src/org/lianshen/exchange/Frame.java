package org.lianshen.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.lianshen.model.UserProblem;

/**
 * The outer form of a package: {@code magic(8) version(2) length(4) header length(2) wrapped-key nonce(12) ciphertext signature length(2)}, numbers big-endian. The
 * signature covers everything before it. Read from a file that may have been cut, changed or made to do harm: nothing is allocated beyond the limits.
 *
 * @param textFrom where the ciphertext begins
 * @param textTo   where it ends and the signature begins
 */
record Frame(Path file, byte[] header, byte[] wrapped, byte[] nonce, long textFrom, long textTo, byte[] signature) {

    /** Not text, and changed by every program that mends line ends. */
    private static final byte[] MAGIC = {'L', 'S', 'P', 'K', '\r', '\n', 0x1A, (byte) 0x89};
    static final int VERSION = 1;
    private static final int OLDEST = 1;
    private static final int MOST_WRAPPED = 256;
    private static final int MOST_SIGNATURE = 96;
    private static final int BUFFER = 1 << 16;

    static byte[] prologue(byte[] header, byte[] wrapped, byte[] nonce) {
        var out = java.nio.ByteBuffer.allocate(MAGIC.length + 2 + 4 + header.length + 2 + wrapped.length + nonce.length);
        out.put(MAGIC).putShort((short) VERSION).putInt(header.length).put(header).putShort((short) wrapped.length).put(wrapped).put(nonce);
        return out.array();
    }

    static byte[] epilogue(byte[] signature) {
        return java.nio.ByteBuffer.allocate(signature.length + 2).put(signature).putShort((short) signature.length).array();
    }

    /** @throws UserProblem if the file is no package, of another format, cut, or beyond a limit */
    static Frame of(Path file, Limits limits) {
        String name = String.valueOf(file.getFileName());
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var head = new byte[MAGIC.length];
            if (in.length() < MAGIC.length) {
                throw UserProblem.of("exchange.notPackage", name);
            }
            in.readFully(head);
            if (!Arrays.equals(head, MAGIC)) {
                throw UserProblem.of("exchange.notPackage", name);
            }
            return afterMagic(in, file, name, limits);
        } catch (EOFException cut) {
            throw UserProblem.because(cut, "exchange.truncated", name);
        } catch (NoSuchFileException | java.io.FileNotFoundException missing) {
            throw UserProblem.because(missing, "exchange.noFile", file.toString());
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.unreadable", name, String.valueOf(e.getMessage()));
        }
    }

    private static Frame afterMagic(RandomAccessFile in, Path file, String name, Limits limits) throws IOException {
        int version = in.readUnsignedShort();
        if (version > VERSION) {
            throw UserProblem.of("exchange.newerFormat", name, version, VERSION);
        }
        if (version < OLDEST) {
            throw UserProblem.of("exchange.olderFormat", name, version, OLDEST);
        }
        if (in.length() > limits.payload() + limits.content()) {
            throw UserProblem.of("exchange.tooLarge", name, in.length() >> 20, limits.payload() + limits.content() >> 20);
        }
        byte[] header = bytes(in, in.readInt(), limits.header(), name);
        byte[] wrapped = bytes(in, in.readUnsignedShort(), MOST_WRAPPED, name);
        byte[] nonce = bytes(in, Sm4.NONCE_BYTES, Sm4.NONCE_BYTES, name);
        long textFrom = in.getFilePointer();
        if (in.length() < textFrom + 2) {
            throw UserProblem.of("exchange.truncated", name);
        }
        in.seek(in.length() - 2);
        int signed = in.readUnsignedShort();
        long textTo = in.length() - 2 - signed;
        if (signed > MOST_SIGNATURE || textTo < textFrom + Sm4.TAG_BYTES) {
            throw UserProblem.of("exchange.truncated", name);
        }
        in.seek(textTo);
        return new Frame(file, header, wrapped, nonce, textFrom, textTo, bytes(in, signed, MOST_SIGNATURE, name));
    }

    private static byte[] bytes(RandomAccessFile in, int length, int most, String name) throws IOException {
        if (length < 0 || length > most) {
            throw UserProblem.of("exchange.edited", name);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** Whether the signature over everything before it is of this key. */
    boolean signedBy(byte[] publicKey) throws IOException {
        var check = Sm2.Signing.checking(publicKey);
        try (InputStream in = from(0, textTo)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                check.update(buffer, read);
            }
        }
        return check.holds(signature);
    }

    /** SHA-256 of the whole file, lower-case hex. */
    String digest() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    InputStream ciphertext() throws IOException {
        return from(textFrom, textTo);
    }

    private InputStream from(long start, long end) throws IOException {
        var in = Files.newByteChannel(file);
        in.position(start);
        return new Part(new DataInputStream(Channels.newInputStream(in)), end - start);
    }

    /** A stretch of a file. */
    private static final class Part extends FilterInputStream {

        private long left;

        Part(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(into, at, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            return read;
        }
    }
}
