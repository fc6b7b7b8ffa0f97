package reidstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reidstudio.event.Finding;
import reidstudio.store.ImportedRun;

/** Reads a training log of another program and says what is wrong with the run. */
@Command(
    name = "explain",
    description = {
      "Reads a training log of another program and says what is wrong with the run.",
      "Understood are logs of the PRCV trainer, IRRA, ReID5o, TransReID, fast-reid and torchreid,"
          + " and TensorBoard's event files; a log is only read, never run."
    },
    footer =
        "%n--json: log programs[] lines understood notUnderstood cut steps lastStep epochs"
            + " nonFiniteSteps classes batchSize stepsPerEpoch announcedStepsPerEpoch lnClasses"
            + " last evaluations[] findings[]; csv and rows with --csv.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no problem was found",
      "1:a problem was found",
      "2:wrong usage, no file that can be read, or nothing in it was understood",
      "130:interrupted"
    })
final class ExplainVerb implements Verb {
  @Parameters(
      index = "0",
      paramLabel = "LOG",
      description = "A log, an event file, or a folder with event files.")
  private Path log;

  @Option(
      names = "--follow",
      description = "Read on while the log grows, and tell of each change, until Ctrl+C.")
  private boolean follow;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write all steps as a table; an older file is replaced.")
  private Path csv;

  private final CommonOptions common;
  private final StudioFactory studio;
  private final Progress progress;

  ExplainVerb(CommonOptions common, StudioFactory studio, Progress progress) {
    this.common = common;
    this.studio = studio;
    this.progress = progress;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    try (StudioServices services = studio.open(common.home())) {
      ImportedRun run = open(services);
      try (run) {
        if (follow) {
          follow(run, interruption);
        }
      }
      if (run.counts().understood() == 0) {
        throw new VerbFailure(Exit.USAGE, nothing(run));
      }
      return outcome(run);
    }
  }

  private ImportedRun open(StudioServices services) throws VerbFailure {
    try {
      return services.logs().open(log, follow);
    } catch (IOException e) {
      throw new VerbFailure(Exit.USAGE, e.getMessage());
    }
  }

  private void follow(ImportedRun run, Interruption interruption) throws InterruptedException {
    FindingNews news = new FindingNews(run.trace());
    ProgressLine line = progress.line();
    progress.until(
        interruption::isRequested,
        () -> {
          news.lines().forEach(line::interject);
          run.trace()
              .lastStep()
              .ifPresent(
                  step -> line.show("step %d, epoch %d".formatted(step.step(), step.epoch())));
        });
    // closing reads what was written since
    run.close();
    news.lines().forEach(line::interject);
    line.end("");
  }

  private String nothing(ImportedRun run) {
    return run.counts().lines() == 0
        ? log + " is empty."
        : "Nothing in %s was understood (%d lines); it is no log of a program that is known here."
            .formatted(log, run.counts().lines());
  }

  private Outcome outcome(ImportedRun run) throws IOException {
    LogSummary summary = new LogSummary(log.toString(), run);
    Document document = summary.document();
    StringBuilder text = new StringBuilder(summary.text());
    if (csv != null) {
      Path target = csv.toAbsolutePath().normalize();
      long rows = new MetricsCsv(run.trace()).write(target);
      document.text("csv", target.toString()).whole("rows", rows);
      text.append('\n').append(rows).append(" steps written to ").append(target).append('\n');
    }
    boolean problem = run.trace().health().stream().anyMatch(Finding::isProblem);
    return new Outcome(problem ? Exit.PROBLEM : Exit.OK, document.tree(), text.toString());
  }
}
