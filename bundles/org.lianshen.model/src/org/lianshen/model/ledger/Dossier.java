package org.lianshen.model.ledger;

import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ReviewState;

/**
 * What is known of a ledger project beyond its columns where it follows from a proposal of this store. A project that came by import has none, and a rule that needs
 * one says nothing about it.
 *
 * @param form   the form under review on the day asked for
 * @param review the state on that day with the opinions and the decision that it follows from
 */
public record Dossier(ProposalForm form, ReviewState review) {
}
