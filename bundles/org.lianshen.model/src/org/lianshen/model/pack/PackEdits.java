package org.lianshen.model.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The edits of a place's pack. They are kept as differences and laid over the shipped pack by key, so that a pack that a newer program ships brings its new parameters
 * and rules with it, and only what was edited stays as it was edited.
 */
public record PackEdits(List<PackEdit> edits) {

    public static final PackEdits NONE = new PackEdits(List.of());

    public PackEdits {
        edits = List.copyOf(edits);
    }

    /**
     * The shipped content with the edits in it.
     *
     * @param content the edited content
     * @param lost    edits that have no place any more, because the shipped pack no longer has what they change
     */
    public record Applied(PackValue.Fields content, List<PackEdit> lost) {
    }

    public Applied over(PackValue.Fields shipped) {
        PackValue.Fields content = shipped;
        var lost = new ArrayList<PackEdit>();
        for (PackEdit edit : edits) {
            var changed = edit.change().in(content);
            if (changed.isEmpty()) {
                lost.add(edit);
            } else {
                content = changed.get();
            }
        }
        return new Applied(content, lost);
    }

    /**
     * The edits that lead from the shipped content to another one. An edit that was there already keeps its reason, author and what it was made over.
     *
     * @param made makes the edit for a change that is new
     */
    public PackEdits to(PackValue.Fields shipped, PackValue.Fields wanted, Function<PackChange, PackEdit> made) {
        return new PackEdits(PackChange.between(shipped, wanted).stream()
                .map(change -> edits.stream().filter(edit -> edit.path().equals(change.path()) && Objects.equals(edit.change().after(), change.after())).findFirst()
                        .orElseGet(() -> made.apply(change)))
                .toList());
    }

    /** The same where every change was made by one of these edits, or by several of them together. */
    public PackEdits to(PackValue.Fields shipped, PackValue.Fields wanted) {
        return to(shipped, wanted, change -> edits.stream().filter(edit -> edit.path().holds(change.path()) || change.path().holds(edit.path())).findFirst()
                .map(edit -> new PackEdit(change, edit.reason(), edit.by(), edit.at())).orElseThrow(() -> new IllegalStateException("no edit made " + change.path())));
    }

    /** The fewest edits with the same effect, each at the innermost place. */
    public PackEdits normal(PackValue.Fields shipped) {
        return to(shipped, over(shipped).content());
    }

    /** The same edits with what the shipped pack says today, as whoever publishes them has seen it; those that have become what is shipped fall away. */
    public PackEdits madeOver(PackValue.Fields shipped) {
        return new PackEdits(edits.stream().map(edit -> new PackEdit(new PackChange(edit.path(), PackChange.at(shipped, edit.path()).orElse(null), edit.change().after()),
                edit.reason(), edit.by(), edit.at())).filter(edit -> !Objects.equals(edit.change().before(), edit.change().after())).toList());
    }

    /** Edits of places at which the shipped pack says something else than when the edit was made: what the program's update changed, and the edit overrides. */
    public List<PackEdit> overriding(PackValue.Fields shipped) {
        return edits.stream().filter(edit -> !Objects.equals(PackChange.at(shipped, edit.path()).orElse(null), edit.change().before())).toList();
    }

    /** Without the edits at or below a path. */
    public PackEdits without(PackPath path) {
        return new PackEdits(edits.stream().filter(edit -> !path.holds(edit.path())).toList());
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }
}
