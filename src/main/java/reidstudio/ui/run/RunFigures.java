package reidstudio.ui.run;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import reidstudio.event.MetricKey;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/**
 * The last values of the four quantities that tell whether a run learns, each beside its measure.
 */
final class RunFigures extends HBox {
  private final ObservableValue<RunReadout> readout;
  private final Widgets widgets;
  private final Messages messages;

  RunFigures(ObservableValue<RunReadout> readout, Widgets widgets) {
    this.readout = readout;
    this.widgets = widgets;
    this.messages = widgets.messages();
    getStyleClass().add("run-figures");
    getChildren()
        .addAll(
            figure("ce", now -> Figures.number(now.value(MetricKey.CE_LOSS)), this::chance),
            figure("sdm", now -> Figures.number(now.value(MetricKey.SDM_LOSS)), this::sdm),
            figure(
                "accuracy",
                now -> Figures.percent(now.value(MetricKey.CE_ACCURACY)),
                now -> messages.get("figure.accuracy.measure")),
            figure("rows", this::rows, this::otherRows));
  }

  private VBox figure(
      String id, Function<RunReadout, String> value, Function<RunReadout, String> measure) {
    Label name = widgets.label("figure." + id, Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Label number = text("figure-" + id, value);
    number.getStyleClass().add("figure-value");
    Label reference = text("figure-" + id + "-measure", measure);
    reference.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox box = new VBox(name, number, reference);
    box.getStyleClass().add("figure");
    widgets.explain(box, "figure." + id + ".help");
    return box;
  }

  private Label text(String id, Function<RunReadout, String> words) {
    Label label = new Label();
    label.setId(id);
    label.setMinWidth(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.apply(readout.getValue()), readout, messages.languageProperty()));
    return label;
  }

  private String chance(RunReadout now) {
    return chanceOf(now.ceChance());
  }

  private String chanceOf(double value) {
    return Double.isNaN(value) ? "" : messages.get("figure.chance", Figures.number(value));
  }

  private String sdm(RunReadout now) {
    return now.sdmZero()
        .map(reason -> messages.of("zero.short", reason))
        .orElseGet(() -> chanceOf(now.value(MetricKey.SDM_CHANCE)));
  }

  private String rows(RunReadout now) {
    return messages.get(
        "figure.rows.value",
        Figures.count(now.value(MetricKey.SDM_VALID_ROWS)),
        Figures.count(now.value(MetricKey.SDM_ROWS)));
  }

  private String otherRows(RunReadout now) {
    return messages.get(
        "figure.rows.measure",
        Figures.count(now.value(MetricKey.SDM_VALID_GALLERY_ROWS)),
        Figures.count(now.value(MetricKey.SDM_GALLERY_ROWS)));
  }
}
