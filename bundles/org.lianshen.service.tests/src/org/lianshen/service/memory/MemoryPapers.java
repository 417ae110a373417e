package org.lianshen.service.memory;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.store.Tx;

/** Signed papers; a content's digest is made of its text. */
record MemoryPapers(MemoryTx tx) implements Tx.Papers {

    @Override
    public List<IssuedPaper> of(UUID subject) {
        return where(paper -> paper.key().subject().equals(subject));
    }

    @Override
    public List<IssuedPaper> numbered(String number) {
        return where(paper -> paper.number().equals(number));
    }

    @Override
    public List<IssuedPaper> coded(String code) {
        return where(paper -> paper.code().equals(code));
    }

    private List<IssuedPaper> where(Predicate<IssuedPaper> which) {
        return tx.state().papers.stream().filter(which).peek(MemoryPapers::check).toList();
    }

    /** What was put in from outside with another content than its digest is noticed. */
    private static void check(IssuedPaper paper) {
        if (!digest(paper).equals(paper.digest())) {
            throw new IssuedPaper.Damaged(paper.number(), paper.version());
        }
    }

    @Override
    public IssuedPaper add(IssuedPaper paper) {
        tx.writing();
        IssuedPaper kept = paper.digested(digest(paper));
        tx.state().papers.add(kept);
        return kept;
    }

    private static String digest(IssuedPaper paper) {
        return Integer.toHexString(paper.content().hashCode());
    }
}
