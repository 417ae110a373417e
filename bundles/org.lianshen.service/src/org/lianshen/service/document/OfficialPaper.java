package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper (公文) as content, without layout: one document for all writers.
 *
 * @param head        发文机关标志 or 纪要 head, red: {@code 湖州市政务信息化项目联审联席会议纪要}
 * @param number      文号 or {@code 第3次}, may be empty
 * @param title       title in 小标宋, may be empty
 * @param blocks      body
 * @param attendance  出席, 请假, 列席
 * @param signatory   发文机关署名, may be empty
 * @param date        成文日期
 * @param copies      抄送, may be empty
 * @param printedBy   印发机关
 * @param printedOn   印发日期
 * @param draft       whether it carries the watermark 讨论稿
 * @param anchor      short code of the last audit record, printed small in the 版记, may be empty
 */
public record OfficialPaper(String head, String number, String title, List<Block> blocks, List<Attendees> attendance, String signatory, LocalDate date,
        String copies, String printedBy, LocalDate printedOn, boolean draft, String anchor) {

    public OfficialPaper {
        blocks = List.copyOf(blocks);
        attendance = List.copyOf(attendance);
    }

    /** @param label 出席, 请假 or 列席; {@code people} one entry per unit: {@code 市财政局 张三、李四} */
    public record Attendees(String label, List<String> people) {
    }

    public sealed interface Block {

        /** 一、黑体 (1), （一）楷体 (2), 1. (3): {@code text} holds the number. */
        record Heading(int level, String text) implements Block {
        }

        /** Body text, first line indented by two characters. */
        record Paragraph(String text) implements Block {
        }

        /** @param weights relative widths; {@code right} columns that hold numbers */
        record Table(List<String> head, List<Integer> weights, List<Boolean> right, List<List<String>> rows) implements Block {
        }
    }
}
