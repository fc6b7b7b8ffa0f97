package reidstudio.ui.chart;

import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/** The colours of a heat map between the values of their ends. */
public final class HeatLegend extends HBox {
  private static final int STOPS = 20;

  private final Label low = new Label();
  private final Label high = new Label();
  private final Region bar = new Region();

  /** Says nothing before {@link #show}. */
  public HeatLegend() {
    getStyleClass().add("heat-legend");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(6);
    bar.setMinHeight(10);
    bar.setMaxHeight(10);
    bar.setMinWidth(60);
    HBox.setHgrow(bar, Priority.ALWAYS);
    low.setMinWidth(USE_PREF_SIZE);
    high.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(low, bar, high);
  }

  /** Explains {@code scale}. */
  public void show(HeatScale scale) {
    low.setText(text(scale.low()));
    high.setText(text(scale.high()));
    Stop[] stops =
        IntStream.rangeClosed(0, STOPS)
            .mapToObj(i -> new Stop((double) i / STOPS, scale.at((double) i / STOPS)))
            .toArray(Stop[]::new);
    bar.setBackground(
        new Background(
            new BackgroundFill(
                new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops),
                new CornerRadii(3),
                Insets.EMPTY)));
  }

  private static String text(double end) {
    return String.format(Locale.ROOT, "%.1f", end + 0.0).replace("-0.0", "0.0").replace('-', '−');
  }
}
