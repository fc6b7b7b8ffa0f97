package reidstudio.ui.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region that learns the theme's colours through its style sheet and hears when they change. */
abstract class ThemedRegion extends Region {
  private static final CssMetaData<ThemedRegion, Color> BACKGROUND =
      new ColorData("-trace-background", Color.WHITE, region -> region.background);
  private static final CssMetaData<ThemedRegion, Color> TEXT =
      new ColorData("-trace-text", Color.DIMGRAY, region -> region.text);
  private static final CssMetaData<ThemedRegion, Color> GRID =
      new ColorData("-trace-grid", Color.LIGHTGRAY, region -> region.grid);
  private static final CssMetaData<ThemedRegion, Color> SUCCESS =
      new ColorData("-trace-success", Color.DARKGREEN, region -> region.success);
  private static final CssMetaData<ThemedRegion, Color> WARNING =
      new ColorData("-trace-warning", Color.DARKGOLDENROD, region -> region.warning);
  private static final CssMetaData<ThemedRegion, Color> DANGER =
      new ColorData("-trace-danger", Color.CRIMSON, region -> region.danger);
  private static final List<CssMetaData<? extends Styleable, ?>> STYLEABLES =
      Stream.concat(
              Region.getClassCssMetaData().stream(),
              Stream.of(BACKGROUND, TEXT, GRID, SUCCESS, WARNING, DANGER))
          .toList();

  private final ThemeColor background = new ThemeColor(BACKGROUND);
  private final ThemeColor text = new ThemeColor(TEXT);
  private final ThemeColor grid = new ThemeColor(GRID);
  private final ThemeColor success = new ThemeColor(SUCCESS);
  private final ThemeColor warning = new ThemeColor(WARNING);
  private final ThemeColor danger = new ThemeColor(DANGER);

  /** Called when a colour changed, as on a switch of the theme. */
  abstract void themeChanged();

  final ChartColors colors() {
    return new ChartColors(
        background.get(), text.get(), grid.get(), success.get(), warning.get(), danger.get());
  }

  /** The CSS properties of this class, in the manner of JavaFX. */
  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return STYLEABLES;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return STYLEABLES;
  }

  private final class ThemeColor extends SimpleStyleableObjectProperty<Color> {
    ThemeColor(CssMetaData<ThemedRegion, Color> data) {
      super(data, ThemedRegion.this, data.getProperty(), data.getInitialValue(null));
    }

    @Override
    protected void invalidated() {
      // Styling goes on for the other colours; the next frame will see all of them.
      get();
      themeChanged();
    }
  }

  private static final class ColorData extends CssMetaData<ThemedRegion, Color> {
    private final Function<ThemedRegion, ThemeColor> property;

    ColorData(String name, Color initial, Function<ThemedRegion, ThemeColor> property) {
      super(name, StyleConverter.getColorConverter(), initial);
      this.property = property;
    }

    @Override
    public boolean isSettable(ThemedRegion region) {
      return !property.apply(region).isBound();
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(ThemedRegion region) {
      return property.apply(region);
    }
  }
}
