package org.lianshen.model.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened in a meeting or follows from it; added, never changed.
 *
 * @param seq order within the meeting, 1, 2, 3 …
 * @param by  account that entered it
 */
public record MeetingAct(UUID id, UUID meeting, int seq, String by, Instant at, Detail detail) {

    /** What happened, by kind. */
    public sealed interface Detail {
    }

    /**
     * 回避离场: somebody left the room while a project was dealt with.
     *
     * @param unit of the person, as the attendance list has it
     * @param why  the reason, where it does not follow from the person's body; may be empty
     */
    public record Left(UUID proposal, String person, String unit, String why) implements Detail {
    }

    /** 返场 of somebody who had left. */
    public record Returned(UUID proposal, String person) implements Detail {
    }

    /**
     * 督办事项: something to be done.
     *
     * @param what     to be done
     * @param owner    unit that sees to it
     * @param person   of that unit, may be empty
     * @param proposal project that it follows from, or null: from the meeting as a whole
     */
    public record Raised(UUID action, String what, String owner, String person, LocalDate due, UUID proposal) implements Detail {
    }

    /**
     * 办结 of something to be done.
     *
     * @param evidence what was seen to be done
     * @param file     SHA-256 of a paper that shows it, or null
     * @param fileName name of that paper, or null
     */
    public record Done(UUID action, String evidence, String file, String fileName) implements Detail {
    }

    /** It is to be done after all. */
    public record Reopened(UUID action, String reason) implements Detail {
    }
}
