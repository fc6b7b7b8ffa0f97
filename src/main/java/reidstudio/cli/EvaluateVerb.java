package reidstudio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.data.ProgressListener;
import reidstudio.engine.DataFolders;
import reidstudio.engine.FileEvaluation;
import reidstudio.engine.FolderSessions;
import reidstudio.engine.RunEvaluation;
import reidstudio.store.RunFolder;

/** Judges a run's model on people that it was not trained with. */
@Command(
    name = "evaluate",
    description =
        "Looks for people that a run was not trained with, by the usual rules of its data (ORBench,"
            + " PRCV2025, SYSU-MM01, RegDB, LLCM, Market-1501, captions), and says what it did with"
            + " junk, cameras and trials. Or ranks features of any program, without any of these.",
    footer = {
      "%n--json: run checkpoint step epoch cached (or features) protocol conduct gallery device"
          + " seconds meanMAP settings[] averages[] warnings[]; each setting with setting queries R1"
          + " R5 R10 mAP mINP withoutMatch mAPLowest mAPHighest, shares from 0 to 1; the last two"
          + " bound what equal similarities leave open. Averages are over the settings with one,"
          + " two, three and four modalities. With --submission: run submission warnings[]."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:evaluated",
      "1:the checkpoint, the data or the features cannot be used",
      "2:wrong usage or configuration, or a run or file that is not there",
      "130:interrupted"
    })
final class EvaluateVerb implements Verb {
  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "The run: its folder, or name under the home.")
  private String run;

  @Option(
      names = "--features",
      paramLabel = "FILE",
      description = "Features that any program made, instead of a run.")
  private Path features;

  @Option(
      names = "--checkpoint",
      paramLabel = "WHICH",
      description = "last or best; default is last.")
  private String checkpoint;

  @Option(
      names = "--protocol",
      paramLabel = "P",
      description =
          "Other rules than the usual ones: sysu-all-single (usual), sysu-all-multi,"
              + " sysu-indoor-single or sysu-indoor-multi; other data have one each.")
  private String protocol;

  @Option(
      names = "--submission",
      paramLabel = "FILE",
      description =
          "Instead, rank the gallery of PRCV2025 for its own queries, and write the file to submit.")
  private Path submission;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write scores as a table, over an older file.")
  private Path csv;

  @Option(
      names = "--features-out",
      paramLabel = "FILE",
      description = "Write all features and their labels as safetensors.")
  private Path featuresOut;

  @Option(names = "--no-cache", description = "Use and keep no features in the run's folder.")
  private boolean noCache;

  @Mixin private final ConfigOptions options = new ConfigOptions();

  private final CommonOptions common;
  private final Progress progress;
  private final RunLookup runs;

  EvaluateVerb(CommonOptions common, Progress progress, RunLookup runs) {
    this.common = common;
    this.progress = progress;
    this.runs = runs;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (weights().isEmpty()) {
      problems.add(
          new Problem("--checkpoint", "is '" + checkpoint + "', allowed are last and best"));
    }
    if (protocol != null
        && RunEvaluation.protocols().stream().noneMatch(protocol::equalsIgnoreCase)) {
      problems.add(
          new Problem(
              "--protocol",
              "is '%s', allowed are %s"
                  .formatted(protocol, String.join(", ", RunEvaluation.protocols()))));
    }
    if (submission != null && (protocol != null || csv != null || featuresOut != null)) {
      problems.add(
          new Problem(
              "--submission",
              "goes without --protocol, --csv and --features-out: it has no scores"));
    }
    problems.addAll(features == null ? problemsOfRun() : problemsOfFeatures());
    return problems;
  }

  private List<Problem> problemsOfRun() {
    if (run == null) {
      return List.of(
          new Problem("--run", "is missing; name a run, or a file of features with --features"));
    }
    try {
      config(runs.folder(run));
      return List.of();
    } catch (ConfigException e) {
      return e.problems();
    } catch (VerbFailure e) {
      return List.of(new Problem("--run", e.getMessage()));
    }
  }

  private List<Problem> problemsOfFeatures() {
    List<Problem> problems = new ArrayList<>();
    List<String> others = new ArrayList<>();
    addIf(run != null, "--run", others);
    addIf(checkpoint != null, "--checkpoint", others);
    addIf(protocol != null, "--protocol", others);
    addIf(submission != null, "--submission", others);
    addIf(featuresOut != null, "--features-out", others);
    addIf(noCache, "--no-cache", others);
    addIf(options.settingOptions().contains("--data"), "--data", others);
    if (!others.isEmpty()) {
      problems.add(
          new Problem(
              "--features",
              "goes without %s: a file of features has no weights, pictures or cameras"
                  .formatted(String.join(", ", others))));
    }
    if (!Files.isRegularFile(features)) {
      problems.add(new Problem("--features", "there is no file " + absolute(features)));
    }
    try {
      options.over(RunConfig.defaults(), Map.of());
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
    return problems;
  }

  private static void addIf(boolean given, String option, List<String> options) {
    if (given) {
      options.add(option);
    }
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    List<Problem> problems = problems();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    if (submission != null) {
      return submitted(runs.folder(run), interruption);
    }
    EvaluateOutcome outcome = features == null ? ofRun(interruption) : ofFile(interruption);
    if (csv != null) {
      outcome.writeCsv(absolute(csv));
    }
    return new Outcome(Exit.OK, outcome.document(), outcome.text());
  }

  private EvaluateOutcome ofRun(Interruption interruption)
      throws IOException, InterruptedException, VerbFailure {
    Path folder = runs.folder(run);
    long start = System.nanoTime();
    RunEvaluation.Outcome found = evaluate(folder, interruption);
    return EvaluateOutcome.ofRun(folder, found, since(start));
  }

  private EvaluateOutcome ofFile(Interruption interruption) throws IOException {
    Path file = absolute(features);
    long start = System.nanoTime();
    ProgressLine line = progress.line();
    try {
      RunConfig config = options.over(RunConfig.defaults(), Map.of());
      FileEvaluation.Outcome found = new FileEvaluation(config).of(file, told(line, interruption));
      return EvaluateOutcome.ofFile(file, found, since(start));
    } finally {
      line.end("");
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private Outcome submitted(Path folder, Interruption interruption)
      throws IOException, InterruptedException {
    Path file = absolute(submission);
    List<String> warnings =
        asked(
            folder,
            interruption,
            (evaluation, told) -> evaluation.submit(weights().orElseThrow(), file, told));
    Document document =
        new Document()
            .text("run", folder.toString())
            .text("submission", file.toString())
            .texts("warnings", warnings);
    StringBuilder text = new StringBuilder("Submission " + file + "\n");
    warnings.forEach(warning -> text.append(warning).append('\n'));
    return new Outcome(Exit.OK, document.tree(), text.toString());
  }

  private RunEvaluation.Outcome evaluate(Path folder, Interruption interruption)
      throws IOException, InterruptedException {
    return asked(
        folder,
        interruption,
        (evaluation, told) ->
            (noCache ? evaluation.withoutCache() : evaluation)
                .of(weights().orElseThrow(), Optional.ofNullable(protocol), target(), told));
  }

  private interface Question<T> {
    T of(RunEvaluation evaluation, ProgressListener told) throws IOException, InterruptedException;
  }

  private <T> T asked(Path folder, Interruption interruption, Question<T> question)
      throws IOException, InterruptedException {
    ProgressLine line = progress.line();
    try (DataFolders folders = new DataFolders(common.home().demo())) {
      return question.of(
          new RunEvaluation(folder, config(folder), new FolderSessions(folders)),
          told(line, interruption));
    } finally {
      line.end("");
    }
  }

  private Optional<Path> target() {
    return Optional.ofNullable(featuresOut).map(EvaluateVerb::absolute);
  }

  private static ProgressListener told(ProgressLine line, Interruption interruption) {
    return new ProgressListener() {
      @Override
      public void progress(int done, int total) {
        line.show("evaluating: %d %%".formatted(100L * done / total));
      }

      @Override
      public boolean cancelled() {
        return interruption.isRequested();
      }
    };
  }

  private RunConfig config(Path folder) {
    return options.over(new RunConfigCodec().read(new RunFolder(folder).config()), Map.of());
  }

  private Optional<RunEvaluation.Weights> weights() {
    if (checkpoint == null) {
      return Optional.of(RunEvaluation.Weights.LAST);
    }
    for (RunEvaluation.Weights weights : RunEvaluation.Weights.values()) {
      if (weights.name().toLowerCase(Locale.ROOT).equals(checkpoint)) {
        return Optional.of(weights);
      }
    }
    return Optional.empty();
  }
}
