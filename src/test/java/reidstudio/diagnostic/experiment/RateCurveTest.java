package reidstudio.diagnostic.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateCurveTest {
  /** With a memory of 0.8: 1; (0.8 * 0.2 * 1 + 0.2 * 4) / 0.36 = 8 / 3. */
  @Test
  void theMeanIsCorrectedForItsStart() {
    RateCurve curve = new RateCurve();
    curve.add(0.1, 1);
    curve.add(0.2, 4);
    assertThat(curve.points().get(0).loss()).isCloseTo(1, within(1e-12));
    assertThat(curve.points().get(1).loss()).isCloseTo(8 / 3.0, within(1e-12));
    assertThat(curve.best()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theSteepestPointLiesInTheFallAndTheCurveEndsWhereItRunsAway() {
    RateCurve curve = new RateCurve();
    boolean more = true;
    int points = 0;
    for (int i = 0; more; i++, points++) {
      double rate = 1e-7 * Math.pow(10, i / 10.0);
      // flat until 1e-4, falling to 1e-3, then running away from 1e-1 on
      double loss = i < 30 ? 5 : i < 40 ? 5 - 0.4 * (i - 30) : i < 60 ? 1 : 1 + Math.pow(2, i - 60);
      more = curve.add(rate, loss);
    }
    // the mean over five steps lags behind by four
    assertThat(curve.steepest()).isBetween(1e-4 * 2, 1e-3 * 2);
    assertThat(curve.divergence().orElseThrow()).isBetween(0.1, 1.0);
    assertThat(curve.fall()).isCloseTo(0.8, within(0.02));
    assertThat(curve.points()).hasSize(points - 1);
  }

  @Test
  void aLossThatIsNoNumberHasRunAwayToo() {
    RateCurve curve = new RateCurve();
    assertThat(curve.add(1e-3, 2)).isTrue();
    assertThat(curve.add(1e-2, Double.NaN)).isFalse();
    assertThat(curve.divergence()).hasValue(1e-2);
    assertThat(curve.best()).isCloseTo(2, within(1e-12));
    assertThat(curve.steepest()).isNaN();
  }

  @Test
  void atAGlanceThereIsOnePointForEachDecadeAndTheLast() {
    RateCurve curve = new RateCurve();
    for (int i = 0; i <= 25; i++) {
      curve.add(1e-7 * Math.pow(10, i / 10.0), 1);
    }
    assertThat(curve.decades()).hasSize(4);
    assertThat(curve.decades().get(1).rate()).isCloseTo(1e-6, within(1e-12));
    assertThat(curve.decades().get(3).rate()).isCloseTo(1e-7 * Math.pow(10, 2.5), within(1e-12));
  }
}
