package org.lianshen.model.linkage;

/** How a budget line was tied to a ledger project; {@link #json} is the word of the command line's JSON. */
public enum MatchedBy {
    REVIEW_NO("reviewNo"), PROJECT_CODE("code"), NAME("name"), SIMILAR("similar"), CONFIRMED("confirmed"), NONE("none");

    private final String json;

    MatchedBy(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /** Whether the tie stands by itself; a similar one is a proposal until an officer confirms it. */
    public boolean binding() {
        return this != SIMILAR && this != NONE;
    }
}
