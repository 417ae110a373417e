package org.lianshen.service.intake;

/** Columns of a sheet of public holidays: the day or the first day, the last day, whether it is off or worked, and what it is for. */
enum CalendarHead implements ListHead {
    DAY, LAST, KIND, NAME;

    @Override
    public Form form() {
        return this == DAY || this == LAST ? Form.DATE : Form.TEXT;
    }

    static HeadWords<CalendarHead> words() {
        return new HeadWords<CalendarHead>(head -> false)
                .add(DAY, "日期", "起始日期", "开始日期", "起始日", "开始日", "放假日期", "date", "from", "day")
                .add(LAST, "结束日期", "截止日期", "终止日期", "结束日", "截止日", "to", "until")
                .add(KIND, "类型", "类别", "休班", "休/班", "休或班", "性质", "安排", "是否上班", "是否放假", "kind", "type")
                .add(NAME, "名称", "节日", "节日名称", "节假日", "节假日名称", "说明", "备注", "name", "holiday");
    }
}
