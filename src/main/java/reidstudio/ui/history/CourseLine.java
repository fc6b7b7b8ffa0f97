package reidstudio.ui.history;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** The course of a metric as a small line from its least to its largest value. */
final class CourseLine extends Region {
  private static final double HEIGHT = 20;
  private static final double PAD = 4;
  private static final double END = 2;

  private final Polyline line = new Polyline();
  private final Circle end = new Circle(END);
  private List<Double> values = List.of();

  CourseLine() {
    getStyleClass().add("sparkline");
    line.getStyleClass().add("sparkline-line");
    end.getStyleClass().add("sparkline-end");
    line.setManaged(false);
    end.setManaged(false);
    getChildren().addAll(line, end);
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    setMinWidth(0);
  }

  /** Draws {@code finite}; one value alone is a dot. */
  void show(List<Double> finite) {
    values = finite;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    end.setVisible(!values.isEmpty());
    if (values.isEmpty()) {
      return;
    }
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double width = getWidth() - 2 * PAD;
    double height = getHeight() - 2 * PAD;
    for (int i = 0; i < values.size(); i++) {
      double share = largest > least ? (values.get(i) - least) / (largest - least) : 0.5;
      double x = PAD + (values.size() == 1 ? width : width * i / (values.size() - 1));
      double y = PAD + height * (1 - share);
      line.getPoints().addAll(x, y);
      end.setCenterX(x);
      end.setCenterY(y);
    }
  }
}
