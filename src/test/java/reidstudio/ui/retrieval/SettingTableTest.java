package reidstudio.ui.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.event.SettingScores;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

@ExtendWith(ApplicationExtension.class)
class SettingTableTest {
  private SettingTable table;

  @Start
  void start(Stage stage) {
    table = new SettingTable(new Widgets(new Messages(Language.ENGLISH)));
    stage.setScene(new Scene(table, 900, 300));
    stage.show();
  }

  @Test
  void otherScoresComeInTheOrderThatWasChosen(FxRobot robot) {
    robot.interact(() -> table.show(rows(0.2, 0.7, 0.5), false, false));
    robot.interact(
        () -> {
          TableColumn<SettingRow, ?> map =
              table.getColumns().stream()
                  .filter(column -> "column-map".equals(column.getId()))
                  .findFirst()
                  .orElseThrow();
          map.setSortType(TableColumn.SortType.DESCENDING);
          table.getSortOrder().add(map);
          table.getSelectionModel().select(0);
        });
    assertThat(shown()).containsExactly(0.7, 0.5, 0.2);
    robot.interact(() -> table.show(rows(0.4, Double.NaN, 0.6), false, false));
    assertThat(shown()).containsExactly(0.6, 0.4, Double.NaN);
    assertThat(table.chosen()).as("still the same setting").containsExactly("nir");
  }

  private List<Double> shown() {
    return table.getItems().stream().map(row -> row.scores().map()).toList();
  }

  private static List<SettingRow> rows(double text, double nir, double sketch) {
    return List.of(row("text", text), row("nir", nir), row("sk", sketch));
  }

  private static SettingRow row(String setting, double map) {
    return new SettingRow(
        new SettingScores(setting, 10, map, map, map, map, map),
        0.1,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
