package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper (公文) as content, without layout: one document for all writers.
 *
 * @param form        which head and foot of GB/T 9704-2012 it has
 * @param head        发文机关标志, red: {@code 湖州市政务信息化项目联审联席会议纪要}, or the name of the office that sends a letter
 * @param number      文号 or {@code 第3次}, may be empty
 * @param title       title in 小标宋, may be empty
 * @param addressee   主送机关, may be empty
 * @param blocks      body
 * @param enclosures  附件, each from a page of its own
 * @param attendance  出席, 请假, 列席
 * @param signatory   发文机关署名, may be empty
 * @param date        成文日期
 * @param copies      抄送, may be empty
 * @param printedBy   印发机关; not printed on a letter
 * @param printedOn   印发日期; not printed on a letter
 * @param draft       whether it carries the watermark 讨论稿
 * @param anchor      short code of the last audit record, printed small in the 版记, may be empty
 */
public record OfficialPaper(Form form, String head, String number, String title, String addressee, List<Block> blocks, List<Enclosure> enclosures,
        List<Attendees> attendance, String signatory, LocalDate date, String copies, String printedBy, LocalDate printedOn, boolean draft, String anchor) {

    public OfficialPaper {
        blocks = List.copyOf(blocks);
        enclosures = List.copyOf(enclosures);
        attendance = List.copyOf(attendance);
    }

    /** 纪要: signed by nobody, with attendance and 版记. */
    public static OfficialPaper minutes(String head, String number, String title, List<Block> blocks, List<Attendees> attendance, LocalDate date, String copies,
            String printedBy, LocalDate printedOn, boolean draft, String anchor) {
        return new OfficialPaper(Form.MINUTES, head, number, title, "", blocks, List.of(), attendance, "", date, copies, printedBy, printedOn, draft, anchor);
    }

    /** 函: to one office, signed by the office that sends it, with room for its seal. */
    public static OfficialPaper letter(String head, String number, String title, String addressee, List<Block> blocks, List<Enclosure> enclosures, String signatory,
            LocalDate date, String copies, boolean draft) {
        return new OfficialPaper(Form.LETTER, head, number, title, addressee, blocks, enclosures, List.of(), signatory, date, copies, "", date, draft, "");
    }

    /** The special forms of GB/T 9704-2012 chapter 10 that the program writes. */
    public enum Form {
        /** 纪要格式 (10.3) */ MINUTES,
        /** 信函格式 (10.1) */ LETTER
    }

    /** @param label 出席, 请假 or 列席; {@code people} one entry per unit: {@code 市财政局 张三、李四} */
    public record Attendees(String label, List<String> people) {
    }

    /** 附件. @param name without a mark at its end */
    public record Enclosure(String name, List<Block> blocks) {

        public Enclosure {
            blocks = List.copyOf(blocks);
        }
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
