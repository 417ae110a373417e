package org.lianshen.model.proposal;

/** Why a warning is accepted: typed by the unit, seen by the reviewers. {@code check} is the code of the {@link FormFinding}. */
public record Explanation(String check, String place, String reason) {
}
