package org.lianshen.model.meeting;

/**
 * One person at a meeting.
 *
 * @param body      code of the reviewing body, or of a unit that was asked besides; null for guests
 * @param place     待登记 / 出席 / 请假 / 代 / 列席
 * @param standsFor name of the person whom a substitute stands in for; null otherwise
 */
public record Attendance(String body, String unit, String person, String role, Presence place, String standsFor) {

    public Attendance {
        standsFor = place == Presence.SUBSTITUTE && standsFor != null && !standsFor.isBlank() ? standsFor.strip() : null;
    }

    public Attendance(String body, String unit, String person, String role, Presence place) {
        this(body, unit, person, role, place, null);
    }

    public enum Presence {
        /** 出席 */ PRESENT,
        /** 请假 */ LEAVE,
        /** 代 (somebody stands in) */ SUBSTITUTE,
        /** 列席 */ GUEST,
        /** 待登记: invited, and nobody has said yet who came */ EXPECTED
    }

    public boolean named() {
        return person != null && !person.isBlank();
    }

    /** Whether the person sits in the room, with whatever right. */
    public boolean inTheRoom() {
        return named() && (place == Presence.PRESENT || place == Presence.SUBSTITUTE || place == Presence.GUEST);
    }

    /** Whether the body is there by this person: guests speak for nobody. */
    public boolean represents() {
        return inTheRoom() && place != Presence.GUEST;
    }
}
