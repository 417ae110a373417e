package org.lianshen.model.linkage;

import java.util.List;
import org.lianshen.model.Message;

/** Whether a budget line is an IT line, with the reasons (domain.md §4.2). */
public record ItVerdict(Answer answer, List<Message> reasons) {

    public ItVerdict {
        reasons = List.copyOf(reasons);
    }

    public enum Answer {
        /** 是 */ YES,
        /** 疑似: asks for a decision that is remembered */ DOUBTFUL,
        /** 否 */ NO
    }
}
