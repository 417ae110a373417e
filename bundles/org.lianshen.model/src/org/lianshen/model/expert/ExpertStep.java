package org.lianshen.model.expert;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.expert.PanelDraw.Passed;
import org.lianshen.model.review.Overall;

/** What was done about the experts of a project, by kind. Facts only; how the panel stands follows from them ({@link Panel}). */
public sealed interface ExpertStep {

    /** Who stands on the project's side beside those whom form and ledger name: plan writer, quoting vendors. Replaces what was stated before. */
    record Statement(List<Tie> ties) implements ExpertStep {
        public Statement {
            ties = List.copyOf(ties);
        }
    }

    /**
     * 公布种子: before the draw and never with it. The pool is that of this moment, and so are the rules.
     *
     * @param seed   the text that the order is made from
     * @param source where it comes from, so that nobody chose it: numbers of a lottery, drawn by hand before witnesses, or 系统生成
     * @param size   how many experts the group has
     * @param second whether an independent second assessor is drawn besides
     * @param pool   ids of all experts of the pool
     */
    record Announcement(String seed, String source, int size, boolean second, List<UUID> pool, ExpertRules rules) implements ExpertStep {
        public Announcement {
            pool = List.copyOf(pool);
        }
    }

    /**
     * 抽取.
     *
     * @param order    all candidates in order
     * @param excluded who of the pool was no candidate, with every reason
     * @param group    who was taken for the group; those who stay from an earlier draw are not among them
     * @param second   the second assessor, or null where none is asked for or one stays from an earlier draw
     * @param passed   who stands higher than the last taken and was passed over
     */
    record Draw(List<Ranked> order, List<Exclusion> excluded, List<UUID> group, UUID second, List<Passed> passed) implements ExpertStep {
        public Draw {
            order = List.copyOf(order);
            excluded = List.copyOf(excluded);
            group = List.copyOf(group);
            passed = List.copyOf(passed);
        }
    }

    record Exclusion(UUID expert, String no, String name, String unit, List<Message> why) {
        public Exclusion {
            why = List.copyOf(why);
        }
    }

    /** 种子作废: the published seed is not drawn with, because no panel that keeps the rules was possible any more. */
    record Annulment(Message why) implements ExpertStep {
    }

    /** 递补: the next of the same order who keeps the rules takes the place of one who is out. @param excluded who of the order could not be taken any more */
    record Replacement(UUID out, UUID in, List<Passed> passed, List<Exclusion> excluded) implements ExpertStep {
        public Replacement {
            excluded = List.copyOf(excluded);
            passed = List.copyOf(passed);
        }
    }

    /** 邀请. @param words time and place, or how the papers are sent */
    record Invitation(UUID expert, String words) implements ExpertStep {
    }

    /** 接受邀请. */
    record Acceptance(UUID expert) implements ExpertStep {
    }

    /** 谢绝邀请. */
    record Refusal(UUID expert, String reason) implements ExpertStep {
    }

    /** 申明回避: by the expert, or found by the office after the draw. */
    record Avoidance(UUID expert, String reason) implements ExpertStep {
    }

    /** 缺席: did not come, or did not hand in a sheet. */
    record Absence(UUID expert, String reason) implements ExpertStep {
    }

    /** 推选组长. */
    record Leader(UUID expert) implements ExpertStep {
    }

    /** 评分表. A later one of the same expert replaces the earlier until all are in. */
    record Scoring(UUID expert, ScoreSheet sheet, Signature signature) implements ExpertStep {
    }

    /** 讨论: what the group said of scores that lie far apart. */
    record Discussion(String words) implements ExpertStep {
    }

    /**
     * 专家组意见.
     *
     * @param average of all sheets that count, half-up to two decimals
     * @param changes 修改清单, one each
     */
    record GroupOpinion(Overall conclusion, String summary, List<String> changes, BigDecimal average, Signature signature) implements ExpertStep {
        public GroupOpinion {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param by       who signed, as printed
     * @param onBehalf 代录: entered from paper
     * @param scan     SHA-256 of the scanned paper, or null
     */
    record Signature(String by, boolean onBehalf, String scan) {
    }
}
