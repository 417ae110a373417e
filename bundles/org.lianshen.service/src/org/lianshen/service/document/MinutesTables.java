package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.lianshen.model.Money;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.document.OfficialPaper.Block;

/** The project tables of the minutes: 序号, 项目, 单位, 申报, 核定, 核减, 结论, 条件; amounts in 万元 with two decimals. */
final class MinutesTables {


    private record Part(String head, int weight, boolean right, Function<MinutesItem, String> value, Function<List<MinutesItem>, String> total) {
    }

    Block.Table approved(List<MinutesItem> items) {
        return table(items, List.of(project(12), unit(10), applied(), approved(), cut(), conclusion()));
    }

    Block.Table conditional(List<MinutesItem> items) {
        return table(items, List.of(project(11), unit(9), applied(), approved(), cut(), conclusion(),
                new Part(PaperTexts.get("paper.minutes.column.conditions"), 6, false, item -> PaperTexts.get("paper.minutes.seeConditions", item.item().conditions().size(),
                        ChineseNumber.of(items.indexOf(item) + 1)), rows -> "")));
    }

    Block.Table others(List<MinutesItem> items) {
        return table(items, List.of(project(12), unit(10), applied(), conclusion(), new Part(PaperTexts.get("paper.minutes.column.reason"), 12, false, this::reason, rows -> "")));
    }

    Block.Table undecided(List<MinutesItem> items) {
        return table(items, List.of(project(14), unit(12), applied()));
    }

    private Part project(int weight) {
        return new Part(PaperTexts.get("paper.minutes.column.project"), weight, false, item -> item.form().name(), rows -> PaperTexts.get("paper.minutes.total"));
    }

    private Part unit(int weight) {
        return new Part(PaperTexts.get("paper.minutes.column.unit"), weight, false, item -> item.form().unit(), rows -> "");
    }

    private Part applied() {
        return money("applied", MinutesItem::applied);
    }

    private Part approved() {
        return money("approved", MinutesItem::approved);
    }

    private Part cut() {
        return money("cut", item -> item.approved() == null ? null : item.cut());
    }

    private Part money(String column, Function<MinutesItem, Money> amount) {
        return new Part(PaperTexts.get("paper.minutes.column." + column), 6, true, item -> amount.apply(item) == null ? "" : amount.apply(item).wanText(),
                rows -> Money.sum(rows.stream().map(amount).filter(java.util.Objects::nonNull).toList()).wanText());
    }

    private Part conclusion() {
        return new Part(PaperTexts.get("paper.minutes.column.conclusion"), 5, false, item -> PaperTexts.get("review.decision." + item.kind().name()), rows -> "");
    }

    private String reason(MinutesItem item) {
        String said = item.item().discussion() == null ? "" : item.item().discussion().strip();
        if (item.kind() != DecisionKind.MERGED || item.mergedInto() == null) {
            return said;
        }
        String into = PaperTexts.get("paper.minutes.mergedInto", item.mergedInto());
        return said.isEmpty() ? into : into + PaperTexts.get("paper.semicolon") + said;
    }

    /** With a row of totals where there is more than one project. */
    private Block.Table table(List<MinutesItem> items, List<Part> parts) {
        List<String> head = new ArrayList<>(List.of(PaperTexts.get("paper.minutes.column.no")));
        List<Integer> weights = new ArrayList<>(List.of(3));
        List<Boolean> right = new ArrayList<>(List.of(false));
        parts.forEach(part -> {
            head.add(part.head());
            weights.add(part.weight());
            right.add(part.right());
        });
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, items.size()).forEach(i -> {
            List<String> row = new ArrayList<>(List.of(Integer.toString(i + 1)));
            parts.forEach(part -> row.add(part.value().apply(items.get(i))));
            rows.add(List.copyOf(row));
        });
        if (items.size() > 1) {
            List<String> total = new ArrayList<>(List.of(""));
            parts.forEach(part -> total.add(part.total().apply(items)));
            rows.add(List.copyOf(total));
        }
        return new Block.Table(List.copyOf(head), List.copyOf(weights), List.copyOf(right), rows);
    }
}
