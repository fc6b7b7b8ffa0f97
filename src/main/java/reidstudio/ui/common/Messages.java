package reidstudio.ui.common;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Every text of the window, in the current {@link Language}. Bound texts follow a change of the
 * language at once. Patterns are those of {@link MessageFormat}.
 */
public final class Messages {
  private static final String BUNDLE = "reidstudio.ui.messages";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Map<Language, ResourceBundle> bundles = new ConcurrentHashMap<>();
  private final ObjectProperty<Language> language;

  /** Patterns of the present language, read once: some are asked for with each step of a run. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /** Starts with {@code first}. */
  public Messages(Language first) {
    language = new SimpleObjectProperty<>(this, "language", first);
    language.addListener(change -> formats.clear());
  }

  /** Setting it changes all bound texts. */
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /**
   * The text of {@code key} now. Arguments that are observable stand for their present value.
   *
   * @throws MissingResourceException if there is no such key
   */
  public String get(String key, Object... arguments) {
    Object[] values = arguments.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] instanceof ObservableValue<?> value ? value.getValue() : values[i];
    }
    String pattern = bundle(language.get()).getString(key);
    if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern; // most texts of a window; reading them as patterns delays it
    }
    MessageFormat format =
        formats.computeIfAbsent(pattern, p -> new MessageFormat(p, language.get().locale()));
    synchronized (format) {
      return format.format(values);
    }
  }

  /** The patterns in {@code of} whose key begins with {@code prefix}, by key. */
  public SortedMap<String, String> patterns(String prefix, Language of) {
    SortedMap<String, String> patterns = new TreeMap<>();
    ResourceBundle bundle = bundle(of);
    bundle.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> patterns.put(key, bundle.getString(key)));
    return patterns;
  }

  /** Whether there is a text for {@code key}. */
  public boolean has(String key) {
    return bundle(language.get()).containsKey(key);
  }

  /** The text of {@code key}, following the language and every observable argument. */
  public StringBinding text(String key, Object... arguments) {
    List<Observable> dependencies = new ArrayList<>(List.of(language));
    for (Object argument : arguments) {
      if (argument instanceof Observable observable) {
        dependencies.add(observable);
      }
    }
    return Bindings.createStringBinding(
        () -> get(key, arguments), dependencies.toArray(Observable[]::new));
  }

  /** The text that belongs to a constant, with the key {@code prefix.constant-name}. */
  public String of(String prefix, Enum<?> constant) {
    return get(keyOf(prefix, constant));
  }

  /** Reads what the languages that were not spoken yet need, on any thread. */
  public void readAhead() {
    for (Language each : Language.values()) {
      bundle(each);
    }
  }

  /** Read when it is first asked for: the window opens in one language. */
  private ResourceBundle bundle(Language of) {
    return bundles.computeIfAbsent(
        of, each -> ResourceBundle.getBundle(BUNDLE, each.locale(), EXACT));
  }

  /** The key of a constant's text: lower case, words joined by hyphens. */
  public static String keyOf(String prefix, Enum<?> constant) {
    return prefix + "." + constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
