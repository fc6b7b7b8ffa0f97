package reidstudio.ui.health;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.ui.common.Messages;

/** The causes that a finding is not, folded away until someone doubts it. */
final class RuledOut extends VBox {
  private final Messages messages;
  private final VBox sentences = new VBox();
  private final Fold fold = new Fold(sentences);

  RuledOut(Messages messages) {
    this.messages = messages;
    sentences.getStyleClass().add("ruled-out");
    getChildren().add(fold);
    managedProperty().bind(visibleProperty());
  }

  void show(List<String> causes) {
    setVisible(!causes.isEmpty());
    fold.setText(messages.get("health.ruled-out", causes.size()));
    sentences.getChildren().setAll(causes.stream().map(RuledOut::sentence).toList());
  }

  private static Label sentence(String text) {
    Label label = new Label(text);
    label.setGraphic(new FontIcon(Material2MZ.REMOVE));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
