package org.lianshen.service.todo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.TodoService.Item;
import org.lianshen.service.TodoService.Kind;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** What waits for an expert who has an account: invitations to answer, sheets to fill in, the group's opinion where he or she leads. */
final class ExpertTodo {

    private final UUID me;
    private final Map<UUID, List<ExpertAct>> acts;

    ExpertTodo(Desk desk, Tx tx) {
        me = tx.experts().pool().stream().filter(expert -> expert.account().equals(desk.actor().name())).map(Expert::id).findFirst().orElse(null);
        acts = me == null ? Map.of() : tx.experts().allActs();
    }

    void of(Proposal proposal, ReviewState state, List<Item> items) {
        if (!acts.containsKey(proposal.id()) || !state.state().countersigning() || state.steps().closed()) {
            return;
        }
        Panel panel = Panel.of(acts.get(proposal.id()), state.round());
        Member member = panel.member(me).orElse(null);
        if (member == null || panel.opinion() != null) {
            return;
        }
        switch (member.standing()) {
            case INVITED -> items.add(item(Kind.ANSWER_INVITATION, proposal, state, Message.of("todo.hint.ANSWER_INVITATION", member.why())));
            case ACCEPTED -> items.add(item(Kind.ASSESS, proposal, state, Message.of("todo.hint.ASSESS")));
            case SCORED -> {
                if (panel.open() && me.equals(panel.leader())) {
                    items.add(item(Kind.LEAD_OPINION, proposal, state, Message.of("todo.hint.LEAD_OPINION")));
                }
            }
            default -> {
                // nothing waits
            }
        }
    }

    private static Item item(Kind kind, Proposal proposal, ReviewState state, Message hint) {
        return new Item(kind, proposal.id(), proposal.form().name(), String.join(" ", proposal.reviewNo(), proposal.form().unit()), state.applied(), null, false, hint);
    }
}
