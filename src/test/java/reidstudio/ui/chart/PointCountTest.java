package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a chart says of how many points stand behind its lines. */
@ExtendWith(ApplicationExtension.class)
class PointCountTest extends TwoCharts {
  @Start
  void start(Stage shown) {
    show(shown);
  }

  @Test
  void itSaysHowManyPointsStandBehindItsLines(FxRobot robot) {
    untilDrawn();
    Label dense = (Label) upper.lookup(".trace-points");
    Label sparse = (Label) lower.lookup(".trace-points");
    until(() -> dense.getText().equals("1001/1001 COLUMNS"));
    assertThat(sparse.getText()).isEqualTo("11/11 EACH");
    assertThat(dense.isVisible()).isTrue();
    robot.interact(() -> group.zoomX(new Range(200, 300)));
    until(() -> dense.getText().equals("101/1001 EACH"));
    robot.interact(() -> upper.smoothingProperty().set(0.6));
    until(() -> dense.getText().equals("101/1001 SMOOTHED"));
    MinMaxPyramid single = new MinMaxPyramid();
    single.append(250, 1);
    robot.interact(() -> upper.series().setAll(new TraceSeries("one", 0, single)));
    until(() -> dense.getText().equals("1/1 EACH"));
    robot.interact(() -> upper.series().clear());
    until(() -> !dense.isVisible());
  }

  @Test
  void theNumberOfPointsIsShorterOrLeftAwayWhereItHasNoRoom(FxRobot robot) {
    untilDrawn();
    Label points = (Label) upper.lookup(".trace-points");
    until(() -> points.isVisible() && points.getText().equals("1001/1001 COLUMNS"));
    Label title = (Label) upper.lookup(".trace-title");
    // up to where the text begins: with the gaps beside an empty unit, a few pixels too far
    robot.interact(() -> title.setMinWidth(points.getLayoutX() - 8));
    until(() -> points.isVisible() && points.getText().equals("1001/1001 EACH"));
    assertThat(points.getWidth()).isGreaterThanOrEqualTo(points.prefWidth(-1));
    robot.interact(() -> title.setMinWidth(upper.getWidth()));
    until(() -> !points.isVisible());
    robot.interact(() -> title.setMinWidth(0));
    until(() -> points.isVisible() && points.getText().equals("1001/1001 COLUMNS"));
  }
}
