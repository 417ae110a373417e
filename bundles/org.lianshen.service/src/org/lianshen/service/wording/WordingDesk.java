package org.lianshen.service.wording;

import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.service.Changes;
import org.lianshen.service.TemplateService;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;

/** The wording of papers as the office keeps it. */
public final class WordingDesk implements TemplateService {

    /** Far more than any wording has; what is longer is no wording. */
    private static final int MOST = 50_000;

    private final Desk desk;

    public WordingDesk(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<PaperKind> kinds() {
        return WordingParts.kinds();
    }

    @Override
    public Template get(PaperKind kind) {
        return desk.read(tx -> template(tx, kind));
    }

    private Template template(Tx tx, PaperKind kind) {
        WordingParts parts = known(kind);
        List<PaperTemplate> versions = tx.templates().of(kind);
        String kept = versions.isEmpty() ? null : versions.getLast().text();
        return new Template(kind, kept == null ? parts.shipped() : kept, parts.shipped(), versions, parts.fields());
    }

    private static WordingParts known(PaperKind kind) {
        if (!WordingParts.kinds().contains(kind)) {
            throw UserProblem.of("template.noWording", Message.of("template.kind." + kind.name()));
        }
        return WordingParts.of(kind);
    }

    @Override
    public List<Problem> check(PaperKind kind, String text) {
        known(kind);
        if (text.length() > MOST) {
            return List.of(new Problem(1, 1, 0, 0, Message.of("template.tooMuch", text.length(), MOST)));
        }
        return WordingCheck.of(kind, text);
    }

    @Override
    public Template save(PaperKind kind, String text, int basedOn) {
        List<Problem> problems = check(kind, text);
        if (!problems.isEmpty()) {
            throw new UserProblem(problems.stream().map(problem -> Message.of("template.place", problem.line(), problem.column(), problem.message())).toList());
        }
        return keep(kind, text.equals(known(kind).shipped()) ? null : text, basedOn);
    }

    @Override
    public Template reset(PaperKind kind, int basedOn) {
        known(kind);
        return keep(kind, null, basedOn);
    }

    private Template keep(PaperKind kind, String text, int basedOn) {
        return desk.write(Permission.EDIT_WORDING, Changes.Kind.TEMPLATE, null, tx -> {
            Template now = template(tx, kind);
            if (now.version() != basedOn) {
                throw new StaleWrite("template", text, now.text());
            }
            int no = basedOn + 1;
            tx.templates().add(new PaperTemplate(kind, no, text, desk.clock().instant(), desk.actor().display()));
            tx.audit().append(new AuditEntry("template.save", "template " + kind.name(), basedOn == 0 ? null : Integer.toString(basedOn), Integer.toString(no), text == null ? "shipped" : null));
            return template(tx, kind);
        });
    }
}
