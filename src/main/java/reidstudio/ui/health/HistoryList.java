package reidstudio.ui.health;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;

/** When problems came, changed and went, one line each, the newest first. */
final class HistoryList extends VBox {
  /** A fold of more lines is not read. */
  private static final int LINES = 200;

  private final Messages messages;
  private final EngineWords words;
  private final GridPane lines = new GridPane();
  private final Fold fold = new Fold(lines);

  HistoryList(Messages messages, EngineWords words) {
    this.messages = messages;
    this.words = words;
    lines.getStyleClass().add("history-lines");
    ColumnConstraints tight = new ColumnConstraints();
    tight.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().addAll(tight, tight, wide);
    fold.setId("health-history");
    getChildren().add(fold);
    managedProperty().bind(visibleProperty());
  }

  void show(List<HealthTurn> turns) {
    setVisible(!turns.isEmpty());
    fold.setText(messages.get("health.history", turns.size()));
    lines.getChildren().clear();
    for (int i = 0; i < Math.min(LINES, turns.size()); i++) {
      lines.addRow(i, line(turns.get(i)));
    }
  }

  private Node[] line(HealthTurn turn) {
    Label step = new Label(messages.get("health.step", Long.toString(turn.step())));
    step.getStyleClass().add("history-step");
    Label what = new Label(messages.of("health.turn", turn.kind()));
    FontIcon icon = new FontIcon(icon(turn.kind()));
    icon.getStyleClass().add("severity-icon");
    boolean gone = turn.kind() == HealthTurn.Kind.GONE;
    icon.getStyleClass()
        .add(gone ? "severity-ok" : SeverityIcon.styleOf(turn.finding().severity()));
    what.setGraphic(icon);
    Label title = new Label(words.of(turn.finding()).title());
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    return new Node[] {step, what, title};
  }

  private static Ikon icon(HealthTurn.Kind kind) {
    return switch (kind) {
      case APPEARED -> Material2AL.ADD_ALERT;
      case WORSE -> Material2MZ.TRENDING_UP;
      case EASED -> Material2MZ.TRENDING_DOWN;
      case SURER -> Material2MZ.SEARCH;
      case GONE -> Material2AL.CHECK_CIRCLE;
    };
  }
}
