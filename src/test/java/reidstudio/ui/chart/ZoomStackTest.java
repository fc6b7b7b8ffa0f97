package reidstudio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoomStackTest {
  private static final ChartView A = ChartView.FOLLOW_ALL.withX(new Range(0, 10));
  private static final ChartView B = A.withX(new Range(2, 5));
  private static final ChartView C = B.withY(7, new Range(0, 1));

  private final ZoomStack zooms = new ZoomStack();

  @Test
  void undoGoesBackViewByView() {
    zooms.show(A, false);
    zooms.show(B, false);
    zooms.show(C, false);
    zooms.undo();
    assertThat(zooms.current()).isEqualTo(B);
    zooms.undo();
    zooms.undo();
    assertThat(zooms.current()).isEqualTo(ChartView.FOLLOW_ALL);
    assertThat(zooms.canUndo()).isFalse();
    zooms.undo();
    assertThat(zooms.current()).isEqualTo(ChartView.FOLLOW_ALL);
  }

  @Test
  void aGestureOfManyStepsIsOneUndo() {
    zooms.show(A, false);
    zooms.show(B, false);
    zooms.show(C, true);
    zooms.undo();
    assertThat(zooms.current()).isEqualTo(A);
  }

  @Test
  void aResetCanBeUndone() {
    zooms.show(C, false);
    zooms.show(ChartView.FOLLOW_ALL, false);
    zooms.undo();
    assertThat(zooms.current()).isEqualTo(C);
  }

  @Test
  void showingTheSameViewAgainLeavesNoTrace() {
    zooms.show(A, false);
    zooms.show(A.withX(new Range(0, 10)), false);
    zooms.undo();
    assertThat(zooms.canUndo()).isFalse();
  }

  @Test
  void theYRangeBelongsToOneChart() {
    assertThat(C.y(7)).contains(new Range(0, 1));
    assertThat(C.y(8)).isEmpty();
    assertThat(C.withoutY(7)).isEqualTo(B);
  }
}
