package reidstudio.ui.curves;

import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Finding;
import reidstudio.store.RunTrace;
import reidstudio.ui.chart.ChartGroup;
import reidstudio.ui.chart.PinAction;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/**
 * The step that is pinned in all charts, whatever x stands for, and where it leads: to its log
 * lines (L), to the findings that cover it (D) and to its batch (B). Without a pin the keys mean
 * the step at the cursor.
 */
final class PinnedStep {
  private final CurvesViewModel model;
  private final ChartGroup group;
  private final Widgets widgets;
  private final ChartLinks links;
  private final ContextMenu choice = new ContextMenu();
  private boolean placing;

  PinnedStep(CurvesViewModel model, ChartGroup group, Widgets widgets, ChartLinks links) {
    this.model = model;
    this.group = group;
    this.widgets = widgets;
    this.links = links;
    group.pinProperty().subscribe(x -> pinned(x.doubleValue()));
    model.pinnedProperty().subscribe(this::place);
    model.axisProperty().subscribe(this::place);
    // a step of one run is none of another
    model.traceProperty().addListener((o, before, now) -> model.pinnedProperty().set(null));
  }

  private void pinned(double x) {
    RunTrace trace = model.traceProperty().get();
    if (!placing && trace != null) {
      model
          .pinnedProperty()
          .set(Double.isNaN(x) ? null : StepPlace.at(trace, x, model.axisProperty().get()));
    }
  }

  private void place() {
    RunTrace trace = model.traceProperty().get();
    Long step = model.pinnedProperty().get();
    placing = true;
    group
        .pinProperty()
        .set(
            step == null || trace == null
                ? Double.NaN
                : StepPlace.of(trace, step, model.axisProperty().get()));
    placing = false;
  }

  /** What the flag offers, in the present language. */
  List<PinAction> actions() {
    Messages messages = widgets.messages();
    return List.of(
        new PinAction(
            messages.get("pin.log"),
            () -> new FontIcon(Material2MZ.SUBJECT),
            (from, x) -> links.log().accept(step().orElseThrow())),
        new PinAction(
            messages.get("pin.findings"),
            () -> new FontIcon(Material2AL.FACT_CHECK),
            (from, x) -> openFindings(from)),
        new PinAction(
            messages.get("pin.batch"),
            () -> new FontIcon(Material2MZ.VIEW_MODULE),
            (from, x) -> links.batch().accept(step().orElseThrow())));
  }

  /** Does what a key is for, if it is one of these and a step is pinned or under the cursor. */
  void pressed(KeyEvent event, Node from) {
    if (event.isShortcutDown() || event.isAltDown() || step().isEmpty()) {
      return;
    }
    if (event.getCode() == KeyCode.L) {
      links.log().accept(step().getAsLong());
    } else if (event.getCode() == KeyCode.D) {
      openFindings(from);
    } else if (event.getCode() == KeyCode.B) {
      links.batch().accept(step().getAsLong());
    } else {
      return;
    }
    event.consume();
  }

  /** The step at the cursor. */
  OptionalLong atCursor() {
    RunTrace trace = model.traceProperty().get();
    double cursor = group.cursorProperty().get();
    return trace == null || Double.isNaN(cursor)
        ? OptionalLong.empty()
        : OptionalLong.of(StepPlace.at(trace, cursor, model.axisProperty().get()));
  }

  private OptionalLong step() {
    Long pinned = model.pinnedProperty().get();
    return pinned == null ? atCursor() : OptionalLong.of(pinned);
  }

  /** The only one at once; of several, the reader chooses; of none, it is said. */
  private void openFindings(Node from) {
    List<Finding> findings = ProblemMarks.at(model.traceProperty().get(), step().orElseThrow());
    if (findings.size() == 1) {
      links.finding().accept(findings.get(0).id());
      return;
    }
    choice.getItems().clear();
    for (Finding finding : findings) {
      MenuItem item = new MenuItem(widgets.words().of(finding.title()));
      item.setMnemonicParsing(false);
      item.setOnAction(e -> links.finding().accept(finding.id()));
      choice.getItems().add(item);
    }
    if (findings.isEmpty()) {
      MenuItem none = new MenuItem(widgets.messages().get("pin.no-finding", step().getAsLong()));
      none.setDisable(true);
      choice.getItems().add(none);
    }
    Bounds place = from.localToScreen(from.getBoundsInLocal());
    choice.show(from, place.getMinX(), place.getMaxY());
  }
}
