package reidstudio.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Change;
import reidstudio.event.EpochSummary;
import reidstudio.event.Finding;
import reidstudio.event.QuickFixReport;
import reidstudio.store.EpochReading;
import reidstudio.store.QuickFixFiles;
import reidstudio.store.QuickFixJson;
import reidstudio.store.QuickFixText;
import reidstudio.store.RunFolder;
import reidstudio.store.RunTrace;

/** Tries a change for one epoch and says whether it cures. */
@Command(
    name = "quickfix",
    description =
        "Tries a change for one epoch and says whether it cures: cross-entropy, pairable ratio,"
            + " valid rows and norms, before and after side by side.",
    footer = {
      "%n--json: verdict (pass, fail, open) changes[] runBefore runAfter stepsBefore"
          + " stepsAfter ceFellBefore ceFellAfter remark items[], each item with name expected before after passedBefore"
          + " passedAfter."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every line of the checklist is as expected with the change",
      "1:some are not, or the epoch was too short to tell, or a run failed",
      "2:wrong usage or bad configuration, also a run or folder that does not exist",
      "130:interrupted"
    })
final class QuickFixVerb implements Verb {
  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "The run to cure: its folder, or its name under the home. Its first epoch is compared"
              + " with; without it, an epoch without the change is trained first.")
  private String run;

  @Option(
      names = "--try",
      paramLabel = "KEY=VALUE",
      description =
          "The change; may be repeated. Without it, the one that the newest findings of --run"
              + " propose first.")
  private List<String> tried = List.of();

  @Mixin private final ConfigOptions options = new ConfigOptions();

  private final CommonOptions common;
  private final StudioFactory studio;
  private final Progress progress;
  private final RunLookup runs;

  QuickFixVerb(CommonOptions common, StudioFactory studio, Progress progress, RunLookup runs) {
    this.common = common;
    this.studio = studio;
    this.progress = progress;
    this.runs = runs;
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (tried.isEmpty() && run == null) {
      problems.add(new Problem("--try", "is missing: name a change, or a run with --run"));
    }
    for (String change : tried) {
      if (change.indexOf('=') < 1) {
        problems.add(new Problem("--try", "is '" + change + "', expected is KEY=VALUE"));
      }
    }
    try {
      RunConfig config = config();
      if (problems.isEmpty()) {
        changed(config, changes());
      }
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    } catch (VerbFailure | IOException e) {
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
    QuickFixReport report = report(config(), changes(), interruption);
    return new Outcome(
        report.passed() ? Exit.OK : Exit.PROBLEM,
        new QuickFixJson().tree(report),
        new QuickFixText().text(report));
  }

  private RunConfig config() throws VerbFailure {
    RunConfig base =
        run == null
            ? RunConfig.defaults()
            : new RunConfigCodec().read(new RunFolder(runs.folder(run)).config());
    return options.over(base, Map.of());
  }

  private List<Change> changes() throws VerbFailure, IOException {
    if (tried.isEmpty()) {
      return List.of(proposed());
    }
    return tried.stream()
        .map(text -> text.split("=", 2))
        .map(parts -> new Change(parts[0], parts[1]))
        .toList();
  }

  /** What the rules propose now, else what the newest diagnosis did. */
  private Change proposed() throws VerbFailure, IOException {
    RunTrace trace = runs.open(run);
    Stream<Finding> diagnosed =
        trace.reports().stream().flatMap(report -> report.findings().stream());
    return Stream.concat(trace.health().stream(), diagnosed)
        .filter(Finding::isProblem)
        .flatMap(finding -> finding.change().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new VerbFailure(
                    Exit.USAGE,
                    "No finding of the run proposes a change; name one with --try KEY=VALUE."));
  }

  private static RunConfig changed(RunConfig config, List<Change> changes) {
    Map<String, String> overrides = new LinkedHashMap<>();
    changes.forEach(change -> overrides.put(change.key(), change.value()));
    return new RunConfigCodec().read(null, overrides, config);
  }

  private QuickFixReport report(RunConfig config, List<Change> changes, Interruption interruption)
      throws IOException, InterruptedException, VerbFailure {
    try (StudioServices services = studio.open(common.home())) {
      new DemoSet(services.datasets(), progress).makeFor(config, interruption);
      RunTrace before = before(services, config, interruption);
      EpochSummary without = summary(before);
      RunTrace after = train(services, changed(config, changes), interruption);
      QuickFixReport report =
          new QuickFixReport(changes, before.run(), after.run(), without, summary(after));
      if (after.folder().isPresent()) {
        new QuickFixFiles(after.folder().get()).write(report);
      }
      return report;
    }
  }

  /** The run to cure, if it has an epoch with these very settings. */
  private RunTrace before(StudioServices services, RunConfig config, Interruption interruption)
      throws IOException, InterruptedException, VerbFailure {
    Optional<RunTrace> stored = run == null ? Optional.empty() : Optional.of(runs.open(run));
    Optional<RunTrace> usable =
        stored
            .filter(trace -> trace.config().filter(config::equals).isPresent())
            .filter(trace -> new EpochReading(trace).epoch(1).isPresent());
    return usable.isPresent() ? usable.get() : train(services, config, interruption);
  }

  private static EpochSummary summary(RunTrace trace) throws VerbFailure {
    return new EpochReading(trace)
        .epoch(1)
        .orElseThrow(
            () ->
                new VerbFailure(
                    Exit.PROBLEM,
                    "The run " + trace.run() + " did not make one epoch. " + trace.stateReason()));
  }

  private RunTrace train(StudioServices services, RunConfig config, Interruption interruption)
      throws InterruptedException, VerbFailure {
    interruption.throwIfRequested();
    RunCommand.Start start = new RunCommand.Start(config, Optional.empty(), OptionalInt.of(1));
    if (services.control().submit(start) instanceof CommandAck.Refused refused) {
      throw new VerbFailure(Exit.PROBLEM, refused.reason());
    }
    RunTrace trace = services.store().current();
    interruption.onRequest(() -> services.control().submit(new RunCommand.Stop()));
    new RunProgress(progress).watch(trace);
    interruption.onRequest(() -> {});
    interruption.throwIfRequested();
    return trace;
  }
}
