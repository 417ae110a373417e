package org.lianshen.review.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ActDetail.Opinion;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.State;
import org.lianshen.service.ReviewService;
import org.lianshen.service.table.TableSpec;

/** Reviews of one project in a state that the test sets, with a list of what was asked for. */
final class Office implements ReviewService {

    final List<String> acts = new CopyOnWriteArrayList<>();
    final List<String> seen = new ArrayList<>();
    final List<Opinion> drafts = new ArrayList<>();
    Review review = Reviews.review(State.COUNTERSIGN);
    /** By proposal, where there are several. */
    java.util.Map<UUID, Review> reviews;
    List<Queued> queue = List.of(queued());
    List<Held> held = List.of();
    News news = new News(null, List.of(), 0, List.of());
    Opinion signed;
    ActDetail.Return returned;
    UserProblem problem;
    /** How many acts are refused before one is done. */
    int refusals;

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
        return reviews == null ? review : reviews.get(proposal);
    }

    @Override
    public Review accept(UUID proposal, Batch batch) {
        return did("accept " + batch);
    }

    @Override
    public Review suggestRejection(UUID proposal, String reason) {
        return did("reject " + reason);
    }

    @Override
    public Review ask(UUID proposal, String code, LocalDate due, String reason) {
        return did("ask " + code + " " + due + " " + reason);
    }

    @Override
    public Review transfer(UUID proposal, String body, String toBody, String toPerson, String reason) {
        return did("transfer " + body + " " + toBody + " " + toPerson + " " + reason);
    }

    @Override
    public Review remind(UUID proposal, String to, String words) {
        return did("remind " + to + " " + words);
    }

    @Override
    public Review enterExperts(UUID proposal, Overall conclusion, BigDecimal score, String summary) {
        return did("experts " + conclusion + " " + score + " " + summary);
    }

    @Override
    public Review summarise(UUID proposal, String words) {
        return did("summary " + words);
    }

    @Override
    public Review conclude(UUID proposal, DecisionKind kind, Money approved, List<LineApproval> lines, List<Condition> conditions, String remark) {
        return did("conclude " + kind + " " + approved + " " + lines.size() + " " + conditions.size() + " " + remark);
    }

    @Override
    public List<Held> held() {
        return held;
    }

    @Override
    public void exportHeld(TableSpec<Held> columns, List<Held> rows, Path target) {
        acts.add("export " + rows.size() + " " + target.getFileName());
    }

    @Override
    public void remind(List<Owing> owing, String words) {
        owing.forEach(each -> did("remind " + each.who() + " " + words));
    }

    @Override
    public News news(UUID proposal) {
        return news;
    }

    @Override
    public void seen(UUID proposal, int shown, int version) {
        seen.add(shown + " " + version);
    }

    @Override
    public Path fetchScan(UUID proposal, String scan, Path target) {
        acts.add("scan " + scan + " " + target.getFileName());
        return target;
    }

    @Override
    public List<Person> people() {
        return List.of(new Person("PSB", "zhao", "赵六"), new Person("FIN", "qian", "钱七"));
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
        if (refusals > 0) {
            refusals--;
            throw UserProblem.of("review.refuse.reason");
        }
        acts.add(act);
        return review;
    }
}
