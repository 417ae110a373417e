package org.lianshen.workbench.form;

import org.lianshen.workbench.text.WorkbenchMessages;

/** What forms say about what was typed. */
record FormWords(WorkbenchMessages messages) {

    String missing(String label) {
        return messages.format(messages.fieldMissing, label);
    }

    String unreadable(Field.Kind kind, String typed) {
        return switch (kind) {
            case MONEY -> messages.format(messages.notAnAmount, typed);
            case NUMBER -> messages.format(messages.notANumber, typed);
            case DATE -> messages.format(messages.notADate, typed);
            case TEXT, LONG_TEXT, SECRET, CHOICE, CHECK -> typed;
        };
    }
}
