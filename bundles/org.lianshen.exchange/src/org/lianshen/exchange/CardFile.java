package org.lianshen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.lianshen.model.UserProblem;
import org.lianshen.model.exchange.KeyCard;

/** The file of a 公钥名片: the card and a signature over it with its own key. */
final class CardFile {

    static final String FORMAT = "lianshen-key-card";

    /** @param format {@link #FORMAT} */
    record Card(String format, int formatVersion, KeyCard card, String signature) {
    }

    private CardFile() {
    }

    static byte[] write(KeyCard card, byte[] secret) {
        var signing = Sm2.Signing.with(secret);
        byte[] said = said(card);
        signing.update(said, said.length);
        return ContentJson.write(new Card(FORMAT, 1, card, HexFormat.of().formatHex(signing.sign())));
    }

    private static byte[] said(KeyCard card) {
        return ContentJson.write(Arrays.asList(FORMAT, card.fingerprint(), card.publicKey(), card.place(), card.store().toString(), card.body(), card.holder(), card.madeAt().toString()));
    }

    /** @throws UserProblem if it is no card, or does not hold together */
    static KeyCard read(Path file, Limits limits) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.card() + 1);
            if (bytes.length > limits.card()) {
                throw UserProblem.of("exchange.notCard", name);
            }
            Card read = ContentJson.read(bytes, Card.class);
            if (!FORMAT.equals(read.format())) {
                throw UserProblem.of("exchange.notCard", name);
            }
            if (read.formatVersion() != 1) {
                throw UserProblem.of("exchange.newerCard", name);
            }
            return sound(read, name);
        } catch (NoSuchFileException e) {
            throw UserProblem.because(e, "exchange.noFile", file.toString());
        } catch (IOException e) {
            throw UserProblem.because(e, "exchange.notCard", name);
        }
    }

    private static KeyCard sound(Card read, String name) {
        KeyCard card = read.card();
        try {
            byte[] key = HexFormat.of().parseHex(card.publicKey());
            byte[] said = said(card);
            boolean holds = Sm2.isPublicKey(key) && Sm2.fingerprint(key).equals(card.fingerprint());
            if (holds) {
                var check = Sm2.Signing.checking(key);
                check.update(said, said.length);
                holds = check.holds(HexFormat.of().parseHex(read.signature()));
            }
            if (!holds || card.holder().isBlank() || card.place() == null || card.body() == null) {
                throw UserProblem.of("exchange.cardChanged", name);
            }
            return card;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw UserProblem.because(e, "exchange.cardChanged", name);
        }
    }
}
