package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FxPumpTest {
  private static final long MS = 1_000_000;

  private final FxPump pump = new FxPump(new UpdatePace(2));
  private final AtomicLong version = new AtomicLong();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void manyChangesBetweenTwoRoundsAreToldOnceAndAtMostTenTimesASecond() {
    pump.watch(version::get, calls::incrementAndGet);
    for (long ms = 0; ms < 1000; ms += 16) {
      version.addAndGet(50);
      pump.pulse(ms * MS);
    }
    assertThat(calls.get()).isBetween(8, 10);
  }

  @Test
  void nothingIsToldWithoutAChange() {
    pump.watch(version::get, calls::incrementAndGet);
    pump.pulse(0);
    pump.pulse(200 * MS);
    assertThat(calls).hasValue(0);
    version.incrementAndGet();
    pump.pulse(400 * MS);
    pump.pulse(600 * MS);
    assertThat(calls).hasValue(1);
  }

  @Test
  void whatIsDoneAgainAndAgainIsDoneRarelyWhileARunTrains() {
    pump.every(Duration.ofSeconds(2), calls::incrementAndGet);
    for (long ms = 0; ms <= 20_000; ms += 100) {
      pump.pulse(ms * MS);
    }
    assertThat(calls).hasValue(10);

    pump.pace().training(true);
    for (long ms = 20_100; ms <= 40_000; ms += 100) {
      pump.pulse(ms * MS);
    }
    assertThat(calls.get()).isBetween(12, 14);
  }

  @Test
  void anAlarmIsHeardAtOnceWhileARunTrainsAndHurriesTheRest() {
    AtomicLong state = new AtomicLong();
    pump.pace().training(true);
    pump.watch(version::get, calls::incrementAndGet);
    pump.alarm(state::get);
    pump.pulse(0);
    version.incrementAndGet();
    pump.pulse(1_000 * MS);
    assertThat(calls).as("a training is spared").hasValue(0);

    state.incrementAndGet();
    pump.pulse(1_100 * MS);

    assertThat(calls).hasValue(1);
    version.incrementAndGet();
    pump.pulse(1_300 * MS);
    assertThat(calls).as("for two seconds").hasValue(2);
  }

  @Test
  void anEndedSubscriptionIsNotCalled() {
    Subscription subscription = pump.watch(version::get, calls::incrementAndGet);
    subscription.unsubscribe();
    version.incrementAndGet();
    pump.pulse(0);
    assertThat(calls).hasValue(0);
  }
}
