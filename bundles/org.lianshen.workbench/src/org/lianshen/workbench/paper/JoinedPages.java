package org.lianshen.workbench.paper;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.document.PagePictures.Picture;
import org.lianshen.service.document.PagePictures.Size;

/** Several papers one after another, each with its own page numbers. */
final class JoinedPages implements Pages {

    private final List<Pages> papers;

    JoinedPages(List<Pages> papers) {
        this.papers = List.copyOf(papers);
    }

    /** First pages of the papers, from 1. */
    List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        int next = 1;
        for (Pages paper : papers) {
            starts.add(next);
            next += paper.count();
        }
        return starts;
    }

    private interface Of<T> {
        T page(Pages paper, int page);
    }

    private <T> T at(int page, Of<T> of) {
        int left = page;
        for (Pages paper : papers) {
            if (left <= paper.count()) {
                return of.page(paper, left);
            }
            left -= paper.count();
        }
        throw new IndexOutOfBoundsException(page);
    }

    @Override
    public int count() {
        return papers.stream().mapToInt(Pages::count).sum();
    }

    @Override
    public Size size(int page) {
        return at(page, Pages::size);
    }

    @Override
    public Picture picture(int page, int dpi, int top, int rows) {
        return at(page, (paper, number) -> paper.picture(number, dpi, top, rows));
    }

    @Override
    public List<Message> notices() {
        return papers.stream().flatMap(paper -> paper.notices().stream()).distinct().toList();
    }

    @Override
    public void close() {
        papers.forEach(Pages::close);
    }
}
