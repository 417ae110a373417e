package org.lianshen.proposal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.Section;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.Session;
import org.lianshen.service.SimilarityService;
import org.lianshen.workbench.kit.StepItem;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.testing.AccessibleNames;
import org.lianshen.workbench.testing.OffUi;
import org.lianshen.workbench.testing.RecordedDialogs.BoxAct;
import org.lianshen.workbench.testing.UiTest;

class ProposalPartTest {

    @TempDir
    private Path folder;
    private final KeptProposals proposals = new KeptProposals();
    private final Listeners changes = new Listeners();
    private List<ReviewAct> acts = List.of();
    private List<SimilarityService.Hit> hits = List.of();
    private Proposal draft;

    @BeforeEach
    void keepADraft() {
        draft = proposals.keep(KeptProposals.draft(Forms.form()), State.DRAFT);
    }

    private ProposalPart open(UiTest ui, Proposal proposal) {
        ReviewService reviews = (ReviewService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ReviewService.class},
                (proxy, method, args) -> new ReviewService.Review(proposals.get(proposal.id()), acts, proposals.state(proposal.id()), Map.of()));
        SimilarityService similarity = (form, except, top) -> hits;
        ui.with(ProposalService.class, OffUi.guard(ProposalService.class, proposals)).with(ReviewService.class, OffUi.guard(ReviewService.class, reviews))
                .with(SimilarityService.class, OffUi.guard(SimilarityService.class, similarity)).with(Session.class, OffUi.guard(Session.class, TestSession.make()))
                .with(Updates.class, new Updates(changes, ui.display())).input(proposal.id().toString());
        return ui.make(ProposalPart.class);
    }

    private static Text field(UiTest ui, String label) {
        return ui.find(Text.class, text -> {
            String name = UiTest.accessibleName(text);
            return name != null && name.startsWith(label);
        });
    }

    private static void section(UiTest ui, String title) {
        ui.find(StepItem.class, step -> step.title().equals(title)).press();
        ui.settle();
    }

    @Test
    void whatIsTypedStoresItself() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            ui.type(field(ui, "联系人"), "陈静");
            ui.until(() -> proposals.saves == 1, "the draft to be stored");
            ui.settle();
            assertEquals("陈静", proposals.get(draft.id()).draft().text(ProposalField.CONTACT));
            assertTrue(ui.shows("已保存"));
        }
    }

    @Test
    void amountsAreTypedInWanAndKeptInYuan() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            ui.type(field(ui, "总投资"), "1,280.5");
            ui.until(() -> proposals.saves == 1, "the draft to be stored");
            ui.settle();
            assertEquals("12805000.00", proposals.get(draft.id()).draft().text(ProposalField.TOTAL_INVESTMENT));
            assertTrue(ui.shows("总投资 1,280.50 万元"));
        }
    }

    @Test
    void aPriceFarFromThoseSeenShowsThem() {
        Message dear = Message.of("form.V06", 1, "国产数据库", "15,000.00", "套", 3, "10,000.00", Message.of("form.V06.above", "50"), "30");
        List<Message> compared = List.of("智慧水务", "智慧城管", "智慧交通").stream()
                .map(name -> Message.of("form.V06.price", "10,000.00", "套", name, "市水利局", "2025", Message.of("summary.source.ESTIMATE", "3"))).toList();
        proposals.check = form -> List.of(new FormFinding("V06", Severity.W, Section.ESTIMATE, null, "estimate[1]", dear, compared));
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            section(ui, "概算");
            ui.until(() -> ui.shows("比中位数高 50%"), "the warning");
            assertTrue(ui.shows("10,000.00 元/套　智慧城管（市水利局，2025 年，概算第3行）"), ui.words().toString());
        }
    }

    @Test
    void halfTypedValuesAreKeptAsTyped() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            ui.type(field(ui, "计划开始"), "明年二月");
            ui.until(() -> proposals.saves == 1, "the draft to be stored");
            assertEquals("明年二月", proposals.get(draft.id()).draft().text(ProposalField.PLANNED_START));
        }
    }

    @Test
    void submissionIsRefusedWithTheList() {
        proposals.check = form -> List.of(Forms.NO_PHONE, Forms.OWN_SERVER);
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, draft);
            part.submit();
            ui.settle();
            assertTrue(ui.shows("没有提交：1 处必须改正、1 处提示没有说明理由"));
            assertTrue(ui.shows("仍购置“服务器”"));
            assertEquals(State.DRAFT, proposals.states.get(draft.id()));
        }
    }

    @Test
    void theRefusalCountsDownAndGoesWithTheLast() {
        proposals.check = form -> form.text(ProposalField.PHONE).isEmpty() ? List.of(Forms.NO_PHONE, Forms.OWN_SERVER) : List.of(Forms.OWN_SERVER);
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, draft);
            part.submit();
            ui.settle();
            ui.type(field(ui, "联系电话"), "0572-2398888");
            ui.until(() -> ui.shows("没有提交：1 处提示没有说明理由。"), "the refusal to name what is left");
            ui.type(field(ui, "理由"), "视频前端须就近存储");
            ui.settle();
            assertFalse(visible(ui, "没有提交"));
        }
    }

    @Test
    void aLockedFormOffersNoChangesAndTakesTheKeys() {
        Proposal sent = proposals.keep(Forms.submitted(Forms.form()), State.COUNTERSIGN);
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, sent);
            section(ui, "概算");
            part.focus();
            assertEquals("概算", ((StepItem) ui.display().getFocusControl()).title());
            assertFalse(ui.button("增加一行").isVisible());
            section(ui, "附件");
            assertFalse(ui.button("添加附件").isVisible());
            assertTrue(ui.button("另存为").isVisible());
        }
    }

    @Test
    void submissionTakesReasonsAndShowsTheNumber() {
        proposals.check = form -> List.of(Forms.OWN_SERVER);
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, draft);
            section(ui, "概算");
            ui.type(field(ui, "理由"), "视频前端须就近存储");
            ui.dialogs().answer(true);
            part.submit();
            ui.settle();
            assertEquals(List.of(new Explanation("V04.hardware", "estimate[1]", "视频前端须就近存储")), proposals.explanations);
            assertTrue(ui.shows("LS-330500-2026-0042"));
            assertTrue(ui.shows("已申报"));
            assertEquals("状态是“已申报”，不能再提交", ui.button("提交").blocked());
        }
    }

    @Test
    void turningAwayFromTheQuestionSubmitsNothing() {
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, draft);
            ui.dialogs().answer(false);
            part.submit();
            ui.settle();
            assertEquals(State.DRAFT, proposals.states.get(draft.id()));
        }
    }

    @Test
    void aFormUnderReviewReadsLikeADocument() {
        Proposal submitted = proposals.keep(Forms.submitted(Forms.form()), State.COUNTERSIGN);
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, submitted);
            assertTrue(ui.shows("会签中"));
            assertTrue(ui.shows("一般业务应用"));
            assertFalse(part.canSubmit());
            assertTrue(ui.all(Text.class).stream().noneMatch(text -> text.getEditable() && text.isVisible()));
        }
    }

    @Test
    void returnedItemsAreAnsweredAndSubmittedAgain() {
        Proposal returned = proposals.keep(Forms.submitted(Forms.form()), State.RETURNED);
        acts = List.of(new ReviewAct(returned.id(), returned.id(), 1, 1, "DATA", "李", "li", false, null, KeptProposals.NOW,
                new ActDetail.Return(List.of(new ReturnItem(1, "附件", "缺少查重报告", "补充查重报告", "")))));
        try (var ui = new UiTest(folder)) {
            ProposalPart part = open(ui, returned);
            assertTrue(ui.shows("缺少查重报告"));
            part.submit();
            ui.settle();
            assertTrue(ui.shows("1 条补正没有答复"));
            ui.type(field(ui, "第 1 条的答复"), "已补充");
            ui.dialogs().answer(true);
            part.submit();
            ui.settle();
            assertEquals(Map.of(1, "已补充"), proposals.answers);
        }
    }

    @Test
    void anotherPersonsDraftIsShownBesideMine() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            proposals.keep(new Proposal(draft.id(), null, Forms.form().with(ProposalField.CONTACT, "李明"), List.of(), "chen", KeptProposals.NOW, "li", List.of(), 9), State.DRAFT);
            ui.dialogs().answer((BoxAct) content -> choose(content, "以我填写的为准"));
            ui.type(field(ui, "联系人"), "陈静");
            ui.until(() -> proposals.saves == 1, "mine to be stored on top of theirs");
            ui.settle();
            assertEquals("陈静", proposals.get(draft.id()).draft().text(ProposalField.CONTACT));
            assertEquals(10, proposals.get(draft.id()).rowVersion());
        }
    }

    @Test
    void anotherPersonsDraftCanBeTaken() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            proposals.keep(new Proposal(draft.id(), null, Forms.form().with(ProposalField.CONTACT, "李明"), List.of(), "chen", KeptProposals.NOW, "li", List.of(), 9), State.DRAFT);
            ui.dialogs().answer((BoxAct) content -> choose(content, "以 li 保存的为准"));
            ui.type(field(ui, "联系人"), "陈静");
            ui.until(() -> field(ui, "联系人").getText().equals("李明"), "theirs to be shown");
            ui.settle();
            assertEquals(0, proposals.saves);
        }
    }

    private static boolean choose(Control content, String words) {
        for (var child : ((Composite) content).getChildren()) {
            if (child instanceof Button button && button.getText().equals(words)) {
                button.setSelection(true);
                button.notifyListeners(SWT.Selection, new Event());
                return true;
            }
        }
        throw new AssertionError("no choice " + words);
    }

    @Test
    void similarProjectsAppearBesideTheForm() {
        hits = List.of(new SimilarityService.Hit(draft.id(), "LS-330500-2025-0017", "水务会商系统", "湖州市水利局", Money.ofYuan(3_120_000), new BigDecimal("0.78"),
                SimilarityService.Band.HIGH, List.of(new SimilarityService.Overlap("智慧水务监测", "水务会商", "水务"))));
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            ui.until(() -> ui.shows("水务会商系统"), "the similar project");
            assertTrue(ui.shows("很可能重复 78%"));
            assertTrue(ui.shows("312.00 万元"));
            assertTrue(ui.shows("相同：水务"));
        }
    }

    @Test
    void aChangeElsewhereIsToldAndOwnStoringIsNot() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            ui.type(field(ui, "联系人"), "陈静");
            ui.until(() -> proposals.saves == 1, "the draft to be stored");
            ui.settle();
            assertFalse(visible(ui, "已有更新"));
            changes.tell(new Changes.Change(Changes.Kind.REVIEW, draft.id()));
            ui.until(() -> visible(ui, "已有更新"), "the banner");
        }
    }

    private static boolean visible(UiTest ui, String words) {
        return ui.all(Label.class).stream().anyMatch(label -> label.isVisible() && label.getText().contains(words));
    }

    @Test
    void everySectionCanBeOpenedAndNothingIsSilent() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            for (String title : List.of("依据与必要性", "目标与绩效", "建设内容", "概算", "资金与年度计划", "云网数与关口", "组织进度风险", "附件", "基本信息")) {
                section(ui, title);
            }
            assertEquals(List.of(), AccessibleNames.missing(ui.shell()));
        }
    }

    @Test
    void theFormIsExported() {
        try (var ui = new UiTest(folder)) {
            open(ui, draft);
            Path target = folder.resolve("申报表.xlsx");
            ui.dialogs().answer(target);
            ui.press("导出 Excel");
            assertEquals(List.of(target), proposals.written);
        }
    }
}
