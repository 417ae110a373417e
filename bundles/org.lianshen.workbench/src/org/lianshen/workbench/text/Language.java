package org.lianshen.workbench.text;

import java.util.Locale;

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

    /** English where Java was started in English, Chinese otherwise: the launchers start Java in the language that the session asks for. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }
}
