package reidstudio.ui.retrieval;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** A small line of shares, with a dot at its end and a dashed line at the level of chance. */
final class Sparkline extends Region {
  private static final double HEIGHT = 20;
  private static final double PAD = 4;

  private final Polyline line = new Polyline();
  private final Circle end = new Circle(2.5);
  private final Line chance = new Line();
  private List<Double> shares = List.of();
  private double chanceLevel = Double.NaN;
  private Scale scale = new Scale(0, 1);

  /** The shares at the lower and the upper border, the same for lines that are compared. */
  record Scale(double bottom, double top) {
    /** All shares of {@code rows} and their chance. */
    static Scale of(List<SettingRow> rows) {
      double[] all =
          rows.stream()
              .flatMap(row -> Stream.concat(row.history().stream(), Stream.of(row.chanceMap())))
              .filter(Double::isFinite)
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      return all.length == 0 ? new Scale(0, 1) : new Scale(all[0], all[all.length - 1]);
    }

    double place(double share) {
      return top > bottom ? Math.max(0, Math.min(1, (share - bottom) / (top - bottom))) : 0.5;
    }
  }

  Sparkline() {
    getStyleClass().add("sparkline");
    line.getStyleClass().add("sparkline-line");
    end.getStyleClass().add("sparkline-end");
    chance.getStyleClass().add("sparkline-chance");
    Group drawn = new Group(chance, line, end);
    drawn.setManaged(false);
    drawn.setAutoSizeChildren(false);
    getChildren().add(drawn);
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    setMinWidth(40);
    setMouseTransparent(true);
  }

  void show(List<Double> newShares, double newChance, Scale newScale) {
    shares = newShares;
    chanceLevel = newChance;
    scale = newScale;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    double width = getWidth() - 2 * PAD;
    for (int i = 0; i < shares.size(); i++) {
      if (Double.isFinite(shares.get(i))) {
        double x = PAD + (shares.size() == 1 ? width : width * i / (shares.size() - 1));
        line.getPoints().addAll(x, y(shares.get(i)));
      }
    }
    int coordinates = line.getPoints().size();
    end.setVisible(coordinates > 0);
    if (coordinates > 0) {
      end.setCenterX(line.getPoints().get(coordinates - 2));
      end.setCenterY(line.getPoints().get(coordinates - 1));
    }
    chance.setVisible(Double.isFinite(chanceLevel) && coordinates > 0);
    if (chance.isVisible()) {
      chance.setStartX(PAD);
      chance.setEndX(PAD + width);
      chance.setStartY(y(chanceLevel));
      chance.setEndY(y(chanceLevel));
    }
  }

  private double y(double share) {
    double height = getHeight() - 2 * PAD;
    return PAD + height * (1 - scale.place(share));
  }
}
