package reidstudio.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.store.DiagnosisJson;
import reidstudio.store.DiagnosisText;
import reidstudio.store.RunFolder;

/** Says why a training is stuck. */
@Command(
    name = "check",
    description =
        "Says why a training is stuck, by checks on a fresh model or on a run's last checkpoint.",
    footer = {
      "%n--json: check verdict findings[], each finding with id severity certainty title evidence"
          + " ruledOut span fix change."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:verdict pass",
      "1:verdict fail, or the data cannot be used",
      "2:wrong usage or bad configuration, also a run or folder that does not exist",
      "130:interrupted"
    })
final class CheckVerb implements Verb {
  @Parameters(
      index = "0",
      paramLabel = "CHECK",
      description =
          "ce: why does the cross-entropy not fall; sampling: why does SDM find no pairs; norm: are"
              + " feature norms healthy; all: everything that takes seconds; experiments that train"
              + " a copy: memorise, rate-range, label-agreement, augmentation, train-eval,"
              + " second-seed.")
  private String check;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "Use the settings and data of this run: its folder, or its name under the home.")
  private String run;

  @Option(
      names = "--last-checkpoint",
      description =
          "With --run: look at the model of the run's last checkpoint; the run's folder keeps the"
              + " report.")
  private boolean lastCheckpoint;

  @Mixin private final ConfigOptions options = new ConfigOptions();

  private final CommonOptions common;
  private final StudioFactory studio;
  private final Progress progress;
  private final RunLookup runs;

  CheckVerb(CommonOptions common, StudioFactory studio, Progress progress, RunLookup runs) {
    this.common = common;
    this.studio = studio;
    this.progress = progress;
    this.runs = runs;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (check != null && !words().contains(check)) {
      problems.add(
          new Problem("CHECK", "is '" + check + "', allowed are " + String.join(", ", words())));
    }
    if (lastCheckpoint && run == null) {
      problems.add(new Problem("--last-checkpoint", "needs --run, which says whose"));
    }
    try {
      RunConfig config = config();
      if (lastCheckpoint && run != null && !config.equals(configOf(runs.folder(run)))) {
        problems.add(
            new Problem(
                "--last-checkpoint", "goes with the run's own settings, leave the others out"));
      }
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    } catch (VerbFailure e) {
      problems.add(new Problem("--run", e.getMessage()));
    }
    return problems;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    List<Problem> problems = problems();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    Optional<Path> endedRun = lastCheckpoint ? Optional.of(runs.folder(run)) : Optional.empty();
    return outcome(make(config(), endedRun, interruption));
  }

  private RunConfig config() throws VerbFailure {
    return options.over(run == null ? RunConfig.defaults() : configOf(runs.folder(run)), Map.of());
  }

  private static RunConfig configOf(Path folder) {
    return new RunConfigCodec().read(new RunFolder(folder).config());
  }

  private DiagnosisReport make(RunConfig config, Optional<Path> endedRun, Interruption interruption)
      throws IOException, InterruptedException, VerbFailure {
    try (StudioServices services = studio.open(common.home())) {
      new DemoSet(services.datasets(), progress).makeFor(config, interruption);
      interruption.throwIfRequested();
      return new DiagnosisWait(services, progress).make(kind(), config, endedRun, interruption);
    }
  }

  private CheckKind kind() {
    return Arrays.stream(CheckKind.values())
        .filter(kind -> kind.word().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome outcome(DiagnosisReport report) {
    return new Outcome(
        report.passed() ? Exit.OK : Exit.PROBLEM,
        new DiagnosisJson().tree(report),
        new DiagnosisText(ZoneId.systemDefault()).text(report));
  }

  private static List<String> words() {
    return Arrays.stream(CheckKind.values()).map(CheckKind::word).toList();
  }
}
