package reidstudio.store.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.event.EventSink;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.event.ZeroReason;

/**
 * Puts the facts of a log together to events. A step is told of as soon as the next one begins,
 * since several lines may tell of one.
 */
final class LogRun {
  private final String run;
  private final EventSink sink;
  private final StepAxis axis = new StepAxis();
  private final KnownProfile profile = new KnownProfile();
  private final RunClock clock = new RunClock();
  private final Map<MetricKey, Double> coming = new HashMap<>();
  private final List<OpenScores> scores = new ArrayList<>();
  private Optional<ZeroReason> comingZero = Optional.empty();
  private Optional<OpenStep> step = Optional.empty();
  private long atMillis;
  private boolean guessTold;
  private boolean lateTold;

  LogRun(String run, EventSink sink, long atMillis) {
    this.run = run;
    this.sink = sink;
    this.atMillis = atMillis;
  }

  /** A line was written then. */
  void at(long millis) {
    atMillis = millis;
    clock.at(millis);
  }

  /** A line for the run's log. */
  void line(Severity severity, String text) {
    sink.publish(new TrainingEvent.LogLine(run, atMillis, severity, text));
  }

  void take(LogFact fact) {
    if (fact instanceof LogFact.Values values) {
      place(values);
    } else if (fact instanceof LogFact.SdmZero zero) {
      step.ifPresentOrElse(
          open -> open.sdmZero(zero.reason()), () -> comingZero = Optional.of(zero.reason()));
    } else if (fact instanceof LogFact.EpochBegins begins) {
      begin(begins);
    } else if (fact instanceof LogFact.EpochAnnounced announced) {
      profile.announced(announced.batches());
    } else if (fact instanceof LogFact.EpochLength length) {
      axis.epochLength(length.epoch(), length.batches());
      profile.real(length.batches());
    } else if (fact instanceof LogFact.EpochClock elapsed) {
      clock.inEpoch(axis.shown(elapsed.epoch()), elapsed.seconds());
    } else if (fact instanceof LogFact.Epochs epochs) {
      profile.epochs(epochs.planned());
    } else if (fact instanceof LogFact.Known known) {
      profile.know(known.profile());
    } else if (fact instanceof LogFact.Supposed supposed) {
      profile.suppose(supposed.profile());
    } else if (fact instanceof LogFact.Scores found) {
      add(found);
    } else if (fact instanceof LogFact.NonFinite nonFinite) {
      notApplied(nonFinite);
    }
    tellProfile();
  }

  /** Nothing follows, as far as is known; what is told again is told as the last word. */
  void finish() {
    closeStep();
    closeScores();
    sink.publish(new TrainingEvent.RunProfiled(run, atMillis, profile.now()));
  }

  private void place(LogFact.Values fact) {
    Place place = fact.place();
    if (place instanceof Place.Batch batch) {
      if (batch.epoch() >= 1 && batch.index() >= 1) {
        profile.announced(batch.announced());
        openNext(axis.place(batch), fact.values());
      }
    } else if (place instanceof Place.Overall overall) {
      if (overall.step() >= 1) {
        openNext(axis.place(overall), fact.values());
      }
    } else if (place instanceof Place.EpochEnd end) {
      if (end.epoch() >= 1) {
        openAt(axis.placeEnd(end.epoch()), fact.values());
      }
    } else if (place instanceof Place.EpochStart start) {
      add(start.epoch() == axis.epoch(), fact.values());
    } else if (place instanceof Place.Coming next) {
      add(next.batch() == axis.index(), fact.values());
    } else {
      add(true, fact.values());
    }
  }

  /** To the step at hand, or else to the next one. */
  private void add(boolean toOpenStep, Map<MetricKey, Double> values) {
    if (toOpenStep && step.isPresent()) {
      step.get().add(values, clock.seconds());
    } else {
      coming.putAll(values);
    }
  }

  /** What was evaluated after the step before is complete. */
  private void openNext(StepAxis.Position at, Map<MetricKey, Double> values) {
    if (at.manner() != StepAxis.Manner.SAME && at.manner() != StepAxis.Manner.LATE) {
      closeStep();
      closeScores();
    }
    openAt(at, values);
  }

  private void openAt(StepAxis.Position at, Map<MetricKey, Double> values) {
    if (at.manner() == StepAxis.Manner.LATE) {
      tellLate();
      return;
    }
    if (at.manner() == StepAxis.Manner.SAME && step.isEmpty()) {
      tellLate();
      return;
    }
    if (at.manner() != StepAxis.Manner.SAME) {
      closeStep();
      tellManner(at);
      axis.knownLength().ifPresent(profile::real);
      tellProfile();
      OpenStep next = new OpenStep(at);
      next.add(coming, clock.seconds());
      comingZero.ifPresent(next::sdmZero);
      coming.clear();
      comingZero = Optional.empty();
      step = Optional.of(next);
    }
    step.orElseThrow().add(values, clock.seconds());
  }

  private void begin(LogFact.EpochBegins begins) {
    profile.announced(begins.announced());
    if (begins.epoch() != axis.epoch()) {
      closeStep();
    }
  }

  private void notApplied(LogFact.NonFinite fact) {
    openNext(axis.place(fact.place()), Map.of());
    long at = step.map(open -> open.at().step()).orElse(0L);
    sink.publish(new TrainingEvent.NonFiniteStep(run, atMillis, at, fact.culprit(), List.of()));
  }

  private void add(LogFact.Scores found) {
    int epoch =
        found.epoch().isPresent() || scores.isEmpty()
            ? axis.shown(found.epoch().orElse(axis.epoch()))
            : scores.get(scores.size() - 1).epoch();
    scores.stream()
        .filter(open -> open.fits(epoch, found.protocol()))
        .findFirst()
        .orElseGet(() -> openScores(epoch, found.protocol()))
        .add(found.settings());
  }

  private OpenScores openScores(int epoch, String protocol) {
    if (!scores.isEmpty() && scores.get(0).epoch() != epoch) {
      closeStep();
      closeScores();
    }
    OpenScores opened = new OpenScores(axis.last(), epoch, protocol);
    scores.add(opened);
    return opened;
  }

  private void closeStep() {
    step.filter(OpenStep::hasValues)
        .ifPresent(
            open -> sink.publish(new TrainingEvent.StepCompleted(run, atMillis, open.metrics())));
    step = Optional.empty();
  }

  private void closeScores() {
    scores.stream()
        .map(OpenScores::evaluation)
        .flatMap(Optional::stream)
        .forEach(found -> sink.publish(new TrainingEvent.Evaluated(run, atMillis, found)));
    scores.clear();
  }

  private void tellProfile() {
    profile
        .news()
        .ifPresent(news -> sink.publish(new TrainingEvent.RunProfiled(run, atMillis, news)));
  }

  private void tellManner(StepAxis.Position at) {
    if (at.manner() == StepAxis.Manner.RESTARTED) {
      line(
          Severity.WARNING,
          "The log goes back here, as if its run began again; steps are counted on from %d."
              .formatted(at.step()));
      sink.publish(new TrainingEvent.RunResumed(run, atMillis, at.step() - 1));
    } else if (at.manner() == StepAxis.Manner.GUESSED && !guessTold) {
      guessTold = true;
      line(
          Severity.INFO,
          "The log does not tell all epochs before epoch %d; its first step is taken for step %d."
              .formatted(at.epoch(), at.step() - at.index() + 1));
    }
  }

  private void tellLate() {
    if (!lateTold) {
      lateTold = true;
      line(
          Severity.INFO,
          "Lines about a batch came after those about later ones; their numbers are left out.");
    }
  }
}
