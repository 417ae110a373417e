package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;

/**
 * What differs between two versions of a paper, in reading order.
 *
 * @param changes empty where they say the same
 */
public record PaperDifference(List<Change> changes) {

    public PaperDifference {
        changes = List.copyOf(changes);
    }

    /**
     * @param place  where it stands: {@code 正文第3段}, {@code 表1第2行“核定额（万元）”}; of the newer version, of the older one where it is gone
     * @param before empty where it is new
     * @param after  empty where it is gone
     */
    public record Change(Message place, String before, String after) {
    }

    public static PaperDifference between(OfficialPaper before, OfficialPaper after) {
        List<PaperPiece> a = PaperPiece.of(before);
        List<PaperPiece> b = PaperPiece.of(after);
        boolean[][] same = Common.of(a.size(), b.size(), (i, j) -> a.get(i).same(b.get(j)));
        List<Change> changes = new ArrayList<>();
        for (int i = 0, j = 0; i < a.size() || j < b.size();) {
            int endA = i;
            while (endA < a.size() && !same[0][endA]) {
                endA++;
            }
            int endB = j;
            while (endB < b.size() && !same[1][endB]) {
                endB++;
            }
            gap(a.subList(i, endA), b.subList(j, endB), changes);
            i = endA + 1;
            j = endB + 1;
        }
        return new PaperDifference(changes);
    }

    /** What lies between two pieces that are the same in both: like is set against like, in order; the rest is gone or new. */
    private static void gap(List<PaperPiece> gone, List<PaperPiece> come, List<Change> changes) {
        int next = 0;
        for (PaperPiece old : gone) {
            int partner = next;
            while (partner < come.size() && !old.like(come.get(partner))) {
                partner++;
            }
            if (partner == come.size()) {
                old.cells().forEach(cell -> changes.add(new Change(cell.place(), cell.text(), "")));
                continue;
            }
            come.subList(next, partner).forEach(piece -> added(piece, changes));
            old.against(come.get(partner), changes);
            next = partner + 1;
        }
        come.subList(next, come.size()).forEach(piece -> added(piece, changes));
    }

    private static void added(PaperPiece piece, List<Change> changes) {
        piece.cells().forEach(cell -> changes.add(new Change(cell.place(), "", cell.text())));
    }
}
