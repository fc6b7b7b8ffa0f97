package reidstudio.ui.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The window's icon, drawn in each size: a falling loss over the line of chance. */
final class AppIcon {
  private static final int[] SIZES = {16, 32, 48, 64, 128};
  private static final double[] CURVE_X = {0.18, 0.32, 0.44, 0.58, 0.82};
  private static final double[] CURVE_Y = {0.28, 0.36, 0.6, 0.7, 0.74};

  List<Image> images() {
    return IntStream.of(SIZES).mapToObj(this::image).toList();
  }

  /** The icon with {@code size} pixels to a side. */
  Image image(int size) {
    Canvas canvas = new Canvas(size, size);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setFill(Color.web("#0b5cad"));
    pen.fillRoundRect(0, 0, size, size, size * 0.36, size * 0.36);
    pen.setStroke(Color.web("#ffffff", 0.5));
    pen.setLineWidth(size * 0.05);
    pen.setLineDashes(size * 0.1, size * 0.08);
    pen.strokeLine(size * 0.16, size * 0.26, size * 0.84, size * 0.26);
    pen.setLineDashes();
    pen.setStroke(Color.WHITE);
    pen.setLineWidth(size * 0.1);
    pen.setLineCap(StrokeLineCap.ROUND);
    pen.setLineJoin(StrokeLineJoin.ROUND);
    pen.beginPath();
    pen.moveTo(CURVE_X[0] * size, CURVE_Y[0] * size);
    for (int i = 1; i < CURVE_X.length; i++) {
      pen.lineTo(CURVE_X[i] * size, CURVE_Y[i] * size);
    }
    pen.stroke();
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return canvas.snapshot(clear, null);
  }
}
