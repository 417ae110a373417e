package org.lianshen.review.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.Panel.Standing;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.review.Overall;
import org.lianshen.service.ExpertService;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** The acts on a panel that ask for a few words first. Each opens its box and hands the act to the part, which runs it. */
final class PanelActions {

    private static final String BETWEEN = "[;；、\\n]+";
    private static final List<Overall> CONCLUSIONS = List.of(Overall.AGREE, Overall.AGREE_WITH_CHANGES, Overall.DISAGREE);

    private final Kit kit;
    private final DialogService dialogs;
    private final ExpertService experts;
    private final ExpertMessages messages;
    private final Texts texts;
    private final UUID proposal;
    private final Actor actor;
    private final Runner runner;

    /** Runs an act off the window's thread and shows what came of it. */
    interface Runner {

        /** @param refused takes the failure */
        void run(String label, Supplier<Board> act, String said, Consumer<Tasks.Failure> refused);
    }

    PanelActions(Kit kit, DialogService dialogs, ExpertService experts, ExpertMessages messages, Texts texts, UUID proposal, Actor actor, Runner runner) {
        this.kit = kit;
        this.dialogs = dialogs;
        this.experts = experts;
        this.messages = messages;
        this.texts = texts;
        this.proposal = proposal;
        this.actor = actor;
        this.runner = runner;
    }

    void ties(Board board) {
        var box = new ActBox(kit, messages.ties, messages.save).note(messages.tiesNote);
        var writers = box.line(texts.get("expert.tie.PLAN_WRITER"), stated(board, Tie.Kind.PLAN_WRITER));
        var vendors = box.line(texts.get("expert.tie.QUOTING_VENDOR"), stated(board, Tie.Kind.QUOTING_VENDOR));
        var suppliers = box.line(texts.get("expert.tie.SUPPLIER"), stated(board, Tie.Kind.SUPPLIER));
        dialogs.open(box, refused -> {
            var ties = new ArrayList<Tie>();
            list(writers).forEach(name -> ties.add(new Tie(Tie.Kind.PLAN_WRITER, name)));
            list(vendors).forEach(name -> ties.add(new Tie(Tie.Kind.QUOTING_VENDOR, name)));
            list(suppliers).forEach(name -> ties.add(new Tie(Tie.Kind.SUPPLIER, name)));
            runner.run(messages.ties, () -> experts.state(proposal, ties), messages.format(messages.tiesStated, ties.size()), refused);
        });
    }

    private static String stated(Board board, Tie.Kind kind) {
        return board.panel().ties().stream().filter(tie -> tie.kind() == kind).map(Tie::name).collect(Collectors.joining("、"));
    }

    private static List<String> list(ActBox.Field field) {
        return Arrays.stream(field.text().split(BETWEEN)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    void publish(Board board) {
        ExpertRules rules = board.rules();
        int least = rules.least() % 2 == 0 ? rules.least() + 1 : rules.least();
        var box = new ActBox(kit, messages.publish, messages.publish).note(messages.publishNote);
        var seed = box.line(messages.seed, "");
        var source = box.line(messages.seedSource, "");
        var size = box.line(messages.size, Integer.toString(least));
        var second = box.choice(messages.second, List.of(messages.no, messages.yes), rules.second() ? 1 : 0);
        box.unless(() -> !seed.blank() && source.blank() ? messages.missingSource : !size.text().matches("\\d{1,2}") ? messages.badSize
                : rules.badSize(Integer.parseInt(size.text())) == null ? "" : texts.format(rules.badSize(Integer.parseInt(size.text()))));
        dialogs.open(box, refused -> {
            int experts = Integer.parseInt(size.text());
            runner.run(messages.publish, () -> this.experts.publish(proposal, seed.text(), source.text(), experts, second.index() == 1), messages.published, refused);
        });
    }

    void invite(Board board) {
        List<Member> drawn = board.panel().in().stream().filter(member -> member.standing() == Standing.DRAWN).toList();
        String names = drawn.stream().map(member -> member.expert().name()).collect(Collectors.joining("、"));
        dialogs.ask(messages.invite, messages.format(messages.inviteWords, names), typed -> typed.isBlank() ? messages.missingWords : null, (words, refused) -> runner.run(
                messages.invite, () -> experts.invite(proposal, drawn.stream().map(Member::id).toList(), words), messages.format(messages.invited, names), refused));
    }

    void accept(Member member) {
        runner.run(messages.accept, () -> experts.answer(proposal, member.id(), true, ""), messages.format(messages.accepted, member.expert().name()), dialogs::problem);
    }

    /** Declined, steps back or absent, as the standing allows. */
    void out(Member member) {
        boolean answered = member.standing() == Standing.INVITED || member.standing() == Standing.ACCEPTED;
        List<Standing> ways = answered ? List.of(Standing.DECLINED, Standing.AVOIDED, Standing.ABSENT) : List.of(Standing.AVOIDED);
        var box = new ActBox(kit, messages.format(messages.outTitle, member.expert().name()), messages.out);
        var way = box.choice(messages.outWay, ways.stream().map(standing -> texts.get("expert.standing." + standing.name())).toList(), 0);
        var reason = box.words(messages.reason);
        box.unless(() -> reason.blank() ? messages.missingReason : "");
        dialogs.open(box, refused -> {
            Standing chosen = ways.get(way.index());
            runner.run(messages.out, () -> switch (chosen) {
                case DECLINED -> experts.answer(proposal, member.id(), false, reason.text());
                case AVOIDED -> experts.avoid(proposal, member.id(), reason.text());
                default -> experts.absent(proposal, member.id(), reason.text());
            }, messages.format(messages.isOut, member.expert().name(), texts.get("expert.standing." + chosen.name())), refused);
        });
    }

    void replace(Member member) {
        runner.run(messages.replace, () -> experts.replace(proposal, member.id()), messages.format(messages.replaced, member.expert().name()), dialogs::problem);
    }

    void lead(Member member) {
        runner.run(messages.leader, () -> experts.lead(proposal, member.id()), messages.format(messages.leads, member.expert().name()), dialogs::problem);
    }

    void record(Board board, Member member) {
        var start = member.scoring() == null ? ScoreSheet.blank(board.panel().round()) : member.scoring().sheet();
        var box = new ScoreBox(kit, dialogs, messages, texts, new ScoreModel(board.rules(), board.panel().second(), start), member.expert().name(), actor.oneself());
        dialogs.open(box, refused -> {
            ScoreSheet sheet = box.sheet();
            Path scan = box.scan();
            runner.run(messages.recordSheet, () -> experts.record(proposal, member.id(), sheet, scan), messages.format(messages.recorded, member.expert().name()), refused);
        });
    }

    void discuss() {
        var box = new ActBox(kit, messages.discuss, messages.save).note(messages.discussNote);
        var words = box.words(messages.discuss);
        box.unless(() -> words.blank() ? messages.missingWords : "");
        dialogs.open(box, refused -> runner.run(messages.discuss, () -> experts.discuss(proposal, words.text()), messages.discussionKept, refused));
    }

    /** Of the leader, or entered from paper. */
    void conclude(Board board) {
        boolean leads = board.me() != null && board.me().equals(board.panel().leader());
        var scores = board.panel().scores().orElseThrow();
        List<Overall> allowed = scores.belowLine() ? List.of(Overall.DISAGREE) : CONCLUSIONS;
        var box = new ActBox(kit, messages.groupOpinion, leads ? messages.signGroup : messages.recordGroup)
                .note(messages.format(scores.belowLine() ? messages.groupNoteBelow : messages.groupNote, scores.average().toPlainString(), scores.spread().toPlainString()));
        var conclusion = box.choice(messages.conclusion, allowed.stream().map(each -> texts.get("review.overall." + each.name())).toList(), allowed.size() == 1 ? 0 : -1);
        var summary = box.words(messages.summary);
        var changes = box.words(messages.changes);
        var scan = leads || actor.oneself() ? null : box.file(dialogs, messages.scan, messages.chooseScan, "pdf", "jpg", "jpeg", "png", "tif");
        box.unless(() -> conclusion.index() < 0 ? messages.missingConclusion : summary.blank() ? messages.missingSummary
                : allowed.get(conclusion.index()) == Overall.AGREE_WITH_CHANGES && changes.blank() ? messages.missingChanges
                        : scan != null && scan.path() == null ? messages.chooseScan : "");
        dialogs.open(box, refused -> {
            Overall chosen = allowed.get(conclusion.index());
            List<String> listed = Arrays.stream(changes.text().split("\\n")).map(String::strip).filter(part -> !part.isEmpty()).toList();
            runner.run(messages.groupOpinion, () -> experts.conclude(proposal, chosen, summary.text(), listed, scan == null ? null : scan.path()), messages.groupKept, refused);
        });
    }
}
