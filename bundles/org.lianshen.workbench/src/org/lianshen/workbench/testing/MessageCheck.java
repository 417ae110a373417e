package org.lianshen.workbench.testing;

import java.lang.reflect.Field;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** Looks at the words of a bundle: each field has a text in both languages, no text is left over, and each can be formatted with the same number of arguments. */
public final class MessageCheck {

    private MessageCheck() {
    }

    /** What is wrong; empty when nothing is. */
    public static List<String> problems(Class<? extends Messages> messages) {
        List<String> problems = new ArrayList<>();
        Properties chinese = Messages.texts(messages, Language.CHINESE);
        Properties english = Messages.texts(messages, Language.ENGLISH);
        Set<String> known = new TreeSet<>();
        for (Field field : Messages.fields(messages)) {
            known.add(field.getName());
            String zh = chinese.getProperty(field.getName());
            String en = english.getProperty(field.getName());
            if (zh == null || en == null) {
                problems.add(field.getName() + " has no text in " + (zh == null ? "Chinese" : "English"));
            } else if (arguments(zh, problems) != arguments(en, problems)) {
                problems.add(field.getName() + " takes different arguments: " + zh + " | " + en);
            }
        }
        for (Properties texts : List.of(chinese, english)) {
            for (String key : texts.stringPropertyNames()) {
                // Keys with a dot are asked for by Messages.byKey.
                if (!known.contains(key) && key.indexOf('.') < 0) {
                    problems.add(key + " has a text but no field");
                }
            }
        }
        for (String key : chinese.stringPropertyNames()) {
            if (!english.containsKey(key)) {
                problems.add(key + " has no text in English");
            }
            if (chinese.getProperty(key).contains("成功") || chinese.getProperty(key).contains("！")) {
                problems.add(key + " shouts or boasts: " + chinese.getProperty(key));
            }
        }
        return problems.stream().distinct().toList();
    }

    private static int arguments(String text, List<String> problems) {
        try {
            MessageFormat format = new MessageFormat(text, Language.CHINESE.locale());
            int count = format.getFormatsByArgumentIndex().length;
            Object[] args = new Object[count];
            java.util.Arrays.fill(args, 1);
            if (count > 0) {
                format.format(args);
            }
            return count;
        } catch (IllegalArgumentException problem) {
            problems.add(text + ": " + problem.getMessage());
            return -1;
        }
    }
}
