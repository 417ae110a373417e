package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.review.ActDetail.Opinion;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.review.ui.OpinionModel.Kind;
import org.lianshen.review.ui.OpinionModel.Missing;

class OpinionModelTest {

    private static final Opinion EMPTY = new Opinion(1, List.of(), null, List.of(), "", "");

    private final OpinionModel model = new OpinionModel(1, Reviews.items(), Reviews.form().estimate(), EMPTY, null);

    @Test
    void everythingIsMissingAtFirst() {
        assertEquals(List.of(new Missing(Kind.VERDICT, "G1"), new Missing(Kind.VERDICT, "G2"), new Missing(Kind.OVERALL, "")), model.missing());
    }

    @Test
    void aFailureAsksForTheProblem() {
        model.verdict("G1", Verdict.FAIL);
        model.passTheRest();
        model.overall(Overall.AGREE_WITH_CHANGES);
        assertEquals(List.of(new Missing(Kind.PROBLEM, "G1")), model.missing());
        model.words("G1", "三级系统按二级申报", "按三级定级", "");
        assertEquals(List.of(), model.missing());
        assertEquals(List.of(new CheckAnswer("G1", Verdict.FAIL, "三级系统按二级申报", "按三级定级", ""), new CheckAnswer("G2", Verdict.PASS, "", "", "")), model.opinion().answers());
    }

    @Test
    void passTheRestLeavesWhatWasSaid() {
        model.verdict("G2", Verdict.NOT_APPLICABLE);
        model.passTheRest();
        assertEquals(Verdict.PASS, model.answer("G1").verdict());
        assertEquals(Verdict.NOT_APPLICABLE, model.answer("G2").verdict());
    }

    @Test
    void cutStaysWithinItsLineAndNeedsAReason() {
        model.cut(1, Money.ofWan(900), "与市级平台重复");
        assertEquals(new Cut(1, Money.ofWan(728), "与市级平台重复"), model.cut(1), "at most the line's amount");
        model.cut(2, Money.ofYuan(1), "");
        assertEquals(List.of(new Missing(Kind.CUT_REASON, "2")), model.missing().stream().filter(missing -> missing.kind() == Kind.CUT_REASON).toList());
        assertEquals(Money.ofWan(728).plus(Money.ofYuan(1)), model.cutTotal());
        model.cut(2, Money.ZERO, "");
        assertNull(model.cut(2), "a cut of nothing is none");
    }

    @Test
    void draftComesBackAsItWasLeft() {
        var draft = new Opinion(1, List.of(new CheckAnswer("G1", Verdict.DOUBT, "测评费为 0", "", "")), Overall.DISAGREE, List.of(new Cut(1, Money.ofWan(80), "重复")), "", "待补");
        var again = new OpinionModel(1, Reviews.items(), Reviews.form().estimate(), draft, null);
        assertEquals(draft, again.opinion());
    }

    @Test
    void whatIsSignedIsSignedAgainOnlyWithAChange() {
        model.passTheRest();
        model.overall(Overall.AGREE);
        var again = new OpinionModel(1, Reviews.items(), Reviews.form().estimate(), model.opinion(), model.opinion());
        assertEquals(List.of(new Missing(Kind.CHANGE, "")), again.missing());
        again.remark("请补充测评费");
        assertEquals(List.of(), again.missing());
    }
}
