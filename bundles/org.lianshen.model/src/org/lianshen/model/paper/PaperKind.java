package org.lianshen.model.paper;

/** Papers of the joint review, in the order in which they lie in the file of a project. */
public enum PaperKind {
    /** 申报书 of one version; subject is the proposal, part the number of the version */ PROPOSAL,
    /** 补正通知: what the unit has to correct; subject is the proposal, part the number of the return */ RETURN_NOTICE,
    /** 补正答复: what the unit answered to each item of a return; subject is the proposal, part the round that it began */ RETURN_ANSWER,
    /** 会签意见表 of one body; subject is the proposal, part {@code round/body} */ COUNTERSIGN,
    /** 专家抽取记录; subject is the proposal, part the draw */ DRAW_LOG,
    /** 专家评审意见表 of one expert; subject is the proposal, part the sheet */ EXPERT_SHEET,
    /** 专家组评审意见; subject is the proposal, part the round */ EXPERT_GROUP,
    /** 评审意见汇总 of a proposal's round, or of a meeting's agenda as its working paper; subject is either */ SUMMARY,
    /** 会议纪要; subject is the meeting, part empty, or a proposal: what the minutes say of it alone (摘录) */ MINUTES,
    /** 联审意见书: the decision as it is told to the unit; subject is the proposal, part the number of the decision's act */ OPINION
}
