package org.lianshen.review.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.UserProblem;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ActDetail.Opinion;
import org.lianshen.model.review.State;
import org.lianshen.service.ReviewService;

/** Reviews of one project in a state that the test sets, with a list of what was asked for. */
final class Office implements ReviewService {

    final List<String> acts = new ArrayList<>();
    final List<Opinion> drafts = new ArrayList<>();
    Review review = Reviews.review(State.COUNTERSIGN);
    List<Queued> queue = List.of(queued());
    Opinion signed;
    ActDetail.Return returned;
    UserProblem problem;

    Queued queued() {
        return new Queued(Reviews.PROPOSAL, "LS-330500-2026-0042", "智慧水务监测平台二期", "市水利局", review.state().applied(), review.state());
    }

    @Override
    public List<Queued> queue() {
        if (problem != null) {
            throw problem;
        }
        return queue;
    }

    @Override
    public Review get(UUID proposal) {
        if (problem != null) {
            throw problem;
        }
        return review;
    }

    @Override
    public Review accept(UUID proposal) {
        return did("accept");
    }

    @Override
    public Review sendBack(UUID proposal, ActDetail.Return items) {
        returned = items;
        return did("return");
    }

    @Override
    public Opinion draft(UUID proposal, String body) {
        acts.add("draft " + body);
        return new Opinion(1, List.of(), null, List.of(), "", "");
    }

    @Override
    public void saveDraft(UUID proposal, String body, Opinion opinion) {
        drafts.add(opinion);
    }

    @Override
    public Review sign(UUID proposal, String body, Opinion opinion) {
        signed = opinion;
        return did("sign " + body);
    }

    @Override
    public Review record(UUID proposal, String body, Opinion opinion, String signedBy, Path scan) {
        signed = opinion;
        return did("record " + body + " " + signedBy + " " + scan);
    }

    @Override
    public Review withdrawOpinion(UUID proposal, String body, String reason) {
        return did("withdraw " + body + " " + reason);
    }

    @Override
    public Review verify(UUID proposal, int conditionNo, boolean fulfilled, String evidence) {
        return did("verify " + conditionNo + " " + fulfilled + " " + evidence);
    }

    private Review did(String act) {
        acts.add(act);
        return review;
    }
}
