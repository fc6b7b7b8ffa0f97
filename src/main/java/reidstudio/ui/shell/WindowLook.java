package reidstudio.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.ThemeChoice;
import reidstudio.ui.curves.ChartArrangement;

/**
 * How the window looked.
 *
 * @param place in pixels of the screens; empty for the customary one
 * @param moreCharts whether the further charts are shown
 * @param charts where each of them stands
 */
record WindowLook(
    ThemeChoice theme,
    Language language,
    Optional<Rectangle2D> place,
    boolean maximized,
    boolean moreCharts,
    ChartArrangement charts) {
  /**
   * Reads what {@link #toProperties} wrote.
   *
   * @throws IllegalArgumentException if an entry is missing or wrong
   */
  static WindowLook of(Properties kept) {
    return new WindowLook(
        ThemeChoice.valueOf(kept.getProperty("theme", "")),
        Language.valueOf(kept.getProperty("language", "")),
        Optional.ofNullable(kept.getProperty("place")).map(WindowLook::place),
        Boolean.parseBoolean(kept.getProperty("maximized")),
        Boolean.parseBoolean(kept.getProperty("charts.more")),
        new ChartArrangement(
            words(kept.getProperty("charts.order", "")),
            Set.copyOf(words(kept.getProperty("charts.hidden", "")))));
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("theme", theme.name());
    properties.setProperty("language", language.name());
    properties.setProperty("maximized", Boolean.toString(maximized));
    properties.setProperty("charts.more", Boolean.toString(moreCharts));
    properties.setProperty("charts.order", String.join(" ", charts.order()));
    properties.setProperty("charts.hidden", String.join(" ", charts.hidden()));
    place.ifPresent(p -> properties.setProperty("place", text(p)));
    return properties;
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).filter(word -> !word.isBlank()).distinct().toList();
  }

  private static String text(Rectangle2D place) {
    return "%d %d %d %d"
        .formatted(
            Math.round(place.getMinX()),
            Math.round(place.getMinY()),
            Math.round(place.getWidth()),
            Math.round(place.getHeight()));
  }

  private static Rectangle2D place(String text) {
    List<Integer> numbers = Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
    if (numbers.size() != 4) {
      throw new IllegalArgumentException("place has " + numbers.size() + " numbers, not 4");
    }
    return new Rectangle2D(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
  }
}
