package org.lianshen.workbench.nav;

import java.util.Map;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;

/**
 * What an opened part shows: injected into the part ({@code @Inject PartInput input}). It is kept in the model with the part, so a tab comes back with the window.
 *
 * @param id id of the object; empty for a part that needs none
 */
public record PartInput(String id) {

    private static final String KEY = "org.lianshen.input";

    public static PartInput of(MPart part) {
        Map<String, String> state = part.getPersistedState();
        return new PartInput(state.getOrDefault(KEY, ""));
    }

    public void keepIn(MPart part) {
        part.getPersistedState().put(KEY, id);
    }

    public java.util.UUID uuid() {
        return java.util.UUID.fromString(id);
    }
}
