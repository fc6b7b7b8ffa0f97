package reidstudio.ui.common;

import java.util.Locale;

/** A language that the window speaks. */
public enum Language {
  /** Also the language of every text that the others lack. */
  ENGLISH(Locale.ENGLISH, "English"),
  /** Simplified Chinese. */
  CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** For resource bundles and number formats. */
  public Locale locale() {
    return locale;
  }

  /** What its speakers call it; the same in every language of the window. */
  public String ownName() {
    return ownName;
  }

  /** The best of the languages for someone whose system speaks {@code locale}. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }
}
