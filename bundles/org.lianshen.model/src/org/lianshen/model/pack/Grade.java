package org.lianshen.model.pack;

/** Performance grade 绩效等级. Where a grade begins is data of the template, see {@link GradeBand}. */
public enum Grade {
    EXCELLENT("优"), GOOD("良"), FAIR("中"), POOR("差");

    private final String chinese;

    Grade(String chinese) {
        this.chinese = chinese;
    }

    /** The one character that official forms print. */
    public String chinese() {
        return chinese;
    }
}
