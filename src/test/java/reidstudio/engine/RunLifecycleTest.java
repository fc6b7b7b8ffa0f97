package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.Patience;
import reidstudio.event.EventSink;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.StateChanged;

class RunLifecycleTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(7), ZoneOffset.UTC);
  private static final Set<RunState> ANY = EnumSet.allOf(RunState.class);

  /** A way from STARTING to each state. */
  private static final Map<RunState, List<RunState>> WAYS =
      Map.of(
          RunState.STARTING, List.of(),
          RunState.RUNNING, List.of(RunState.RUNNING),
          RunState.PAUSING, List.of(RunState.RUNNING, RunState.PAUSING),
          RunState.PAUSED, List.of(RunState.RUNNING, RunState.PAUSING, RunState.PAUSED),
          RunState.STOPPING, List.of(RunState.STOPPING),
          RunState.STOPPED, List.of(RunState.STOPPING, RunState.STOPPED),
          RunState.COMPLETED, List.of(RunState.RUNNING, RunState.COMPLETED),
          RunState.FAILED, List.of(RunState.FAILED));

  private final List<StateChanged> events = new ArrayList<>();
  private final EventSink sink = event -> events.add((StateChanged) event);

  @ParameterizedTest
  @EnumSource(RunState.class)
  void onlyLegalChangesHappenAndAreTold(RunState from) {
    for (RunState next : RunState.values()) {
      events.clear();
      RunLifecycle lifecycle = in(from);
      int told = events.size();
      boolean changed = lifecycle.change(ANY, next, "why");
      assertThat(changed).as(from + " to " + next).isEqualTo(from.mayBecome(next));
      assertThat(lifecycle.state()).isEqualTo(changed ? next : from);
      assertThat(events).hasSize(told + (changed ? 1 : 0));
      if (changed) {
        assertThat(events).last().isEqualTo(new StateChanged("r", 7, next, "why"));
      }
    }
  }

  @Test
  void whatIsOverStaysOver() {
    for (RunState last : List.of(RunState.STOPPED, RunState.COMPLETED, RunState.FAILED)) {
      RunLifecycle lifecycle = in(last);
      for (RunState next : RunState.values()) {
        assertThat(lifecycle.change(ANY, next, "")).isFalse();
      }
    }
  }

  @Test
  void aChangeFromAnotherStateThanWantedIsRefused() {
    RunLifecycle lifecycle = in(RunState.RUNNING);
    assertThat(lifecycle.change(Set.of(RunState.PAUSED), RunState.STOPPING, "")).isFalse();
    assertThat(lifecycle.change(Set.of(), RunState.STOPPING, "")).isFalse();
    assertThat(lifecycle.state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void ofTwoThatRaceExactlyOneWins() throws Exception {
    var pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 500; round++) {
        events.clear();
        RunLifecycle lifecycle = in(RunState.RUNNING);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> racers =
            List.of(
                () -> race(start, lifecycle, RunState.PAUSING),
                () -> race(start, lifecycle, RunState.COMPLETED));
        int wins = 0;
        for (var racer : pool.invokeAll(racers)) {
          wins += racer.get(30, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertThat(wins).isEqualTo(1);
        assertThat(events).hasSize(3).last().extracting("state").isEqualTo(lifecycle.state());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** While one change is being told, another has to wait, or it could be told first. */
  @Test
  void aChangeIsToldBeforeTheNextOneHappens() throws InterruptedException {
    RunLifecycle[] lifecycle = new RunLifecycle[1];
    Thread rival =
        new Thread(() -> lifecycle[0].change(Set.of(RunState.PAUSING), RunState.PAUSED, ""));
    EventSink slow =
        event -> {
          if (((StateChanged) event).state() == RunState.PAUSING) {
            rival.start();
            awaitBlockedOrEnded(rival);
          }
          sink.publish(event);
        };
    lifecycle[0] = new RunLifecycle("r", slow, CLOCK);
    lifecycle[0].change(ANY, RunState.RUNNING, "");
    lifecycle[0].change(ANY, RunState.PAUSING, "");
    rival.join();
    assertThat(events)
        .extracting(StateChanged::state)
        .containsExactly(RunState.STARTING, RunState.RUNNING, RunState.PAUSING, RunState.PAUSED);
  }

  private static void awaitBlockedOrEnded(Thread thread) {
    Patience.until(
        "the thread is blocked or has ended",
        () ->
            thread.getState() == Thread.State.BLOCKED
                || thread.getState() == Thread.State.TERMINATED);
  }

  private static boolean race(CyclicBarrier start, RunLifecycle lifecycle, RunState next)
      throws Exception {
    start.await(30, TimeUnit.SECONDS);
    return lifecycle.change(Set.of(RunState.RUNNING), next, "");
  }

  private RunLifecycle in(RunState state) {
    RunLifecycle lifecycle = new RunLifecycle("r", sink, CLOCK);
    for (RunState step : WAYS.get(state)) {
      assertThat(lifecycle.change(ANY, step, "")).isTrue();
    }
    return lifecycle;
  }
}
