package org.lianshen.fuzz;

import java.util.Arrays;

/** All readers in one process, for the short run: the first byte chooses. */
public final class EveryReaderFuzz {

    private EveryReaderFuzz() {
    }

    public static void fuzzerInitialize() {
        PackageFuzz.fuzzerInitialize();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            Reader[] readers = Reader.values();
            readers[(input[0] & 0xFF) % readers.length].read(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    static byte[] input(Reader reader, byte[] bytes) {
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) reader.ordinal();
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }
}
