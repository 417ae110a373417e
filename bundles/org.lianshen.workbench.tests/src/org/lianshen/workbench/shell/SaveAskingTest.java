package org.lianshen.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.junit.jupiter.api.Test;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.DialogService.SaveAnswer;

class SaveAskingTest {

    private final IEclipseContext context = EclipseContextFactory.create();
    private final MPart part = MBasicFactory.INSTANCE.createPart();
    private String asked = "";
    private boolean storable = true;
    private int stored;

    private SaveAsking answering(SaveAnswer answer) {
        context.set(DialogService.class, (DialogService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DialogService.class}, (proxy, method, args) -> {
            assertEquals("askSave", method.getName());
            asked = (String) args[0];
            return answer;
        }));
        part.setLabel("智慧水务");
        part.setDirty(true);
        part.setContext(context);
        part.setObject(this);
        return new SaveAsking(context);
    }

    @Persist
    void persist() {
        stored++;
        part.setDirty(!storable);
    }

    @Test
    void asksByNameAndStores() {
        assertTrue(answering(SaveAnswer.SAVE).save(part, true));
        assertEquals("智慧水务", asked);
        assertEquals(1, stored);
    }

    @Test
    void aPartThatCouldNotStoreStaysOpen() {
        storable = false;
        assertFalse(answering(SaveAnswer.SAVE).save(part, true));
    }

    @Test
    void throwingAwayAndStayingStoreNothing() {
        assertTrue(answering(SaveAnswer.DISCARD).save(part, true));
        assertFalse(answering(SaveAnswer.STAY).save(part, true));
        assertEquals(0, stored);
    }

    @Test
    void whatIsStoredIsNotAskedAbout() {
        SaveAsking asking = answering(SaveAnswer.STAY);
        part.setDirty(false);
        assertTrue(asking.save(part, true));
        assertEquals("", asked);
    }
}
