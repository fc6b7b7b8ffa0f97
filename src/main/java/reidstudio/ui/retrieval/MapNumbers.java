package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import reidstudio.event.FeatureGeometry;
import reidstudio.event.ModalityDistance;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Widgets;

/** How the features lie, in numbers: effective rank and the distance of each modality. */
final class MapNumbers extends VBox {
  private final Widgets widgets;
  private final SettingWords words;

  MapNumbers(Widgets widgets) {
    this.widgets = widgets;
    this.words = new SettingWords(widgets.messages());
    getStyleClass().addAll("card", "map-numbers");
    setId("map-numbers");
  }

  void show(FeatureGeometry geometry) {
    Label rank =
        new Label(
            widgets
                .messages()
                .get(
                    "retrieval.rank.value",
                    number("%.1f", geometry.effectiveRank()),
                    geometry.width()));
    rank.getStyleClass().add("map-number");
    rank.setId("effective-rank");
    getChildren()
        .setAll(
            titled("retrieval.effective-rank"),
            rank,
            wrapping("retrieval.effective-rank.more"),
            titled("retrieval.gap"),
            gaps(geometry),
            wrapping("retrieval.gap.more"));
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : Figures.NONE;
  }

  private Label titled(String key) {
    Label label = widgets.label(key, Styles.TEXT_BOLD);
    widgets.explain(label, key + ".help");
    return label;
  }

  private Label wrapping(String key) {
    Label label = widgets.label(key, "hint");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private GridPane gaps(FeatureGeometry geometry) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("map-gaps");
    grid.setId("modality-gaps");
    int row = 0;
    for (ModalityDistance distance : geometry.distances()) {
      Label gap = new Label(number("%.2f", distance.gap()));
      gap.getStyleClass().add("map-number");
      GridPane.setHalignment(gap, HPos.RIGHT);
      grid.addRow(row++, new Label(words.modalityInFull(distance.modality())), gap);
    }
    return grid;
  }
}
