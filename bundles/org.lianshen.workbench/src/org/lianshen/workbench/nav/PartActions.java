package org.lianshen.workbench.nav;

/**
 * What a part does when the person presses one of the window's keys; the shell's commands call the active part. Implement what the part can do: what it does not implement is
 * greyed in the menus and does nothing.
 */
public interface PartActions {

    /** A part that is open is asked for its object, or a desk for another one. */
    default void show(PartInput input) {
    }

    /** Ctrl+S. */
    default boolean canSave() {
        return false;
    }

    default void save() {
    }

    /** Ctrl+Enter: submit, sign, confirm. */
    default boolean canSubmit() {
        return false;
    }

    default void submit() {
    }

    /** F5. */
    default boolean canRefresh() {
        return false;
    }

    default void refresh() {
    }

    /** Ctrl+F. */
    default boolean canFilter() {
        return false;
    }

    default void filter() {
    }

    /** Ctrl+P. */
    default boolean canPrint() {
        return false;
    }

    default void print() {
    }

    /** F1: a few sentences about the part at hand; null where there are none. */
    default String help() {
        return null;
    }
}
