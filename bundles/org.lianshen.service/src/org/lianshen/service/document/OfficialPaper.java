package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A paper (公文) as content, without layout: one document for all writers.
 *
 * @param form        which head and foot of GB/T 9704-2012 it has
 * @param head        发文机关标志, red: {@code 湖州市政务信息化项目联审联席会议纪要}, or the name of the office that sends a letter; empty on a working paper
 * @param number      文号 or {@code 第3次}, may be empty
 * @param title       title in 小标宋, may be empty
 * @param addressee   主送机关, may be empty
 * @param blocks      body
 * @param enclosures  附件, each from a page of its own
 * @param attendance  出席, 请假, 列席
 * @param signatory   发文机关署名, may be empty
 * @param date        成文日期
 * @param copies      抄送, may be empty
 * @param printedBy   印发机关; not printed on a letter or working paper
 * @param printedOn   印发日期; not printed on a letter or working paper
 * @param draft       whether it carries the watermark 讨论稿
 * @param anchor      short code of the last audit record, may be empty: small in the 版记, on a working paper small at the foot of each page
 * @param landscape   whether the body stands on pages turned a quarter; only of a working paper, the others have heads of the upright page
 * @param numbering   its page numbers
 */
public record OfficialPaper(Form form, String head, String number, String title, String addressee, List<Block> blocks, List<Enclosure> enclosures,
        List<Attendees> attendance, String signatory, LocalDate date, String copies, String printedBy, LocalDate printedOn, boolean draft, String anchor,
        boolean landscape, Numbering numbering) {

    public OfficialPaper {
        if (landscape && form != Form.WORKING) {
            throw new IllegalArgumentException("a landscape paper with a red head");
        }
        blocks = List.copyOf(blocks);
        enclosures = List.copyOf(enclosures);
        attendance = List.copyOf(attendance);
    }

    /** 纪要: signed by nobody, with attendance and 版记. */
    public static OfficialPaper minutes(String head, String number, String title, List<Block> blocks, List<Attendees> attendance, LocalDate date, String copies,
            String printedBy, LocalDate printedOn, boolean draft, String anchor) {
        return new OfficialPaper(Form.MINUTES, head, number, title, "", blocks, List.of(), attendance, "", date, copies, printedBy, printedOn, draft, anchor, false, Numbering.OWN);
    }

    /** 函: to one office, signed by the office that sends it, with room for its seal. */
    public static OfficialPaper letter(String head, String number, String title, String addressee, List<Block> blocks, List<Enclosure> enclosures, String signatory,
            LocalDate date, String copies, boolean draft) {
        return new OfficialPaper(Form.LETTER, head, number, title, addressee, blocks, enclosures, List.of(), signatory, date, copies, "", date, draft, "", false, Numbering.OWN);
    }

    /**
     * 内部工作表: title, body, page numbers; no red head, no 版记.
     *
     * @param number    below the title, may be empty
     * @param signatory who signs at the end, may be empty; {@code date} stands below
     */
    public static OfficialPaper working(String title, String number, List<Block> blocks, List<Enclosure> enclosures, String signatory, LocalDate date, boolean landscape,
            boolean draft, String anchor) {
        return new OfficialPaper(Form.WORKING, "", number, title, "", blocks, enclosures, List.of(), signatory, date, "", "", date, draft, anchor, landscape, Numbering.OWN);
    }

    /** The same paper as a part of a bundle of papers. @param first number of its first page; {@code total} pages of the whole bundle, 0 where that is not printed */
    public OfficialPaper numbered(int first, int total) {
        return new OfficialPaper(form, head, number, title, addressee, blocks, enclosures, attendance, signatory, date, copies, printedBy, printedOn, draft, anchor, landscape,
                new Numbering(first, total));
    }

    /** The same content with what belongs to one version of it. @param draft whether it carries the watermark */
    public OfficialPaper as(String newNumber, LocalDate newDate, LocalDate newPrintedOn, boolean newDraft, String newAnchor) {
        return new OfficialPaper(form, head, newNumber, title, addressee, blocks, enclosures, attendance, signatory, newDate, copies, printedBy, newPrintedOn, newDraft, newAnchor,
                landscape, numbering);
    }

    /** What it is called: its title, else what its red head says. */
    public String name() {
        return (title.isEmpty() ? head + number : title).strip();
    }

    /** Seals that end the body: they stand where others have their signature, below the names of the enclosures. */
    public List<Block> seals() {
        return !blocks.isEmpty() && blocks.getLast() instanceof Block.Seals seals ? List.of(seals) : List.of();
    }

    /** The blocks without the seals at their end. */
    public List<Block> body() {
        return blocks.subList(0, blocks.size() - seals().size());
    }

    /** The special forms of GB/T 9704-2012 chapter 10 that the program writes, and the plain one. */
    public enum Form {
        /** 纪要格式 (10.3) */ MINUTES,
        /** 信函格式 (10.1) */ LETTER,
        /** 内部工作表 */ WORKING
    }

    /** @param first number of the first page, from 1; {@code total} printed behind each number, 0 for none */
    public record Numbering(int first, int total) {

        /** A paper by itself. */
        public static final Numbering OWN = new Numbering(1, 0);

        public Numbering {
            if (first < 1 || total < 0) {
                throw new IllegalArgumentException("pages from " + first + " of " + total);
            }
        }
    }

    /** @param label 出席, 请假 or 列席; {@code people} one entry per unit: {@code 市财政局 张三、李四} */
    public record Attendees(String label, List<String> people) {
    }

    /** 附件. @param name without a mark at its end; {@code landscape} whether its pages are turned a quarter, for wide tables */
    public record Enclosure(String name, List<Block> blocks, boolean landscape) {

        public Enclosure {
            blocks = List.copyOf(blocks);
        }

        /** On upright pages. */
        public Enclosure(String name, List<Block> blocks) {
            this(name, blocks, false);
        }
    }

    public sealed interface Block {

        /** 一、黑体 (1), （一）楷体 (2), 1. (3): {@code text} holds the number. */
        record Heading(int level, String text) implements Block {
        }

        /** Body text, first line indented by two characters. */
        record Paragraph(String text) implements Block {
        }

        /** One small line above a table: {@code 编号：…} at the left, {@code 单位：万元} at the right; either may be empty. */
        record Note(String left, String right) implements Block {
        }

        /** What has rules around its cells. Line ends in a text are kept; what is too long for its cell takes more lines, and pages if need be. */
        sealed interface Ruled extends Block {
        }

        /**
         * A list with a head that comes again on each page.
         *
         * @param weights relative widths; {@code right} columns that hold numbers
         * @param rows    as many texts as the head has, or a single one: a heading across all columns
         */
        record Table(List<String> head, List<Integer> weights, List<Boolean> right, List<List<String>> rows) implements Ruled {
        }

        /** A form: rows of shaded labels, each with its value. Rows may differ in how many they hold; the fields of one row share its width. */
        record Fields(List<List<Field>> rows) implements Ruled {

            public Fields {
                rows = rows.stream().map(List::copyOf).toList();
                if (rows.isEmpty() || rows.stream().anyMatch(List::isEmpty)) {
                    throw new IllegalArgumentException("a form without fields");
                }
            }
        }

        /** Room for the seals of several bodies, each with its name and date; they stay on one page as far as one page holds them. */
        record Seals(List<Seal> seals) implements Ruled {

            public Seals {
                seals = List.copyOf(seals);
                if (seals.isEmpty()) {
                    throw new IllegalArgumentException("room for no seal");
                }
            }
        }
    }

    /** @param lines the least height of the value, in lines: room to write by hand */
    public record Field(String label, String value, int lines) {

        public Field {
            Objects.requireNonNull(label);
            Objects.requireNonNull(value);
        }

        public Field(String label, String value) {
            this(label, value, 1);
        }
    }

    /** @param person who signs for the body, may be empty; {@code date} null where it is written by hand */
    public record Seal(String body, String person, LocalDate date) {
    }
}
