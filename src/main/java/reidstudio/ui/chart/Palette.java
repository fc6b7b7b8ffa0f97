package reidstudio.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Series colours after Okabe and Ito ("Color Universal Design", 2008), told apart by people with
 * any common colour vision. One set serves light and dark themes, so a series keeps its colour:
 * orange and sky blue are darkened, yellow gives way to grey, to keep a contrast of 3:1 on both
 * (WCAG 2.1, 1.4.11).
 */
public final class Palette {
  private static final List<Color> COLORS =
      List.of(
          Color.web("#0072B2"),
          Color.web("#D55E00"),
          Color.web("#009E73"),
          Color.web("#CC79A7"),
          Color.web("#C48600"),
          Color.web("#489BCF"),
          Color.web("#808080"));

  private static final List<double[]> DASHES =
      List.of(new double[0], new double[] {8, 5}, new double[] {2, 4});

  private Palette() {}

  /** The colour of a series; indices beyond the palette start over. */
  public static Color color(int index) {
    return COLORS.get(Math.floorMod(index, COLORS.size()));
  }

  /** How the line of a series is dashed: indices beyond the palette are told apart by that. */
  public static double[] dashes(int index) {
    return DASHES.get(Math.floorMod(index / COLORS.size(), DASHES.size())).clone();
  }

  /** Number of different colours. */
  public static int size() {
    return COLORS.size();
  }
}
