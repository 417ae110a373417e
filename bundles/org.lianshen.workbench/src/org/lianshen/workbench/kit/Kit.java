package org.lianshen.workbench.kit;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.look.Icon;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.text.WorkbenchMessages;

/**
 * Makes the pieces that screens are built of, in the look. Every piece sits in a {@code GridLayout}; give it layout data by {@code GridDataFactory} where the one it gets
 * (beginning, or the whole width for lines, banners, panels and wrapped text) does not fit.
 */
@Creatable
public final class Kit {

    private final Look look;
    private final WorkbenchMessages messages;

    @Inject
    public Kit(Look look, WorkbenchMessages messages) {
        this.look = look;
        this.messages = messages;
    }

    public Look look() {
        return look;
    }

    /** The words of the shell and the kit. */
    public WorkbenchMessages messages() {
        return messages;
    }

    /** The background of a whole part: surface, no margins, no gaps, one column. */
    public Composite page(Composite parent) {
        parent.setBackground(look.surface());
        Composite page = box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        page.setBackground(look.surface());
        if (parent.getLayout() instanceof org.eclipse.swt.layout.GridLayout) {
            GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        }
        return page;
    }

    /** An area with {@code columns} columns, no margins, gaps as between fields, in its parent's background. */
    public Composite box(Composite parent, int columns) {
        Composite box = new Composite(parent, SWT.NO_FOCUS);
        // The colour of a sash is that of its edge, not of the areas beside it.
        box.setBackground(parent instanceof SashForm ? look.surface() : parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(look.u(2), look.u(2)).applyTo(box);
        return box;
    }

    /** A {@link #box} over the whole width, its children centred on one line. */
    public Composite row(Composite parent, int columns) {
        Composite row = box(parent, columns);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    /** A raised tile. */
    public Composite card(Composite parent, int columns) {
        Composite card = box(parent, columns);
        card.setBackground(look.raised());
        GridLayoutFactory.fillDefaults().numColumns(columns).margins(look.u(3), look.u(3)).spacing(look.u(2), look.u(1)).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        return card;
    }

    /**
     * The head of a part: title, what it is about, and the part's buttons at the right (make them in the returned area; they line up by themselves).
     *
     * @param subtitle may be empty; change it later through {@link Header#set}
     */
    public Header header(Composite parent, String title, String subtitle) {
        return new Header(this, parent, title, subtitle);
    }

    public Label title(Composite parent, String text) {
        return label(parent, text, look.title(), look.text());
    }

    public Label section(Composite parent, String text) {
        Label label = label(parent, text, look.section(), look.text());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        return label;
    }

    public Label text(Composite parent, String text) {
        return label(parent, text, look.base(), look.text());
    }

    public Label bold(Composite parent, String text) {
        return label(parent, text, look.bold(), look.text());
    }

    public Label muted(Composite parent, String text) {
        return label(parent, text, look.base(), look.muted());
    }

    public Label caption(Composite parent, String text) {
        return label(parent, text, look.caption(), look.muted());
    }

    /** Text in the colour of a state; the words say the state too. */
    public Label toned(Composite parent, Tone tone, String text) {
        return label(parent, text, look.base(), look.tone(tone));
    }

    /** Text that breaks into lines at the width it is given. */
    public Label wrapped(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        dress(label, parent, text, look.base(), look.text());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(look.u(40), SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** The same in another type, at its own width until its layout data says otherwise. */
    Label breaking(Composite parent, String text, Font font) {
        Label label = new Label(parent, SWT.WRAP);
        dress(label, parent, text, font, look.text());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    public Label label(Composite parent, String text, Font font, Color color) {
        Label label = new Label(parent, SWT.NONE);
        dress(label, parent, text, font, color);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    private static void dress(Label label, Composite parent, String text, Font font, Color color) {
        label.setText(text.replace("&", "&&"));
        label.setFont(font);
        label.setForeground(color);
        label.setBackground(parent.getBackground());
    }

    public Label icon(Composite parent, Icon icon, Color color) {
        Label label = new Label(parent, SWT.NONE);
        label.setImage(look.icon(icon, color));
        label.setBackground(parent.getBackground());
        return label;
    }

    /** A thin line over the whole width. */
    public Control line(Composite parent) {
        Composite line = new Composite(parent, SWT.NO_FOCUS);
        line.setBackground(look.line());
        int columns = parent.getLayout() instanceof org.eclipse.swt.layout.GridLayout grid ? grid.numColumns : 1;
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(SWT.DEFAULT, 1).applyTo(line);
        return line;
    }

    /** Two areas side by side with a thin movable edge between; set the weights afterwards. */
    public SashForm sash(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        sash.setBackground(look.line());
        sash.setSashWidth(look.u(0.25) == 0 ? 1 : look.u(0.25));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        return sash;
    }

    /**
     * A page that scrolls down, in its parent's background: follows the focus, and the wheel wherever the pointer is. Give it its content by {@code setContent} and the
     * content's height by {@code setMinHeight}.
     */
    public ScrolledComposite scroll(Composite parent) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setBackground(parent.getBackground());
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.getVerticalBar().setIncrement(look.u(8));
        ScrollHabits.of(scroll, look.u(8));
        if (parent.getLayout() instanceof org.eclipse.swt.layout.GridLayout) {
            GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        }
        return scroll;
    }

    /** The one thing to do on this screen. */
    public FlatButton primary(Composite parent, String verb, Runnable action) {
        return button(parent, FlatButton.Rank.PRIMARY, verb, action);
    }

    public FlatButton button(Composite parent, String verb, Runnable action) {
        return button(parent, FlatButton.Rank.SECONDARY, verb, action);
    }

    /** Without an edge: in rows and headers. */
    public FlatButton quiet(Composite parent, String verb, Runnable action) {
        return button(parent, FlatButton.Rank.QUIET, verb, action);
    }

    /** An icon alone; {@code name} is its tooltip and accessible name. */
    public FlatButton iconButton(Composite parent, Icon icon, String name, Runnable action) {
        return button(parent, FlatButton.Rank.QUIET, "", action).icon(icon).hint(name);
    }

    private FlatButton button(Composite parent, FlatButton.Rank rank, String verb, Runnable action) {
        FlatButton button = new FlatButton(parent, look, rank, verb).run(action);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
        return button;
    }

    /** A word one can follow. */
    public Link link(Composite parent, String word, Runnable action) {
        Link link = new Link(parent, SWT.NONE);
        link.setText("<a>" + word.replace("&", "&&").replace("<", "") + "</a>");
        link.setFont(look.base());
        link.setBackground(parent.getBackground());
        link.setLinkForeground(look.accent());
        link.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(link);
        return link;
    }

    /** 为什么: opens the answer below the link. */
    public Link why(Composite parent, Supplier<Why> answer) {
        Link[] link = new Link[1];
        link[0] = link(parent, messages.whyAsk, () -> why(link[0], answer.get()));
        return link[0];
    }

    /** Opens the answer below any control, such as a grid. */
    public void why(Control asked, Why answer) {
        new WhyPopup(this, messages).open(asked, answer);
    }

    public StateTag tag(Composite parent, Tone tone, String word) {
        return tag(parent, tone, tone.icon(), word);
    }

    public StateTag tag(Composite parent, Tone tone, Icon icon, String word) {
        StateTag tag = new StateTag(parent, look, tone, icon, word);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(tag);
        return tag;
    }

    /** A two-column area for {@link #pair}. */
    public Composite pairs(Composite parent) {
        Composite pairs = box(parent, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(4), look.u(1.5)).applyTo(pairs);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pairs);
        return pairs;
    }

    /** A key and its value, as text that can be marked and copied. */
    public StyledText pair(Composite pairs, String key, String value) {
        Label label = muted(pairs, key);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        // Measures its lines itself: what the platform's own text says of its height before it was shown may lack the last line.
        StyledText text = new StyledText(pairs, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
        text.setCaret(null);
        text.setText(value);
        text.setFont(look.base());
        text.setForeground(look.text());
        text.setBackground(pairs.getBackground());
        name(text, key);
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(40), SWT.DEFAULT).applyTo(text);
        return text;
    }

    /** Ends a line in … where there is no room for all of it; the whole stands in the tooltip and is what a screen reader says. */
    public void shorten(Label label, String text) {
        boolean known = label.getData(WHOLE) != null;
        label.setData(WHOLE, text);
        label.setToolTipText(text);
        if (known) {
            renamed(label);
        } else {
            name(label, () -> (String) label.getData(WHOLE));
            label.addListener(SWT.Resize, event -> showFitting(label));
        }
        // Until it has its room.
        label.setText(text.replace("&", "&&"));
        if (label.getSize().x > 0) {
            showFitting(label);
        }
    }

    private static void showFitting(Label label) {
        String shown = fitting(label, (String) label.getData(WHOLE)).replace("&", "&&");
        if (!shown.equals(label.getText())) {
            label.setText(shown);
        }
    }

    private static String fitting(Label label, String text) {
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            int room = label.getSize().x;
            int length = text.length();
            while (length > 0 && gc.textExtent(length == text.length() ? text : text.substring(0, length) + "…").x > room) {
                length = text.offsetByCodePoints(length, -1);
            }
            return length == text.length() ? text : text.substring(0, length).strip() + "…";
        } finally {
            gc.dispose();
        }
    }

    /** A field to type into, as wide as there is room. @param name what a screen reader says; @param style {@code SWT.MULTI | SWT.WRAP …}, or none for one line */
    public Text entry(Composite parent, String name, int style) {
        Text text = new Text(parent, SWT.BORDER | style);
        text.setFont(look.base());
        name(text, name);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    /** One of several words, none chosen yet. @param name what a screen reader says */
    public Combo choice(Composite parent, String name, String... words) {
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        combo.setFont(look.base());
        combo.setItems(words);
        name(combo, name);
        return combo;
    }

    /** A budget year, 2000 to 2100. @param name what a screen reader says */
    public Spinner year(Composite parent, String name) {
        Spinner year = new Spinner(parent, SWT.BORDER);
        year.setFont(look.base());
        year.setMaximum(2100); // first: a least value above the greatest is dropped
        year.setMinimum(2000);
        name(year, name);
        return year;
    }

    /** A one-line entry with the search icon: filters. */
    public Text filter(Composite parent, String message) {
        Text text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        text.setMessage(message);
        text.setFont(look.base());
        name(text, message);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    /** What would appear here and what to do now. @param act verb of the button; null for none */
    public EmptyPanel empty(Composite parent, Icon icon, String what, String todo, String act, Runnable action) {
        EmptyPanel panel = new EmptyPanel(this, parent, icon, what, todo, act, action);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(panel);
        return panel;
    }

    /** What could not be shown, why and what to do. */
    public Composite error(Composite parent, String what, String todo, Runnable retry) {
        Composite panel = card(parent, 2);
        panel.setBackground(look.tint(Tone.BLOCK));
        Label sign = icon(panel, Icon.EXCLAMATION_OCTAGON, look.tone(Tone.BLOCK));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
        wrapped(panel, what).setFont(look.bold());
        if (!todo.isEmpty()) {
            text(panel, "");
            wrapped(panel, todo);
        }
        if (retry != null) {
            text(panel, "");
            GridDataFactory.swtDefaults().applyTo(button(panel, messages.retry, retry));
        }
        return panel;
    }

    /** A line across the part, hidden until {@link Banner#show}; 已有更新 and the like. */
    public Banner banner(Composite parent) {
        return new Banner(this, parent, messages);
    }

    /** Key under which a control keeps its accessible name (a {@code Supplier<String>}): SWT cannot be asked for what its listeners answer, and tests want to know. */
    public static final String NAME = "org.lianshen.name";
    /** What a shortened label would say with more room. */
    public static final String WHOLE = "org.lianshen.whole";

    /** Gives a control the name that screen readers say. */
    public static void name(Control control, String name) {
        name(control, () -> name);
    }

    /** A name that changes; tell by {@link #renamed} when it has. */
    public static void name(Control control, Supplier<String> name) {
        control.setData(NAME, name);
        renamed(control);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name.get();
            }
        });
    }

    /** The supplier of {@link #name(Control, Supplier)} would answer differently now. */
    public static void renamed(Control control) {
        if (!(control instanceof Canvas) && control.getData(NAME) instanceof Supplier<?> name) {
            GtkAccess.name(control, (String) name.get());
        }
    }

    /** Removes what an area holds, to fill it anew. */
    public static void clear(Composite area) {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
    }
}
