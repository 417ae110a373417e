package org.lianshen.model.meeting;

/**
 * One person at a meeting.
 *
 * @param body  code of the reviewing body, or null for guests
 * @param place 出席 / 请假 / 代 / 列席
 */
public record Attendance(String body, String unit, String person, String role, Presence place) {

    public enum Presence {
        /** 出席 */ PRESENT,
        /** 请假 */ LEAVE,
        /** 代 (somebody stands in) */ SUBSTITUTE,
        /** 列席 */ GUEST
    }
}
