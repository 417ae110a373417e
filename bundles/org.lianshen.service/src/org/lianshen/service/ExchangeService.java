package org.lianshen.service;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OpinionComparison;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.exchange.PackageHeader;
import org.lianshen.model.exchange.ReturnedWork;

/**
 * Without a network: review packages out, opinions back, signed and encrypted; who is trusted is said by people who compared the codes of keys. Whatever is refused is
 * refused with the reason, and nothing of it is stored. Passwords are those of the own key; null where it needs none. They are wiped.
 */
public interface ExchangeService {

    /** The key that this store signs with; empty before one was made. */
    Optional<OwnKey> ownKey();

    /**
     * Makes the key of this store. An earlier one still opens what was sent to it. With a body, a one-person store without projects of its own becomes the desk of
     * this body: whoever opens it next acts for that body alone.
     *
     * @param holder   who answers for the key
     * @param body     code of a body or unit of the pack, {@code expert:} and the number of an expert in the pool, or empty for the office that runs the review
     * @param password null only in a one-person store: the key is kept by the operating-system account then
     */
    OwnKey makeKey(String holder, String body, char[] password);

    /** Writes the card that is handed to the others. */
    void writeCard(char[] password, Path target);

    List<KnownKey> keys();

    /** Takes in a card; it counts for nothing before {@link #trust}. */
    KnownKey importCard(Path file);

    /** @param code as its holder read it out; spaces do not matter */
    KnownKey trust(String code);

    /** Nothing signed with it is taken any more, nothing is sent to it. */
    KnownKey withdraw(String fingerprint, String reason);

    /** What a body, or an expert ({@code expert:} and the number), can be sent, by due date. */
    List<Sendable> sendable(String body);

    /** Writes a review package. @param validUntil last day on which the answer is taken; null: 30 days from today */
    PackageFact export(String fingerprint, List<UUID> proposals, LocalDate validUntil, char[] password, Path target, Progress progress);

    /** What a package says of itself, and what is known of its sender; nothing is checked beyond that. */
    Inspection inspect(Path file);

    /** Takes a review package into this store, the desk of the body that it was sent to. */
    PackageFact open(Path file, char[] password, Progress progress);

    /** Writes the opinions that were signed on a review package. */
    PackageFact answer(UUID reviewPackage, char[] password, Path target, Progress progress);

    /** What merging a return would do; stores nothing. */
    Incoming compare(Path file, char[] password, Progress progress);

    /**
     * Merges a return. What is refused stays out with its reason; where nothing can be taken, all of it is refused.
     *
     * @param choices for each project in conflict
     * @throws org.lianshen.model.UserProblem also if a conflict has no choice; nothing is stored then
     */
    PackageFact merge(Path file, Map<UUID, Choice> choices, char[] password, Progress progress);

    /** Writes an opinion form as a workbook for a body without this program. @param validUntil null: 30 days from today */
    PackageFact exportForm(String body, List<UUID> proposals, LocalDate validUntil, Path target);

    /** What a filled form says and what stands against it; stores nothing. @throws org.lianshen.model.UserProblem naming every cell that cannot be read */
    List<FormPage> readForm(Path file, Progress progress);

    /** Records the opinions of a filled form on the body's behalf, with the workbook as the proof; all pages or none. */
    PackageFact takeForm(Path file, Progress progress);

    /** Newest first. */
    List<PackageFact> packages();

    /** By which package acts came. */
    Map<UUID, UUID> carried();

    record KnownKey(KeyCard card, KeyWord word) {

        public boolean trusted() {
            return word.standing() == KeyWord.Standing.TRUSTED;
        }
    }

    /**
     * @param signed whether an opinion of the body counts already
     * @param left   when it was sent last, or null
     */
    record Sendable(UUID proposal, String reviewNo, String name, String unit, LocalDate due, boolean signed, Instant left) {
    }

    /** @param sender null where the key is not known; {@code here} is what was stored of the package, or null */
    record Inspection(PackageHeader header, KnownKey sender, boolean forUs, PackageFact here) {
    }

    record Incoming(PackageHeader header, KnownKey sender, List<Project> projects) {

        public List<Project> conflicts() {
            return projects.stream().filter(project -> project.kind() == ReturnedWork.Kind.CONFLICT).toList();
        }

        public boolean anything() {
            return projects.stream().anyMatch(project -> project.kind() == ReturnedWork.Kind.FITS || project.kind() == ReturnedWork.Kind.CONFLICT);
        }

        /**
         * What would become of one project. A score sheet that is hidden until all are in is not in it.
         *
         * @param name   of the project, empty where it is not known here
         * @param reason why nothing of it is taken, or null
         * @param sheet  whether it is an expert's score sheet: such a one is taken whole or not at all
         * @param fields where both sides changed it: in what they differ
         * @param mine   id of the act here that the other side has not seen, or null
         * @param theirs id of the act that came back, or null
         */
        public record Project(UUID proposal, String reviewNo, String name, ReturnedWork.Kind kind, Message reason, boolean sheet, List<OpinionComparison.Field> fields, UUID mine, UUID theirs) {
            public Project {
                fields = List.copyOf(fields);
            }
        }
    }

    /** What the officer chose for a project: one opinion whole, or one put together field by field, recorded on behalf of the body. */
    sealed interface Choice {

        record Whole(Side side) implements Choice {
        }

        record Fields(Map<String, Side> sides) implements Choice {
            public Fields {
                sides = Map.copyOf(sides);
            }
        }
    }

    /** @param against why it cannot be taken, or null */
    record FormPage(String reviewNo, String name, OpinionForm.FilledPage page, Message against) {
    }
}
