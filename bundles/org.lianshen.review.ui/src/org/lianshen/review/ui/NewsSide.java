package org.lianshen.review.ui;

import java.time.format.DateTimeFormatter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.BeijingTime;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.ReviewService.News;
import org.lianshen.service.table.DifferenceTable;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What others did, and what the unit changed in its form, since the person looked last. */
final class NewsSide {

    /** Longer lists say how many more there are; the history and the comparison of versions have them all. */
    private static final int MOST = 6;
    private static final int MOST_LETTERS = 40;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Composite list;
    private final Kit kit;
    private final ReviewMessages messages;

    NewsSide(Composite area, Kit kit, ReviewMessages messages, Texts texts, News news, ActWords words) {
        this.kit = kit;
        this.messages = messages;
        Composite card = kit.card(area, 1);
        kit.bold(card, messages.format(messages.newsTitle, MINUTE.format(news.since())));
        list = new Composite(card, SWT.NONE);
        list.setBackground(card.getBackground());
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(1)).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        news.acts().reversed().stream().limit(MOST).forEach(act -> line(String.join("　", MINUTE.format(act.at()), words.described(act)), ""));
        more(news.acts().size());
        if (!news.differences().isEmpty()) {
            line(messages.format(messages.newsVersion, news.version(), news.differences().size()), "").setForeground(kit.look().tone(Tone.WARN));
            news.differences().stream().limit(MOST).forEach(difference -> difference(texts, difference));
            more(news.differences().size());
        }
    }

    private void difference(Texts texts, Difference difference) {
        var words = new DifferenceTable(texts);
        String before = words.before(difference);
        String after = words.after(difference);
        String whole = messages.format(messages.newsDifference, words.place(difference), before, after);
        line(messages.format(messages.newsDifference, words.place(difference), cut(before), cut(after)), whole);
    }

    private static String cut(String text) {
        return text == null ? "" : text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }

    private void more(int size) {
        if (size > MOST) {
            line(messages.format(messages.newsMore, size - MOST), "");
        }
    }

    private org.eclipse.swt.widgets.Label line(String text, String whole) {
        var label = kit.wrapped(list, text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        if (!whole.isEmpty()) {
            label.setToolTipText(whole);
        }
        return label;
    }
}
