package org.lianshen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.CalendarReading;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.review.State;

/**
 * The rule pack of the store's place: read by everybody, drafted and published by administrators. What is published never changes and never touches a decision that was
 * taken; a draft changes nothing until it is published.
 */
public interface PackService {

    /** Id of the draft wherever a version is named. */
    String DRAFT = "draft";

    /** Everything that the page of the pack shows. */
    Book book();

    /** The pack of a version, of what is shipped, or of the draft. @throws org.lianshen.model.UserProblem {@code pack.unknownVersion} */
    RulePack pack(String id);

    /** The content of the same. */
    PackValue.Fields content(String id);

    /** What differs between two versions. */
    List<PackChange> difference(String from, String to);

    /**
     * Puts changes into the draft; all or none.
     *
     * @param draft   as it was read
     * @param changes wanted values by path, {@code before} does not matter
     * @throws org.lianshen.model.UserProblem if a place cannot be edited, the reason is missing, or the pack would not be sound; each message names the place
     */
    PackDraft change(PackDraft draft, List<PackChange> changes, String reason);

    /** Back to what is in force at and below a path. */
    PackDraft restore(PackDraft draft, PackPath path);

    /** Back to what is in force altogether. */
    PackDraft discard(PackDraft draft);

    /** What would change if the draft were in force today. Stores nothing. */
    TryOut tryOut(int year, Progress progress);

    /** The same for a file. */
    TryOut tryOut(Path file, int year, Progress progress);

    /** @param validFrom today or later, and not before the first day of the version before */
    PackVersion publish(PackDraft draft, LocalDate validFrom, String reason);

    void exportTo(String id, Path file);

    /** What is in a file, after the same checks as what is typed. Stores nothing. */
    Incoming check(Path file);

    /** Makes the file's edits the draft, in place of what is there. */
    PackDraft importFrom(Path file);

    /** Reads a year's public holidays and make-up working days ({@code .xlsx}, {@code .xls}, {@code .csv}). Stores nothing. */
    CalendarReading readCalendar(Path file, Progress progress);

    /**
     * Puts the years of a reading into the draft, each in place of all days that it has of that year, not yet verified.
     *
     * @throws org.lianshen.model.UserProblem if a row could not be read, there is no day, or a year would be left out between those that are known
     */
    PackDraft takeCalendar(PackDraft draft, CalendarReading reading, String reason);

    /**
     * @param inForce    id of the pack in force today
     * @param versions   oldest first
     * @param content    of the draft, which is that of the version last published where nothing is drafted
     * @param standing   what the draft is compared with: the content of the version last published over the shipped pack
     * @param pending    what the draft changes about that
     * @param overriding edits at places that a newer program ships otherwise than when the edit was made
     * @param lost       edits that have no place in what this program ships
     * @param silent     what the rules of the draft do not judge because nothing is set for it
     */
    record Book(String place, String name, PackBase shipped, String inForce, List<PackVersion> versions, PackDraft draft, PackValue.Fields content,
            PackValue.Fields standing, List<PackEdit> pending, List<PackEdit> overriding, List<PackEdit> lost, List<Silence> silent) {
    }

    /** A file that passed. @param changes what it would change about the version last published */
    record Incoming(String id, int edits, List<PackChange> changes, List<PackEdit> overriding) {
    }

    /**
     * What would change.
     *
     * @param current id of the pack in force, {@code wanted} what was tried
     * @param lines   budget lines that the findings and verdicts name
     * @param reviews proposals under way that would stand otherwise
     * @param forms   forms not decided about whose check would say something else
     */
    record TryOut(String current, String wanted, int year, int lineCount, RunDifference findings, Map<UUID, BudgetLine> lines, List<ReviewChange> reviews,
            List<FormChange> forms) {
    }

    /** A proposal under way. @param blockedAfter what would prevent the next step */
    record ReviewChange(UUID proposal, String reviewNo, String name, State before, State after, LocalDate dueBefore, LocalDate dueAfter, List<Message> blockedAfter) {
    }

    /** @param added what the check of the form would newly say; {@code gone} what it would no longer say */
    record FormChange(UUID proposal, String name, List<Message> added, List<Message> gone) {
    }
}
