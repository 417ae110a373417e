package org.lianshen.service.text;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;

/**
 * The words of the services in Chinese and English. The part of a key before its first dot names the properties file beside this class
 * ({@code office.notWorkbook} → {@code office_zh.properties}); what follows is the key in it.
 */
public final class Texts {

    private final Locale locale;
    private final String suffix;
    private final Map<String, ResourceBundle> areas = new ConcurrentHashMap<>();

    public Texts(Locale locale) {
        this.locale = locale;
        this.suffix = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en";
    }

    public Locale locale() {
        return locale;
    }

    /** @throws MissingResourceException if there is no such text: a fault of the program */
    public String get(String key, Object... args) {
        return format(new Message(key, List.of(args)));
    }

    /** What a rule says against something, in words; null where it says nothing. */
    public String refusal(Runnable rule) {
        try {
            rule.run();
            return null;
        } catch (UserProblem problem) {
            return format(problem);
        }
    }

    /** @throws MissingResourceException if there is no such text: a fault of the program */
    public String format(Message message) {
        int dot = message.key().indexOf('.');
        String pattern = area(message.key().substring(0, dot)).getString(message.key().substring(dot + 1));
        Object[] args = message.args().stream().map(this::shown).toArray();
        return new MessageFormat(pattern, locale).format(args);
    }

    public boolean has(String key) {
        int dot = key.indexOf('.');
        try {
            return dot > 0 && area(key.substring(0, dot)).containsKey(key.substring(dot + 1));
        } catch (MissingResourceException noSuchArea) {
            return false;
        }
    }

    /** All messages of a problem, one a line. */
    public String format(UserProblem problem) {
        return String.join("\n", problem.messages().stream().map(this::format).toList());
    }

    private Object shown(Object arg) {
        return switch (arg) {
            case Message message -> format(message);
            case Money money -> get("common.wan", money.wanText());
            case LocalDate date -> date.toString();
            case Integer number -> Integer.toString(number);
            case Long number -> Long.toString(number);
            case List<?> list -> String.join(get("common.listSeparator"), list.stream().map(item -> String.valueOf(shown(item))).toList());
            default -> arg;
        };
    }

    private ResourceBundle area(String name) {
        return areas.computeIfAbsent(name, this::load);
    }

    private ResourceBundle load(String name) {
        String file = name + "_" + suffix + ".properties";
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new MissingResourceException("no texts for area " + name, Texts.class.getName(), name);
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
