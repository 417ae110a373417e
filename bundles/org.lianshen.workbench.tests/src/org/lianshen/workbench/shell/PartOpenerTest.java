package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.descriptor.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.junit.jupiter.api.Test;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.TabTitle;

class PartOpenerTest {

    private final MPartDescriptor findings = descriptor(Opener.FINDINGS, "%desk.budget", true);
    private final MPartDescriptor project = descriptor(Opener.PROJECT, "%part.project", false);

    private static MPartDescriptor descriptor(String id, String label, boolean desk) {
        MPartDescriptor descriptor = MBasicFactory.INSTANCE.createPartDescriptor();
        descriptor.setElementId(id);
        descriptor.setLabel(label);
        if (desk) {
            descriptor.getTags().add("desk");
        }
        return descriptor;
    }

    private static MPart part(MPartDescriptor descriptor, String input, String title) {
        MPart part = org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory.INSTANCE.createPart();
        part.setElementId(descriptor.getElementId());
        part.setLabel(descriptor.getLabel());
        new PartInput(input).keepIn(part);
        if (title != null) {
            TabTitle.set(part, title);
        }
        return part;
    }

    @Test
    void aDeskIsOneTabWhateverItShows() {
        MPart fromTodo = part(findings, "2027", null);
        for (String asked : List.of("", "2027", "2026", "suspects-2027", "line-00000000-0000-0002-0000-000000000001")) {
            assertEquals(Optional.of(fromTodo), PartOpener.find(List.of(fromTodo), findings, new PartInput(asked), false), asked);
        }
        MPart closed = part(findings, "2027", null);
        closed.setToBeRendered(false);
        assertEquals(Optional.empty(), PartOpener.find(List.of(closed), findings, new PartInput("2027"), false));
    }

    @Test
    void whatHasANameOfItsOwnIsATabForEachObject() {
        MPart unit = part(findings, "市教育局", "市教育局");
        assertEquals(Optional.empty(), PartOpener.find(List.of(unit), findings, new PartInput(""), false), "the desk itself is another tab");
        assertEquals(Optional.of(unit), PartOpener.find(List.of(unit), findings, new PartInput("市教育局"), true));
        MPart one = part(project, "1", "智慧水务");
        MPart two = part(project, "2", "智慧水务");
        assertEquals(Optional.of(two), PartOpener.find(List.of(one, two), project, new PartInput("2"), true));
        assertEquals(Optional.empty(), PartOpener.find(List.of(one, two), project, new PartInput("3"), true));
    }
}
