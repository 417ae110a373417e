package org.lianshen.workbench.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The languages of the program; Chinese comes first. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh"), ENGLISH(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String suffix;

    Language(Locale locale, String suffix) {
        this.locale = locale;
        this.suffix = suffix;
    }

    public Locale locale() {
        return locale;
    }

    /** Ending of the properties files: {@code zh} or {@code en}. */
    public String suffix() {
        return suffix;
    }

    /** English where the platform speaks English, Chinese otherwise. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    /**
     * As the platform asks. A Unix without a language ({@code C}, or one whose locale is not installed) makes Java fall back to English, which nobody asked for: there the
     * environment decides.
     *
     * @param environment variables of the process
     * @param unix        whether the environment names the language
     */
    public static Language ofPlatform(Map<String, String> environment, boolean unix, Locale locale) {
        if (!unix) {
            return of(locale);
        }
        String asked = Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, "")).filter(value -> !value.isEmpty()).findFirst().orElse("");
        return asked.startsWith("en") ? ENGLISH : CHINESE;
    }
}
