package reidstudio.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.event.RunState;
import reidstudio.store.RunTrace;

/** Trains a model to the end of the run, from the start or from a run's last checkpoint. */
@Command(
    name = "train",
    description = "Trains a model, with progress on standard error.",
    footer = {
      "%nCtrl+C ends the run after the current step; its folder is complete up to there, and --resume"
          + " goes on with it as if it had never stopped.",
      "--json: run state epochs steps classes lnClasses ceFirst ceLast sdmFirst sdmLast"
          + " accuracyLast validRowsLast batchRows imagesPerSecond skippedSamples device.",
      "run is the path of the run folder, epochs are finished epochs, First and Last are means of"
          + " ten steps, a number that is not known is null."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:completed",
      "1:the run failed, for example because its data cannot be used",
      "2:wrong usage or bad configuration, also a file or folder that does not exist",
      "130:interrupted"
    })
final class TrainVerb implements Verb {
  @Mixin private final ConfigOptions options = new ConfigOptions();

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data, in all.")
  private String epochs;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "Go on with a run that has ended, by folder or name, from its last checkpoint; only"
              + " --epochs and --device may be given beside it.")
  private String resumed;

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "A new or empty folder for the run; default is a new one under the home.")
  private Path runFolder;

  @Option(names = "--name", paramLabel = "NAME", description = "Part of the run folder's name.")
  private String name;

  @Option(names = "--seed", paramLabel = "N", description = "Start of all random sequences.")
  private String seed;

  private final CommonOptions common;
  private final StudioFactory studio;
  private final Progress progress;
  private final RunLookup runs;

  TrainVerb(CommonOptions common, StudioFactory studio, Progress progress, RunLookup runs) {
    this.common = common;
    this.studio = studio;
    this.progress = progress;
    this.runs = runs;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<String> unfit = resumed == null ? List.of() : besideResume();
    if (!unfit.isEmpty()) {
      problems.add(
          new Problem(
              String.join(", ", unfit),
              "cannot be combined with --resume: a run goes on with its own settings, only --epochs"
                  + " and --device may change"));
      return problems;
    }
    try {
      config();
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
    folderProblem().ifPresent(problems::add);
    return problems;
  }

  @Override
  public Outcome run(Interruption interruption) throws Exception {
    List<Problem> problems = problems();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    RunTrace trace = train(interruption);
    TrainSummary summary = TrainSummary.of(trace);
    return new Outcome(
        exit(trace.state().orElse(RunState.FAILED)), summary.document().tree(), summary.text());
  }

  /** Options that make a new run. */
  private List<String> besideResume() {
    List<String> given = new ArrayList<>(options.settingOptions());
    if (name != null) {
      given.add("--name");
    }
    if (seed != null) {
      given.add("--seed");
    }
    if (runFolder != null) {
      given.add("--run-dir");
    }
    return given;
  }

  private RunConfig config() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("epochs", epochs);
    named.put("name", name);
    named.put("seed", seed);
    return options.over(RunConfig.defaults(), named);
  }

  private Optional<Problem> folderProblem() {
    if (runFolder == null || Files.notExists(runFolder)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(runFolder)) {
      return Optional.of(new Problem("--run-dir", runFolder + " is a file; name a new folder"));
    }
    try (DirectoryStream<Path> content = Files.newDirectoryStream(runFolder)) {
      return content.iterator().hasNext()
          ? Optional.of(
              new Problem("--run-dir", runFolder + " is not empty; name a new or empty folder"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(new Problem("--run-dir", runFolder + " cannot be read"));
    }
  }

  /** The trace of the run once it has ended and everything is written. */
  private RunTrace train(Interruption interruption)
      throws IOException, InterruptedException, VerbFailure {
    RunCommand command = command();
    try (StudioServices services = studio.open(common.home())) {
      if (command instanceof RunCommand.Start start) {
        new DemoSet(services.datasets(), progress).makeFor(start.config(), interruption);
      }
      interruption.throwIfRequested();
      if (services.control().submit(command) instanceof CommandAck.Refused refused) {
        throw new VerbFailure(Exit.PROBLEM, refused.reason());
      }
      RunTrace trace = services.store().current();
      interruption.onRequest(() -> services.control().submit(new RunCommand.Stop()));
      new RunProgress(progress).watch(trace);
      interruption.onRequest(() -> {});
      return trace;
    }
  }

  private RunCommand command() throws VerbFailure {
    return resumed == null
        ? new RunCommand.Start(config(), Optional.ofNullable(runFolder))
            .withRecipe(options.recipe())
        : new RunCommand.Continue(
            runs.folder(resumed),
            Optional.ofNullable(epochs).map(Integer::valueOf),
            options.device());
  }

  private static Exit exit(RunState state) {
    return switch (state) {
      case COMPLETED -> Exit.OK;
      case STOPPED -> Exit.INTERRUPTED;
      default -> Exit.PROBLEM;
    };
  }
}
