package org.lianshen.review.ui;

import java.util.List;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.TemplateService.Problem;
import org.lianshen.service.TemplateService.Template;

/** The wording that is being edited: what is kept, what is typed, what stands against keeping it. */
final class TemplateModel {

    private Template template;
    private String text = "";
    private List<Problem> problems = List.of();
    private boolean checked = true;

    /** Begins with what is kept. */
    void show(Template kept) {
        template = kept;
        text = kept.text();
        problems = List.of();
        checked = true;
    }

    /** What was sent is kept now; what was typed meanwhile stays, as a change of that. */
    void kept(Template now) {
        template = now;
    }

    Template template() {
        return template;
    }

    PaperKind kind() {
        return template.kind();
    }

    String text() {
        return text;
    }

    /** What was typed is not checked yet. */
    void type(String typed) {
        text = typed;
        checked = false;
    }

    /** The answer of the check, unless something was typed since it was asked for. @return whether it is of the text as it stands */
    boolean check(String of, List<Problem> found) {
        if (!of.equals(text)) {
            return false;
        }
        problems = List.copyOf(found);
        checked = true;
        return true;
    }

    List<Problem> problems() {
        return problems;
    }

    boolean dirty() {
        return template != null && !text.equals(template.text());
    }

    boolean savable() {
        return dirty() && checked && problems.isEmpty();
    }

    /** A field as it is written into the text. */
    static String field(String name) {
        return "{" + name + "}";
    }
}
