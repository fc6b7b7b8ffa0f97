package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdatePaceTest {
  private static final long MS = 1_000_000;

  @Test
  void onlyATrainingRunSlowsUpdatesDownAndFewProcessorsMore() {
    UpdatePace two = new UpdatePace(2);
    assertThat(two.interval(0)).isEqualTo(100 * MS);
    two.training(true);
    assertThat(two.interval(0)).isEqualTo(700 * MS);
    two.training(false);
    assertThat(two.interval(0)).isEqualTo(100 * MS);
    UpdatePace sixteen = new UpdatePace(16);
    sixteen.training(true);
    assertThat(sixteen.interval(0)).isEqualTo(100 * MS);
  }

  @Test
  void whoeverPressesSomethingSeesItAtOnceForTwoSeconds() {
    UpdatePace pace = new UpdatePace(2);
    pace.training(true);
    pace.touched(5_000 * MS);
    assertThat(pace.interval(6_999 * MS)).isEqualTo(100 * MS);
    assertThat(pace.interval(7_000 * MS)).isEqualTo(700 * MS);
  }
}
