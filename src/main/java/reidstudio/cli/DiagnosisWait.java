package reidstudio.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.RunConfig;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.DiagnosisProgressed;
import reidstudio.store.RunTrace;

/** Has a diagnosis made on a fresh model or an ended run, and waits for its report. */
final class DiagnosisWait {
  private static final int TRIES = 100;

  private final StudioServices services;
  private final Progress progress;
  private final RunTrace trace;

  DiagnosisWait(StudioServices services, Progress progress) {
    this.services = services;
    this.progress = progress;
    this.trace = services.store().outside();
  }

  /**
   * The report.
   *
   * @param endedRun the run whose last checkpoint is looked at; empty for a fresh model
   * @throws VerbFailure with the reason why there is none
   * @throws CancellationException after an interruption
   */
  DiagnosisReport make(
      CheckKind check, RunConfig config, Optional<Path> endedRun, Interruption interruption)
      throws VerbFailure, InterruptedException {
    int reports = trace.reports().size();
    long errors = errors();
    submit(new RunCommand.Diagnose(check, config, endedRun));
    interruption.onRequest(() -> services.control().submit(new RunCommand.CancelDiagnosis()));
    ProgressLine line = progress.line();
    progress.until(
        () -> trace.reports().size() > reports || errors() > errors,
        () -> line.show(trace.diagnosis().map(DiagnosisWait::text).orElse("")));
    line.end("");
    interruption.throwIfRequested();
    if (trace.reports().size() > reports) {
      return trace.reports().get(0);
    }
    throw new VerbFailure(Exit.PROBLEM, newestError());
  }

  /** The report of one diagnosis may arrive a moment before the engine takes the next. */
  private void submit(RunCommand command) throws VerbFailure, InterruptedException {
    CommandAck[] ack = {services.control().submit(command)};
    int[] tries = {1};
    progress.until(
        () -> ack[0] instanceof CommandAck.Accepted || tries[0] == TRIES,
        () -> {
          if (ack[0] instanceof CommandAck.Refused && tries[0] < TRIES) {
            ack[0] = services.control().submit(command);
            tries[0]++;
          }
        });
    if (ack[0] instanceof CommandAck.Refused refused) {
      throw new VerbFailure(Exit.PROBLEM, refused.reason());
    }
  }

  private static String text(DiagnosisProgressed at) {
    return String.format(
        Locale.ROOT, "check %s: %.0f %% %s", at.check().word(), 100 * at.fraction(), at.doing());
  }

  private long errors() {
    return trace.log().stream().filter(entry -> entry.severity() == Severity.ERROR).count();
  }

  private String newestError() {
    return trace.log().stream()
        .filter(entry -> entry.severity() == Severity.ERROR)
        .reduce((older, newer) -> newer)
        .map(entry -> entry.text())
        .orElse("The diagnosis ended without a report.");
  }
}
