package org.lianshen.office.out;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Breaks a title into centred lines of the shape of a trapezoid or rhombus, as GB/T 9704-2012 7.3.1 asks, with words kept whole as far as the words are known.
 */
final class TitleShape {

    /** Words of such titles that are not torn apart. */
    private static final List<String> WORDS = List.of("政务信息化", "信息化项目", "联动校验", "信息化", "项目", "联审", "联席", "会议", "纪要", "审议", "评审", "政务", "数据", "共享", "平台", "系统", "建设", "运维", "服务", "管理", "关于", "印发",
            "通知", "意见", "方案", "预算", "绩效", "评价", "办公室", "政府", "财政", "年度", "工作", "应用", "网络", "安全", "智能", "一体化");
    private static final String LEAN_BACK = "的地得了和与及、，）》”";
    private static final String LEAN_FORWARD = "（《“";

    /** More lines than these are filled evenly; nobody sees a shape in them, and there would be too many ways to look at. */
    private static final int MOST_SHAPED = 8;

    private TitleShape() {
    }

    /** @param most characters that fit into a line */
    static List<String> lines(String title, int most) {
        int[] text = title.strip().codePoints().toArray();
        if (text.length <= most) {
            return List.of(title.strip());
        }
        int count = (text.length + most - 1) / most;
        if ((double) text.length / count > most - 1.5) {
            count++;
        }
        List<Integer> best = null;
        double bestCost = Double.MAX_VALUE;
        for (List<Integer> cuts : cuts(text.length, count, most)) {
            double cost = cost(text, cuts, count);
            if (cost < bestCost) {
                best = cuts;
                bestCost = cost;
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new String(text, best.get(i), best.get(i + 1) - best.get(i)).strip());
        }
        return lines;
    }

    private static List<List<Integer>> cuts(int length, int count, int most) {
        List<List<Integer>> all = new ArrayList<>();
        if (count > MOST_SHAPED) {
            return List.of(IntStream.rangeClosed(0, count).mapToObj(i -> i * length / count).toList());
        }
        double mean = (double) length / count;
        int reach = count <= 3 ? most : count <= 5 ? 3 : 1;
        extend(new ArrayList<>(List.of(0)), length, count, Math.max(2, (int) mean - reach), Math.min(most, (int) Math.ceil(mean) + reach), all);
        return all;
    }

    /** Lines of {@code least} to {@code most} characters; the last may be shorter. */
    private static void extend(List<Integer> cuts, int length, int left, int least, int most, List<List<Integer>> all) {
        int at = cuts.getLast();
        if (left == 1) {
            if (length - at <= most) {
                List<Integer> whole = new ArrayList<>(cuts);
                whole.add(length);
                all.add(whole);
            }
            return;
        }
        int shortest = Math.max(least, length - at - (left - 1) * most);
        for (int step = shortest; step <= Math.min(most, length - at - 2 * (left - 1)); step++) {
            cuts.add(at + step);
            extend(cuts, length, left - 1, least, most, all);
            cuts.removeLast();
        }
    }

    private static double cost(int[] text, List<Integer> cuts, int count) {
        double cost = 0;
        for (int i = 1; i < count; i++) {
            cost += tearing(text, cuts.get(i));
        }
        int rising = 0;
        int falling = 0;
        boolean waist = false;
        double mean = (double) text.length / count;
        for (int i = 0; i < count; i++) {
            int length = cuts.get(i + 1) - cuts.get(i);
            cost += Math.abs(length - mean) * 0.8;
            if (i > 0) {
                int step = length - (cuts.get(i) - cuts.get(i - 1));
                waist |= step > 0 && falling > 0;
                rising += step > 0 ? 1 : 0;
                falling += step < 0 ? 1 : 0;
                cost += Math.abs(step) == 1 ? 3 : 0;
                cost += step == 0 ? 8 : 0;
            }
        }
        return cost + (waist ? 20 : 0) + (rising + falling == 0 ? 20 : 0);
    }

    /** How bad it is to break before {@code at}. */
    private static double tearing(int[] text, int at) {
        int before = text[at - 1];
        int after = text[at];
        double cost = Kinsoku.mayNotBegin(after) || Kinsoku.mayNotEnd(before) ? 1000 : 0;
        cost += Kinsoku.insideWord(before) && Kinsoku.insideWord(after) ? 1000 : 0;
        cost += Character.isDigit(before) ? 12 : 0;
        cost += LEAN_BACK.indexOf(after) >= 0 ? 12 : 0;
        cost -= LEAN_BACK.indexOf(before) >= 0 || LEAN_FORWARD.indexOf(after) >= 0 ? 4 : 0;
        String whole = new String(text, 0, text.length);
        int cutAt = whole.offsetByCodePoints(0, at);
        boolean edge = false;
        for (String word : WORDS) {
            for (int from = whole.indexOf(word); from >= 0; from = whole.indexOf(word, from + 1)) {
                if (from < cutAt && cutAt < from + word.length()) {
                    return cost + 12;
                }
                edge |= from == cutAt || from + word.length() == cutAt;
            }
        }
        return edge ? cost : cost + 4;
    }
}
