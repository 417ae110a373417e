package org.lianshen.workbench.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The words of one bundle's screens. A subclass has one public {@code String} field per text; the texts stand in {@code <Class>_zh.properties} and {@code <Class>_en.properties}
 * (UTF-8) beside the class, keyed by field name, with {@link MessageFormat} placeholders.
 *
 * <pre>
 * &#64;Creatable
 * public class ReviewMessages extends Messages {
 *     public String queueTitle;
 *     public String daysLeft;
 *
 *     &#64;Inject
 *     public ReviewMessages(Language language) {
 *         super(language);
 *     }
 * }
 * </pre>
 *
 * Parts take it by {@code @Inject}. It is {@code @Creatable} rather than e4's {@code @Translation}, whose supplier is one per OSGi framework and bound to the first context that
 * asks: a part can so be made in any context, in either language, with or without OSGi.
 */
public abstract class Messages {

    private final Language language;

    protected Messages(Language language) {
        this.language = language;
        Properties texts = texts(getClass(), language);
        for (Field field : fields(getClass())) {
            String text = texts.getProperty(field.getName());
            try {
                field.set(this, text == null ? "!" + field.getName() + "!" : text);
            } catch (IllegalAccessException problem) {
                throw new IllegalStateException(field.toString(), problem);
            }
        }
    }

    public Language language() {
        return language;
    }

    /** Fills the placeholders of one of the texts. */
    public String format(String text, Object... args) {
        return new MessageFormat(text, language.locale()).format(args);
    }

    /** The text of a key that is only known at run time, such as a column's; the key itself where there is none. */
    public String byKey(String key) {
        return texts(getClass(), language).getProperty(key, key);
    }

    /** The fields that hold texts. */
    public static List<Field> fields(Class<? extends Messages> messages) {
        List<Field> fields = new ArrayList<>();
        for (Field field : messages.getFields()) {
            if (field.getType() == String.class && !Modifier.isStatic(field.getModifiers())) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** What the properties file of that language holds. */
    public static Properties texts(Class<? extends Messages> messages, Language language) {
        String file = messages.getSimpleName() + "_" + language.suffix() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = messages.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + messages.getName());
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(file, problem);
        }
        return texts;
    }
}
