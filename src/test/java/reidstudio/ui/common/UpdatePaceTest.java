package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UpdatePaceTest {
  private static final long MS = 1_000_000;

  @Test
  void onlyATrainingRunSlowsUpdatesDownAndFewProcessorsMore() {
    UpdatePace two = new UpdatePace(2);
    assertThat(two.interval(0)).isEqualTo(100 * MS);
    two.training(true);
    assertThat(two.interval(0)).isEqualTo(7_200 * MS);
    two.training(false);
    assertThat(two.interval(0)).isEqualTo(100 * MS);
    UpdatePace sixteen = new UpdatePace(16);
    sixteen.training(true);
    assertThat(sixteen.interval(0)).isEqualTo(900 * MS);
    UpdatePace many = new UpdatePace(256);
    many.training(true);
    assertThat(many.interval(0)).isEqualTo(100 * MS);
  }

  @Test
  void whoeverPressesSomethingSeesItAtOnceForTwoSeconds() {
    UpdatePace pace = new UpdatePace(2);
    pace.training(true);
    pace.touched(5_000 * MS);
    assertThat(pace.interval(6_999 * MS)).isEqualTo(100 * MS);
    assertThat(pace.interval(7_000 * MS)).isEqualTo(7_200 * MS);
  }

  @Test
  void whoSleepsUntilTheNextRareLookIsToldWhenLooksGetFrequent() {
    UpdatePace pace = new UpdatePace(2);
    AtomicInteger told = new AtomicInteger();
    pace.whenHurried(told::incrementAndGet);
    pace.touched(0);
    pace.training(true);
    assertThat(told).as("nobody slept").hasValue(0);

    pace.touched(1_900 * MS);
    assertThat(told).as("looks are frequent still").hasValue(0);

    pace.touched(5_000 * MS);
    assertThat(told).hasValue(1);

    pace.training(false);
    assertThat(told).hasValue(2);
  }

  @Test
  void rareLooksFallTogetherWithFrequentOnesOnEveryMachine() {
    for (int processors = 1; processors <= 128; processors++) {
      UpdatePace pace = new UpdatePace(processors);
      pace.training(true);
      assertThat(pace.interval(0) % UpdatePace.QUICK).isZero();
    }
  }

  @Test
  void whoLooksEquallyOftenLooksAtTheSameMoment() {
    long interval = 700 * MS;
    for (long now : new long[] {0, 1, 699 * MS, 700 * MS, 700 * MS + 1, -3, -700 * MS}) {
      long next = now + UpdatePace.untilNext(now, interval);
      assertThat(next).isGreaterThan(now).isLessThanOrEqualTo(now + interval);
      assertThat(next % interval).isZero();
      assertThat(UpdatePace.beat(next, interval)).isEqualTo(UpdatePace.beat(now, interval) + 1);
      assertThat(UpdatePace.beat(next - 1, interval)).isEqualTo(UpdatePace.beat(now, interval));
    }
  }
}
