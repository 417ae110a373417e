package org.lianshen.model.proposal;

/** The sections of the application form, in the order of the form (desks.md, desk 1). */
public enum Section {
    BASICS, BASIS, GOALS, CONTENT, ESTIMATE, FUNDS, GATES, ORGANISATION, ATTACHMENTS
}
