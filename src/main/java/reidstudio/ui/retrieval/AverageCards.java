package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;
import reidstudio.ui.common.Messages;

/**
 * The averages over settings with one to four modalities, each with what it is measured against.
 */
final class AverageCards extends HBox {
  private final Messages messages;
  private final SettingWords words;

  AverageCards(Messages messages) {
    this.messages = messages;
    this.words = new SettingWords(messages);
    setId("averages");
    getStyleClass().add("average-cards");
  }

  /**
   * @param reference whether published scores are shown
   */
  void show(ScoreSheet sheet, boolean reference) {
    List<SettingRow> averages = sheet.averages();
    Sparkline.Scale scale = Sparkline.Scale.of(averages);
    getChildren().setAll(averages.stream().map(row -> card(row, sheet, reference, scale)).toList());
  }

  private VBox card(SettingRow row, ScoreSheet sheet, boolean reference, Sparkline.Scale scale) {
    Label title = new Label(words.average(row.scores().setting()));
    title.getStyleClass().add(Styles.TEXT_MUTED);
    Label value = new Label(SettingWords.percent(row.scores().map()));
    value.getStyleClass().add("figure-value");
    Label unit = new Label(messages.get("retrieval.map"));
    unit.getStyleClass().add(Styles.TEXT_MUTED);
    HBox number = new HBox(value, unit);
    number.getStyleClass().add("average-number");
    if (row.compared().isPresent()) {
      number.getChildren().add(gain(row.mapGain()));
    }
    Sparkline line = new Sparkline();
    line.show(row.history(), row.chanceMap(), scale);
    HBox.setHgrow(line, Priority.ALWAYS);
    number.getChildren().add(line);
    Label against = new Label(against(row, sheet, reference));
    against.getStyleClass().add("hint");
    against.setMinHeight(Region.USE_PREF_SIZE);
    against.setWrapText(true);
    VBox card = new VBox(title, number, against);
    card.getStyleClass().addAll("card", "average-card");
    card.setAccessibleText(
        String.join(", ", title.getText(), value.getText(), unit.getText(), against.getText()));
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setMaxWidth(Double.MAX_VALUE);
    return card;
  }

  private static Label gain(double gain) {
    Label label = new Label(SettingWords.gain(gain));
    label.getStyleClass().addAll("gain", gain < 0 ? "gain-down" : "gain-up");
    return label;
  }

  private String against(SettingRow row, ScoreSheet sheet, boolean reference) {
    String chance =
        Double.isFinite(row.chanceMap())
            ? messages.get("retrieval.against.chance", SettingWords.percent(row.chanceMap()))
            : "";
    Evaluation first = sheet.history().get(0);
    String before =
        first.step() < sheet.looked().step()
            ? messages.get(
                first.epoch() == 0 ? "retrieval.against.untrained" : "retrieval.against.first",
                SettingWords.percent(row.history().get(0)),
                Integer.toString(first.epoch()))
            : "";
    String published =
        reference
            ? row.reference()
                .map(SettingScores::map)
                .map(map -> messages.get("retrieval.against.reid5o", SettingWords.percent(map)))
                .orElse("")
            : "";
    return String.join(
        " · ", Stream.of(chance, before, published).filter(part -> !part.isEmpty()).toList());
  }
}
