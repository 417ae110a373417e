package org.lianshen.workbench.testing;

import java.util.ArrayList;
import java.util.List;
import org.lianshen.workbench.nav.Opener;

/** Writes down what was to be opened. */
public final class RecordedOpener implements Opener {

    /** One call. */
    public record Opened(String part, String objectId, String title) {
    }

    private final List<Opened> opened = new ArrayList<>();

    @Override
    public boolean open(String part, String objectId, String title) {
        return opened.add(new Opened(part, objectId, title));
    }

    public List<Opened> opened() {
        return List.copyOf(opened);
    }
}
