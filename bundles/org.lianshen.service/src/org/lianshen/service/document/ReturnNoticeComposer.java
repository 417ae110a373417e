package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Enclosure;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wording;
import org.lianshen.service.wording.Wordings;

/** 补正通知: the one list of everything that a unit has to correct, by when and to whom it answers, with a slip for the answers. One for each return. */
final class ReturnNoticeComposer implements PaperComposer {

    private final Desk desk;
    private final Wordings wordings;

    ReturnNoticeComposer(Desk desk, Wordings wordings) {
        this.desk = desk;
        this.wordings = wordings;
    }

    @Override
    public PaperKind kind() {
        return PaperKind.RETURN_NOTICE;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        ProposalCase found = ProposalCase.find(desk, tx, subject);
        int returns = found == null ? 0 : found.of(ActDetail.Return.class).size();
        return IntStream.rangeClosed(1, returns).mapToObj(no -> new PaperKey(kind(), subject, Integer.toString(no))).toList();
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        return Message.of("paper.name.RETURN_NOTICE", ProposalCase.of(desk, tx, key.subject()).proposal().reviewNo(), key.part());
    }

    @Override
    public boolean owns(Tx tx, PaperKey key, Actor actor) {
        return PaperParts.ofUnit(tx, key, actor);
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        List<ReviewAct> returns = project.of(ActDetail.Return.class);
        int no = PaperParts.number(key.part());
        if (no < 1 || no > returns.size()) {
            throw UserProblem.of("official.noReturn", project.proposal().reviewNo(), key.part());
        }
        ReviewAct act = returns.get(no - 1);
        RulePack pack = project.pack(act.at());
        List<ReturnItem> items = ((ActDetail.Return) act.detail()).items();
        LocalDate day = project.day(act.at());
        int days = pack.intParam("days.supplement");
        Map<String, String> values = project.values(act.round(), pack);
        values.put("次数", Integer.toString(no));
        values.put("申报日期", PaperTexts.date(project.day(project.version(act.round()).submittedAt())));
        values.put("事项数", Integer.toString(items.size()));
        values.put("答复期限", PaperTexts.date(pack.calendar().plusWorkdays(day, days)));
        values.put("答复工作日", Integer.toString(days));
        values.put("经办人", PaperTexts.known(act.signedBy()));
        values.put("通知日期", PaperTexts.date(day));
        Wording wording = wordings.of(tx, kind(), act.at());
        List<Block> blocks = new ArrayList<>();
        wording.paragraphs("开头", values).forEach(line -> blocks.add(new Paragraph(line)));
        blocks.add(list(items));
        wording.paragraphs("答复要求", values).forEach(line -> blocks.add(new Paragraph(line)));
        wording.paragraphs("联系", values).forEach(line -> blocks.add(new Paragraph(line)));
        return OfficialPaper.letter(wording.line("版头", values), wording.line("文号", values), wording.line("标题", values), project.form(act.round()).unit(), blocks,
                List.of(new Enclosure(wording.line("附件名称", values), List.of(slip(items)))), values.get("牵头单位"), day, "", false);
    }

    private static Table list(List<ReturnItem> items) {
        return PaperParts.table("returnNotice", List.of("no", "place", "problem", "request", "basis"), List.of(3, 8, 13, 13, 10),
                items.stream().map(item -> List.of(Integer.toString(item.no()), PaperTexts.text(item.place()), PaperTexts.text(item.problem()), PaperTexts.text(item.request()),
                        PaperTexts.text(item.basis()))).toList());
    }

    private static Table slip(List<ReturnItem> items) {
        return PaperParts.table("returnNotice", List.of("no", "place", "request", "answer", "page"), List.of(3, 8, 14, 18, 6),
                items.stream().map(item -> List.of(Integer.toString(item.no()), PaperTexts.text(item.place()),
                        PaperTexts.text(item.request()).isEmpty() ? PaperTexts.text(item.problem()) : PaperTexts.text(item.request()), "\n\n", "")).toList());
    }
}
