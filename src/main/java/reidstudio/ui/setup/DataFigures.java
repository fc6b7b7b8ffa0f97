package reidstudio.ui.setup;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.command.DatasetSummary;
import reidstudio.event.Severity;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** A data folder in numbers: identities, items by modality, who can be paired, what is left out. */
final class DataFigures extends VBox {
  /** Below it, SDM finds too few pairs. */
  private static final double HEALTHY_SHARE = 0.8;

  private final Widgets widgets;
  private final TextClipboard clipboard;

  DataFigures(Widgets widgets, TextClipboard clipboard) {
    this.widgets = widgets;
    this.clipboard = clipboard;
    getStyleClass().add("data-figures");
  }

  /** Shows {@code data}; nothing if it is null. */
  void show(DatasetSummary data) {
    getChildren().clear();
    setVisible(data != null);
    if (data == null) {
      return;
    }
    Label identities = new Label();
    identities
        .textProperty()
        .bind(
            widgets
                .messages()
                .text("data.identities", data.trainIdentities(), data.testIdentities()));
    widgets.explain(identities, "data.identities.help", data.layout());
    getChildren().addAll(identities, modalities(data.trainItems()), pairable(data));
    if (data.skipped() > 0) {
      getChildren().add(skipped(data));
    }
  }

  private FlowPane modalities(Map<String, Integer> counts) {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    counts.forEach(
        (modality, count) -> {
          String key = "modality." + modality;
          String name = widgets.messages().has(key) ? key : "modality.other";
          Label chip = new Label();
          chip.textProperty().bind(widgets.messages().text("data.chip", modality, count));
          widgets.explain(chip, name, modality);
          chip.getStyleClass().add("chip");
          chips.getChildren().add(chip);
        });
    return chips;
  }

  private HBox pairable(DatasetSummary data) {
    double share = data.pairableIdentities() / (double) Math.max(1, data.trainIdentities());
    Severity severity = share >= HEALTHY_SHARE ? Severity.OK : Severity.WARNING;
    Label text = new Label();
    text.textProperty()
        .bind(
            widgets
                .messages()
                .text("data.pairable", data.pairableIdentities(), Figures.percent(share)));
    widgets.explain(text, "data.pairable.help");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    return line(new SeverityIcon(severity), text);
  }

  private HBox skipped(DatasetSummary data) {
    Hyperlink link = new Hyperlink();
    link.textProperty().bind(widgets.messages().text("data.skipped", data.skipped()));
    link.setOnAction(event -> list(data).show(link));
    return line(new SeverityIcon(Severity.WARNING), link);
  }

  private Popover list(DatasetSummary data) {
    List<String> lines = data.problems().stream().map(this::told).toList();
    ListView<String> list = new ListView<>();
    list.getItems().setAll(lines);
    list.setPrefSize(520, 240);
    list.getStyleClass().add(Styles.DENSE);
    Button copy =
        widgets.button(
            "common.copy",
            Material2AL.CONTENT_COPY,
            () -> clipboard.copy(String.join("\n", lines)),
            Styles.SMALL);
    VBox content = new VBox(list);
    content.getStyleClass().add("popover-body");
    if (data.skipped() > data.problems().size()) {
      Label more = new Label();
      more.textProperty()
          .bind(widgets.messages().text("data.more", data.skipped() - data.problems().size()));
      content.getChildren().add(more);
    }
    content.getChildren().add(copy);
    Popover popover = new Popover(content);
    popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    popover.titleProperty().bind(widgets.messages().text("data.skipped", data.skipped()));
    popover.setHeaderAlwaysVisible(true);
    return popover;
  }

  /** A name, a colon, and what is wrong there. */
  private String told(String problem) {
    int colon = problem.indexOf(": ") + 1;
    return problem.substring(0, colon)
        + (colon == 0 ? "" : " ")
        + widgets.words().of(problem.substring(colon).strip());
  }

  private static HBox line(Node icon, Node text) {
    HBox line = new HBox(icon, text);
    line.getStyleClass().add("figure-line");
    return line;
  }
}
