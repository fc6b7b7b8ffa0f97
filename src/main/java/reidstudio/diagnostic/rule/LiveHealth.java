package reidstudio.diagnostic.rule;

import java.util.List;
import java.util.function.Supplier;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.event.EventSink;
import reidstudio.event.Finding;
import reidstudio.event.RunProfile;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.Evaluated;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.NonFiniteStep;
import reidstudio.event.TrainingEvent.RunProfiled;
import reidstudio.event.TrainingEvent.RunResumed;
import reidstudio.event.TrainingEvent.RunStarted;
import reidstudio.event.TrainingEvent.StateChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

/**
 * Passes events on, and adds what the rules have to say as soon as it changes in more than its
 * numbers, and their last numbers before a run ends.
 *
 * <p>Thread: {@link #publish} on any, {@link #look} on one that ticks while a step hangs.
 */
public final class LiveHealth implements EventSink {
  /** Numbers of a finding that lasts are told again after this many steps. */
  private static final int REFRESH = 100;

  /** Rules are asked every so many steps; they are told of each. */
  private static final int EVERY = 10;

  private final EventSink next;
  private final Supplier<HealthWatch> watches;
  private HealthWatch watch;
  private List<Finding> told = List.of();
  private long toldAt;
  private long unasked;
  private boolean hangs;
  private long lastStep;

  /** Passes everything on to {@code next}. */
  public LiveHealth(EventSink next) {
    this(next, HealthWatch::new);
  }

  LiveHealth(EventSink next, Supplier<HealthWatch> watches) {
    this.next = next;
    this.watches = watches;
    this.watch = watches.get();
  }

  @Override
  public synchronized void publish(TrainingEvent event) {
    if (event instanceof StateChanged changed && changed.state().isTerminal()) {
      // before the run ends, or nobody would write it down any more
      tellAnew(event);
    }
    next.publish(event);
    if (event instanceof RunStarted started) {
      watch = watches.get();
      hangs = false;
      lastStep = 0;
      watch.profile(RunProfile.of(started.facts()));
      told = List.of();
    } else if (event instanceof RunProfiled profiled) {
      // the reader of a log says so too at the log's end: the rules' last numbers are told then
      watch.profile(profiled.profile());
      tellAnew(event);
    } else if (event instanceof RunResumed resumed) {
      // what was said is about steps that were forgotten; who kept it must hear that it is gone
      watch.restarted();
      hangs = false;
      lastStep = resumed.step();
      tell(event, resumed.step(), List.of());
    } else if (event instanceof Evaluated evaluated) {
      watch.evaluated(evaluated.evaluation());
      tell(event, lastStep);
    } else if (event instanceof NonFiniteStep nonFinite) {
      watch.nonFinite(nonFinite);
      tell(event, nonFinite.step());
    } else if (event instanceof StepCompleted completed) {
      watch.step(completed.metrics());
      long step = completed.metrics().step();
      lastStep = step;
      unasked++;
      if (hangs) {
        hangs = false;
        tell(completed, step, watch.findings());
      } else if (unasked >= EVERY || step % EVERY == 0) {
        tell(completed, step);
      }
    }
  }

  /**
   * Tells of a step that hangs, once.
   *
   * @param run that it belongs to
   * @param seconds for which it has been under way
   */
  public synchronized void look(String run, double seconds, long atMillis) {
    List<Finding> now = hangs ? List.of() : watch.hanging(seconds);
    if (now.stream().anyMatch(finding -> finding.id().equals(Fault.STALLED.id()))
        && !now.equals(watch.findings())) {
      hangs = true;
      tell(run, atMillis, lastStep, now);
    }
  }

  /** Numbers included. */
  private void tellAnew(TrainingEvent event) {
    List<Finding> now = watch.findings();
    if (!now.equals(told)) {
      tell(event, lastStep, now);
    }
  }

  /** What the rules say after the last step; on the thread that publishes steps. */
  public synchronized List<Finding> findings() {
    return watch.findings();
  }

  private void tell(TrainingEvent event, long step) {
    unasked = 0;
    List<Finding> now = watch.findings();
    if (!sameVerdicts(now) || (!now.isEmpty() && step - toldAt >= REFRESH)) {
      tell(event, step, now);
    }
  }

  private void tell(TrainingEvent event, long step, List<Finding> now) {
    tell(event.run(), event.atMillis(), step, now);
  }

  private void tell(String run, long atMillis, long step, List<Finding> now) {
    told = now;
    toldAt = step;
    next.publish(new HealthChanged(run, atMillis, step, now));
  }

  private boolean sameVerdicts(List<Finding> now) {
    return verdicts(now).equals(verdicts(told));
  }

  private static List<String> verdicts(List<Finding> findings) {
    return findings.stream().map(f -> f.id() + " " + f.severity() + " " + f.certainty()).toList();
  }
}
