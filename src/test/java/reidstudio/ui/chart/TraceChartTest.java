package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@ExtendWith(ApplicationExtension.class)
class TraceChartTest extends TwoCharts {
  @Start
  void start(Stage shown) {
    show(shown);
  }

  private Point2D onScreen(TraceChart chart, double x, double y) {
    Node plot = chart.lookup(".trace-plot");
    return plot.localToScreen(
        chart.frame().left() + chart.frame().x().toPixel(x),
        chart.frame().top() + chart.frame().y().toPixel(y));
  }

  private void append(int points) {
    for (int i = 0; i < points; i++) {
      loss.append(loss.size(), 1.5);
    }
  }

  @Test
  void followsNewPointsUntilSomeoneZooms(FxRobot robot) {
    untilDrawn();
    assertThat(group.x()).isEqualTo(new Range(0, 1000));
    append(500);
    until(() -> group.x().high() == 1500);
    robot.interact(() -> group.zoomX(new Range(200, 300)));
    append(500);
    until(() -> upper.totalPoints() == 2001);
    assertThat(group.x()).isEqualTo(new Range(200, 300));
    until(() -> lower.frame().x().range().equals(new Range(200, 300)));
    robot.interact(group::undoZoom);
    until(() -> upper.frame().x().range().high() == 2000);
    assertThat(group.isFollowing()).isTrue();
  }

  @Test
  void theWheelZoomsAroundTheMouseAndADoubleClickFollowsAgain(FxRobot robot) {
    untilDrawn();
    robot.moveTo(onScreen(upper, 400, 1.5));
    until(() -> group.cursorProperty().get() > 0);
    double under = group.cursorProperty().get();
    // The headless robot's wheel turns the other way, one pixel a notch.
    robot.scroll(60, VerticalDirection.DOWN);
    until(() -> !group.isFollowing());
    Range zoomed = group.x();
    assertThat(zoomed.span()).isLessThan(1000);
    double share = (under - zoomed.low()) / zoomed.span();
    assertThat(share).isCloseTo(under / 1000, within(0.01));
    robot.doubleClickOn(MouseButton.PRIMARY);
    until(group::isFollowing);
    robot.interact(group::undoZoom);
    assertThat(group.x()).isEqualTo(zoomed);
    robot.interact(group::undoZoom);
    assertThat(group.isFollowing()).as("all notches were one gesture").isTrue();
  }

  @Test
  void draggingPansAndShiftDraggingZoomsToARectangle(FxRobot robot) {
    untilDrawn();
    robot.interact(() -> group.zoomX(new Range(200, 600)));
    until(() -> upper.frame().x().range().span() == 400);
    robot.drag(onScreen(upper, 400, 1.5), MouseButton.PRIMARY).dropTo(onScreen(upper, 300, 1.5));
    until(() -> Math.abs(group.x().low() - 300) < 3);
    assertThat(group.x().span()).isCloseTo(400, within(1e-6));
    until(() -> upper.frame().x().range().equals(group.x()));
    robot.press(KeyCode.SHIFT);
    robot.drag(onScreen(upper, 400, 1.8), MouseButton.PRIMARY).dropTo(onScreen(upper, 500, 1.2));
    robot.release(KeyCode.SHIFT);
    until(() -> upper.frame().y().range().high() < 1.85);
    assertThat(group.x().low()).isCloseTo(400, within(3.0));
    assertThat(group.x().high()).isCloseTo(500, within(3.0));
    assertThat(upper.frame().y().range().low()).isCloseTo(1.2, within(0.02));
    until(() -> lower.frame().x().range().equals(group.x()));
    assertThat(lower.frame().y().range().high()).as("y is each chart's own").isLessThan(0.6);
  }

  @Test
  void theCursorIsOneForAllChartsAndReadsExactValues(FxRobot robot) {
    untilDrawn();
    robot.moveTo(onScreen(upper, 397, 1.5));
    until(() -> !Double.isNaN(group.cursorProperty().get()));
    double x = group.cursorProperty().get();
    assertThat(x).isCloseTo(397, within(2.0));
    assertThat(upper.readings().get(0).x()).isEqualTo(x);
    assertThat(upper.readings().get(0).value()).isEqualTo(loss.snapshot().y((int) x));
    assertThat(lower.readings().get(0)).isEqualTo(new Reading("batch", 400, 0.4, 0.4));
    Label value = (Label) lower.lookup(".trace-legend-value");
    until(() -> value.getText().equals("0.4"));
    robot.moveTo(upper.lookup(".trace-title"));
    until(() -> Double.isNaN(group.cursorProperty().get()));
    until(() -> value.getText().equals("1"));
  }

  @Test
  void keysMoveTheCursorAndZoom(FxRobot robot) {
    untilDrawn();
    robot.interact(upper::requestFocus);
    robot.type(KeyCode.LEFT);
    until(() -> group.cursorProperty().get() == 1000);
    robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.RIGHT);
    until(() -> group.cursorProperty().get() == 999);
    robot.type(KeyCode.PLUS);
    until(() -> group.x().span() < 700);
    robot.type(KeyCode.BACK_SPACE);
    until(group::isFollowing);
    robot.type(KeyCode.PLUS, KeyCode.HOME);
    until(group::isFollowing);
    robot.type(KeyCode.ESCAPE);
    until(() -> Double.isNaN(group.cursorProperty().get()));
  }

  @Test
  void aPinnedStepStaysInAllChartsAndIsComparedWithTheCursor(FxRobot robot) {
    List<Double> opened = new ArrayList<>();
    robot.interact(
        () -> upper.pinActions().add(new PinAction("Log", Label::new, (from, x) -> opened.add(x))));
    untilDrawn();
    robot.press(KeyCode.SHIFT).clickOn(onScreen(upper, 300, 1.5)).release(KeyCode.SHIFT);
    until(() -> !Double.isNaN(group.pinProperty().get()));
    double pin = group.pinProperty().get();
    assertThat(pin).isCloseTo(300, within(2.0));
    assertThat(group.isFollowing()).as("a click with shift is no rectangle").isTrue();
    until(() -> upper.lookup(".trace-pin-flag").getParent().isVisible());
    until(() -> lower.lookup(".trace-pin-flag").getParent().isVisible());
    assertThat(((Label) lower.lookup(".trace-pin-flag > .label")).getText())
        .isEqualTo(TidyNumber.place(pin));
    robot.moveTo(onScreen(upper, 700, 1.5));
    Label compared = (Label) lower.lookup(".trace-legend-pinned");
    until(() -> compared.getText().equals("pin 0.3 (+0.4)"));

    robot.clickOn(upper.lookup(".trace-pin-way"));
    assertThat(opened).containsExactly(pin);
    assertThat(lower.lookup(".trace-pin-way").getParent().isVisible())
        .as("buttons are where the mouse is")
        .isFalse();
    robot.interact(upper::requestFocus);
    robot.type(KeyCode.P);
    until(() -> group.pinProperty().get() != pin);
    robot.type(KeyCode.P);
    until(() -> Double.isNaN(group.pinProperty().get()));
    until(() -> !upper.lookup(".trace-pin-flag").getParent().isVisible());
    until(() -> !compared.isVisible());
  }

  @Test
  void aSpanTellsUnderTheMouseAndOpensWithAClickOrEnter(FxRobot robot) {
    List<String> opened = new ArrayList<>();
    robot.interact(
        () -> {
          upper.spans().add(new SpanMark("a", 300, 500, Tone.BAD, "Error: it does not learn."));
          upper.spanActionProperty().set(span -> opened.add(span.id()));
        });
    until(() -> upper.getAccessibleText().endsWith("Error: it does not learn."));
    untilDrawn();
    double top = upper.frame().y().range().high();
    robot.moveTo(onScreen(upper, 400, top).subtract(0, 3));
    Label tip = (Label) upper.lookup(".trace-mark-tip");
    until(() -> tip.isVisible() && tip.getText().equals("Error: it does not learn."));
    robot.clickOn(MouseButton.PRIMARY);
    assertThat(opened).containsExactly("a");
    robot.moveTo(onScreen(upper, 800, 1.5)).clickOn(MouseButton.PRIMARY);
    assertThat(opened).hasSize(1);
    until(() -> !tip.isVisible());
    robot.interact(upper::requestFocus);
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.ENTER);
    assertThat(opened).containsExactly("a", "a");
  }

  @Test
  void anEmptyChartSaysWhy(FxRobot robot) {
    robot.interact(() -> upper.series().clear());
    until(() -> upper.lookup(".trace-empty").isVisible() && upper.frame() == null);
    assertThat(((Label) upper.lookup(".trace-empty")).getText())
        .isEqualTo("Nothing was measured yet.");
    until(() -> upper.getAccessibleText().equals("Loss: Nothing was measured yet."));
  }

  @Test
  void faultyValuesAreCountedInTheLegend() {
    untilDrawn();
    loss.append(1001, Double.NaN);
    Label fault = (Label) upper.lookup(".trace-legend-fault");
    until(() -> fault.isVisible() && fault.getText().equals("1 not finite"));
  }

  @Test
  void aSwitchOfTheThemeReachesTheDrawing(FxRobot robot) {
    untilDrawn();
    Color light = upper.colors().background();
    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    until(() -> upper.colors().background().getBrightness() < 0.3);
    assertThat(light.getBrightness()).isGreaterThan(0.9);
  }

  @Test
  void aHiddenChartIsNotDrawnAndCatchesUpLater(FxRobot robot) {
    untilDrawn();
    robot.interact(() -> wall.setVisible(false));
    PlotFrame before = upper.frame();
    append(100);
    until(() -> upper.totalPoints() == 1101);
    assertThat(upper.frame()).isSameAs(before);
    robot.interact(() -> wall.setVisible(true));
    until(() -> upper.frame().x().range().high() == 1100);
  }

  @Test
  void theTimerStopsWithTheLastChart(FxRobot robot) {
    untilDrawn();
    assertThat(pulse.isRunning()).isTrue();
    robot.interact(() -> wall.getChildren().remove(upper));
    assertThat(pulse.isRunning()).isTrue();
    robot.interact(() -> stage.hide());
    assertThat(pulse.isRunning()).isFalse();
    robot.interact(() -> stage.show());
    assertThat(pulse.isRunning()).isTrue();
    robot.interact(() -> wall.getChildren().clear());
    assertThat(pulse.isRunning()).isFalse();
  }

  @Test
  void switchingToALogAxisDropsTheZoomOfY(FxRobot robot) {
    untilDrawn();
    robot.interact(
        () -> {
          upper.logAxisProperty().set(true);
          upper.smoothingProperty().set(0.9);
        });
    until(() -> upper.frame().y().scale() == AxisScale.LOG);
    assertThat(upper.frame().y().range().low()).isPositive();
  }

  @Test
  void theMenuOpensByKey(FxRobot robot) {
    untilDrawn();
    robot.interact(upper::requestFocus);
    MenuButton menu = (MenuButton) upper.lookup(".trace-menu");
    robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    assertThat(menu.isShowing()).isTrue();
    robot.interact(menu::hide);
    robot.type(KeyCode.CONTEXT_MENU);
    assertThat(menu.isShowing()).isTrue();
    robot.interact(menu::hide);
  }

  @Test
  void savesPictureAndPoints(FxRobot robot, @TempDir Path folder) throws IOException {
    untilDrawn();
    Path png = folder.resolve("loss.png");
    Path csv = folder.resolve("loss.csv");
    robot.interact(
        () -> {
          group.zoomX(new Range(10, 12));
          try {
            upper.png().write(png);
            upper.csv(true).write(csv);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    Image saved = new Image(png.toUri().toString());
    assertThat(saved.getWidth()).isEqualTo(2 * upper.getWidth());
    assertThat(saved.getPixelReader().getColor(700, 4).getBrightness()).isGreaterThan(0.9);
    assertThat(Files.readString(csv)).isEqualTo("step,total\r\n10,1.9\r\n11,1.09\r\n12,1.28\r\n");
  }

  @Test
  void theVectorPictureIsValidAndHoldsWhatIsDrawn(FxRobot robot) throws Exception {
    untilDrawn();
    String title = "Loss <a href=\"x\"> & ]]> \u0001";
    robot.interact(
        () -> {
          upper.titleProperty().set(title);
          upper.references().add(new Reference.Level("ln C < 4", 1.7, Tone.WARNING, true));
          upper.marks().add(new VerticalMark(300, "paused", VerticalMark.Kind.BREAK, ""));
          upper.marks().add(new VerticalMark(998, "continued", VerticalMark.Kind.RESTART, ""));
          upper.marks().add(new VerticalMark(998.5, "no room", VerticalMark.Kind.EPOCH, ""));
          upper.spans().add(new SpanMark("a", 400, 500, Tone.BAD, ""));
          upper.smoothingProperty().set(0.9);
        });
    String svg = asked(robot, upper::svg).orElseThrow();
    Document parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(texts(parsed, "title")).containsExactly("Loss <a href=\"x\"> & ]]> ");
    assertThat(texts(parsed, "text"))
        .contains(
            "Loss <a href=\"x\"> & ]]> ", "ln C < 4", "paused", "continued", "total", "step", "800")
        .doesNotContain("no room");
    assertThat(parsed.getElementsByTagName("rect").getLength())
        .as("a column of the band for each pixel")
        .isGreaterThan((int) upper.frame().width());
    String color = "#%06x".formatted(0x0072B2);
    assertThat(svg).contains("stroke=\"" + color + "\" stroke-width=\"1.75\"");

    robot.interact(
        () -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    until(() -> upper.colors().background().getBrightness() < 0.3);
    assertThat(asked(robot, upper::svg).orElseThrow())
        .as("the theme does not matter")
        .isEqualTo(svg);
    robot.interact(() -> lower.series().clear());
    assertThat(asked(robot, lower::svg)).isEmpty();
  }

  private static <T> T asked(FxRobot robot, Callable<T> question) throws Exception {
    FutureTask<T> task = new FutureTask<>(question);
    robot.interact(task);
    return task.get();
  }

  private static List<String> texts(Document parsed, String element) {
    NodeList nodes = parsed.getElementsByTagName(element);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
