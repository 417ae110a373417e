package org.lianshen.model.proposal;

/** A document that a project stands on: law, upper-level file, leader's instruction, minutes, plan, audit rectification. */
public record BasisDocument(String title, String issuer, String documentNo, String clause, String kind) {
}
