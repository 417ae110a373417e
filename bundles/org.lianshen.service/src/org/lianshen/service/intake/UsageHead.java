package org.lianshen.service.intake;

import org.lianshen.model.performance.UsageFigure;

/** Columns of a sheet of monthly usage figures: which application, which month, and what was counted. */
enum UsageHead implements ListHead {
    CODE(null), APPLICATION(null), UNIT(null), REVIEW_NO(null), YEAR(null), MONTH(null), REGISTERED(UsageFigure.REGISTERED), ACTIVE(UsageFigure.ACTIVE),
    LOGINS(UsageFigure.LOGINS), CASES(UsageFigure.CASES), CALLS(UsageFigure.CALLS), RATINGS(UsageFigure.RATINGS), GOOD_RATINGS(UsageFigure.GOOD_RATINGS),
    UPTIME(UsageFigure.UPTIME), INCIDENTS(UsageFigure.INCIDENTS);

    private final UsageFigure figure;

    UsageHead(UsageFigure figure) {
        this.figure = figure;
    }

    /** What the column counts; null where it says whose and when. */
    UsageFigure figure() {
        return figure;
    }

    @Override
    public Form form() {
        return this == CODE ? Form.CODE : figure == null ? Form.TEXT : this == UPTIME ? Form.PERCENT : Form.COUNT;
    }

    static HeadWords<UsageHead> words() {
        return new HeadWords<UsageHead>(head -> false)
                .add(CODE, "应用编码", "应用编号", "系统编码", "系统编号", "目录编号", "目录编码", "irs编码", "irs编号", "编码", "编号", "appcode")
                .add(APPLICATION, "应用名称", "系统名称", "应用系统名称", "信息系统名称", "项目名称", "名称", "应用", "系统")
                .add(UNIT, "单位", "单位名称", "所属单位", "主管单位", "建设单位", "使用单位", "责任单位", "所属部门", "部门")
                .add(REVIEW_NO, "联审编号", "联审意见书文号", "立项文号", "项目编号")
                .add(YEAR, "年度", "年份", "年")
                .add(MONTH, "月份", "统计月份", "统计月", "月", "统计周期", "统计时间", "周期", "时间", "month")
                .add(REGISTERED, "注册用户数", "注册用户", "注册数", "注册人数", "目标用户数", "目标用户", "用户数", "用户总数", "开通用户数", "账号数")
                .add(ACTIVE, "月活用户数", "月活用户", "月活数", "月活", "活跃用户数", "活跃用户", "月活跃用户数", "月活跃用户", "活跃人数", "mau")
                .add(LOGINS, "登录次数", "登录数", "月登录次数", "登录量", "访问次数", "访问量", "使用次数")
                .add(CASES, "办件量", "办件数", "办结量", "办结数", "业务量", "办理量", "办件")
                .add(CALLS, "调用量", "调用次数", "接口调用量", "接口调用次数", "调用数", "调用")
                .add(RATINGS, "评价数", "评价量", "评价次数", "评价总数", "评价人数", "评价")
                .add(GOOD_RATINGS, "好评数", "好评量", "满意数", "好评次数", "好评")
                .add(UPTIME, "可用率", "系统可用率", "在线率", "运行可用率")
                .add(INCIDENTS, "安全事件", "安全事件数", "事件数", "故障数", "故障次数");
    }
}
