package org.lianshen.model.proposal;

/** How the value of a field is written in a form: the canonical text is what {@link ProposalForm#text} holds. */
public enum FieldKind {
    /** one line */ LINE,
    /** several lines */ TEXT,
    /** yuan with two decimals, {@code 1234.50} */ MONEY,
    /** {@code 2026-11-21} */ DATE,
    /** whole number */ COUNT,
    /** {@code Y} or {@code N} */ FLAG,
    /** name of one of {@link ProposalField#choices()} */ CHOICE
}
