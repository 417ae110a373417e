package org.lianshen.service.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.UUID;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.service.Progress;

/**
 * Makes keys and packages, and opens packages that came from outside. Nothing of a package is handed out before its signature and its digests were checked; whatever
 * is wrong with one is a {@link org.lianshen.model.UserProblem} that says what. A declarative service of the exchange bundle.
 */
public interface PackageSeal {

    /** @param password null: the private key is kept by the operating-system account */
    OwnKey newKey(String place, UUID store, String body, String holder, Instant at, char[] password);

    /** Writes the card with a signature of its own key, so that a changed letter is noticed. */
    void writeCard(OwnKey key, char[] password, Path target);

    /** @throws org.lianshen.model.UserProblem if it is no card, or was changed */
    KeyCard readCard(Path file);

    /**
     * @param files attachments by their SHA-256
     * @return SHA-256 of the written file
     */
    String seal(PackageHeader header, PackageContent content, Map<String, Path> files, Key own, KeyCard receiver, Path target, Progress progress);

    /** What is written on the outside. Not to be believed yet. */
    PackageHeader look(Path file);

    /**
     * Checks the signature first: only then is the header asked about, and what stands against it is the reason of the refusal. Then decrypts and checks every digest.
     *
     * @param file     read several times, so nobody else may write it meanwhile
     * @param sender   whose signature it must carry
     * @param admitted refuses what the header says, or gives the own key that it is encrypted to
     * @param folder   empty; holds the attachments afterwards, each named by its SHA-256
     */
    Opened open(Path file, KeyCard sender, Function<PackageHeader, Key> admitted, Path folder, Progress progress);

    /** An own key with what opens it. @param password null where it is kept by the operating-system account */
    record Key(OwnKey own, char[] password) {
    }

    /** @param digest SHA-256 of the file */
    record Opened(PackageHeader header, PackageContent content, Map<String, Path> files, String digest) {
    }
}
