package org.lianshen.model.linkage;

/** What became of a line; {@link #json} is the word of the command line's JSON. */
public enum LineVerdict {
    /** 已联审 */ REVIEWED("reviewed"),
    /** 疑似: a similar project, waits for an officer's word */ SUSPECT("suspect"),
    /** 未联审 */ UNREVIEWED("unreviewed"),
    /** 非信息化 */ NOT_IT("notIt");

    private final String json;

    LineVerdict(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }
}
