package reidstudio.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reidstudio.command.CommandAck;
import reidstudio.command.DatasetSummary;
import reidstudio.command.Datasets;
import reidstudio.command.RunCommand;
import reidstudio.config.LayoutChoice;
import reidstudio.config.RunConfig;
import reidstudio.config.StudioHome;
import reidstudio.data.DatasetException;
import reidstudio.data.audit.DataPlace;
import reidstudio.data.audit.DatasetVerifier;
import reidstudio.data.audit.FolderVerifier;
import reidstudio.data.audit.VerificationListener;
import reidstudio.data.audit.Verified;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunState;
import reidstudio.event.Severity;
import reidstudio.store.ImportedRun;
import reidstudio.store.LogOpener;
import reidstudio.store.OpenedRun;
import reidstudio.store.ReadingProgress;
import reidstudio.store.RunAbout;
import reidstudio.store.RunListing;
import reidstudio.store.RunReader;
import reidstudio.store.RunTrace;
import reidstudio.store.StillRun;
import reidstudio.ui.common.LiveTraces;
import reidstudio.ui.history.RunArchive;

/** The rest of the program as the window sees it, led by hand. */
final class FakeStudio implements AutoCloseable {
  static final Path HOME = Path.of("target", "studio-home").toAbsolutePath();

  final List<RunCommand> commands = new ArrayList<>();
  final List<Path> opened = new ArrayList<>();
  final Map<Path, RunAbout> said = new HashMap<>();
  final Set<Path> written = new HashSet<>();
  final List<ImportedRun> openedLogs = new ArrayList<>();
  final FakeDatasets datasets = new FakeDatasets();
  final RunTrace idle = new RunTrace("", Optional.of(HOME), Optional.empty());
  Function<RunCommand, CommandAck> answer = command -> new CommandAck.Accepted();
  List<RunListing> listings = List.of();
  int storedSteps = 400;
  Optional<SyntheticRun> elsewhere = Optional.empty();
  Executor io = Runnable::run;
  DatasetVerifier verifier = new FolderVerifier();
  private final LogOpener logs = new LogOpener(UnaryOperator.identity(), ZoneOffset.UTC);
  private volatile SyntheticRun run;

  StudioPorts ports() {
    return new StudioPorts(
        this::submit,
        datasets,
        new Verifier(),
        new Traces(),
        new Archive(),
        new StudioHome(HOME),
        opened::add,
        Optional::empty,
        task -> io.execute(task),
        ZoneOffset.UTC,
        "0.1.0");
  }

  /** Ends the following of logs. */
  @Override
  public void close() {
    logs.close();
  }

  /** A run that has begun becomes the current one. */
  SyntheticRun begin(String name) {
    SyntheticRun begun = newRun(name);
    run = begun;
    begun.begin();
    return begun;
  }

  static SyntheticRun newRun(String name) {
    RunConfig config = RunConfig.defaults();
    return new SyntheticRun(
        new RunTrace(name, Optional.of(HOME.resolve("runs").resolve(name)), Optional.of(config)),
        config);
  }

  /** A run in {@code state}, with some steps. */
  SyntheticRun in(RunState state) {
    SyntheticRun begun = newRun("run-" + state);
    if (state == RunState.STARTING) {
      begun.become(state, "");
    } else {
      begun.begin();
      begun.steps(20);
      begun.become(state, "");
    }
    run = begun;
    return begun;
  }

  private CommandAck submit(RunCommand command) {
    commands.add(command);
    return answer.apply(command);
  }

  static DatasetSummary demo(int skipped) {
    Map<String, Integer> items = new LinkedHashMap<>();
    items.put("vis", 512);
    items.put("nir", 256);
    items.put("cp", 128);
    items.put("sk", 128);
    items.put("text", 512);
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < skipped; i++) {
      problems.add("nir/0007/0007_nir_" + i + ".jpg: the file is truncated");
    }
    return new DatasetSummary(
        HOME.resolve("demo"), "ORBench", 64, 24, items, 64, skipped, problems);
  }

  static DiagnosisReport report(CheckKind check, boolean healthy) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "ce.labels",
            Severity.OK,
            "All labels lie between 0 and C - 1 and every class occurs.",
            List.of(new Evidence("labels", "0 to 63", "0 to 63")),
            ""));
    if (!healthy) {
      findings.add(
          new Finding(
              "ce.classifier-frozen",
              Severity.ERROR,
              "The classifier's weight is not in the optimizer, so it never changes.",
              List.of(
                  new Evidence("classifier parameters in the optimizer", "0 of 1", "1 of 1"),
                  new Evidence("update of the classifier's weight", "0.0", "above 1e-6"),
                  new Evidence("gradient norm of the classifier", "0.84", "")),
              "Add the classifier to the parameter group “head”."));
      findings.add(
          new Finding(
              "ce.sdm-suppresses",
              Severity.WARNING,
              "SDM's gradient is much larger than that of CE.",
              List.of(new Evidence("gradient norm SDM / CE", "31.4", "below 10")),
              "Lower loss.sdm.weight to 0.3 or warm it up over three epochs."));
    }
    findings.add(
        new Finding(
            "ce.budget",
            Severity.INFO,
            "With these rates CE is expected to move after about 40 steps.",
            List.of(new Evidence("planned steps", "480", "")),
            ""));
    return new DiagnosisReport(
        check, Instant.parse("2026-03-01T10:20:30Z"), "paused run at step 120", findings, false);
  }

  private final class Verifier implements DatasetVerifier {
    @Override
    public Verified look(DataPlace place, VerificationListener listener) throws DatasetException {
      return verifier.look(place, listener);
    }

    @Override
    public Verified verify(DataPlace place, VerificationListener listener) throws DatasetException {
      return verifier.verify(place, listener);
    }
  }

  private final class Traces implements LiveTraces {
    @Override
    public Optional<RunTrace> current() {
      return Optional.ofNullable(run).map(SyntheticRun::trace);
    }

    @Override
    public RunTrace idle() {
      return idle;
    }
  }

  private final class Archive implements RunArchive {
    @Override
    public OpenedRun follow(Path folder) throws IOException {
      return new StillRun(open(folder));
    }

    @Override
    public OpenedRun follow(Path folder, Predicate<MetricKey> wanted, ReadingProgress progress)
        throws IOException {
      return follow(folder);
    }

    @Override
    public RunAbout describe(Path folder, UnaryOperator<RunAbout> change) throws IOException {
      RunAbout now = change.apply(said.getOrDefault(folder, RunAbout.nothing()));
      said.put(folder, now);
      return now;
    }

    @Override
    public long size(Path folder) {
      return 3L << 29;
    }

    @Override
    public void remove(Path folder) throws IOException {
      if (written.contains(folder)) {
        throw new IOException("The run " + folder.getFileName() + " is being written.");
      }
      listings = listings.stream().filter(run -> !run.folder().equals(folder)).toList();
    }

    @Override
    public ImportedRun openLog(Path log) throws IOException {
      ImportedRun opened = logs.open(log, true);
      openedLogs.add(opened);
      return opened;
    }

    @Override
    public List<RunListing> list() {
      return listings.stream()
          .map(run -> said.containsKey(run.folder()) ? run.withAbout(said.get(run.folder())) : run)
          .toList();
    }

    @Override
    public RunTrace open(Path folder) throws IOException {
      if (folder.toString().contains("broken")) {
        throw new IOException(folder + " is not the folder of a run.");
      }
      if (Files.exists(folder.resolve("metrics.jsonl"))) {
        return new RunReader().open(folder);
      }
      Optional<RunTrace> written =
          elsewhere
              .map(SyntheticRun::trace)
              .filter(trace -> trace.folder().equals(Optional.of(folder)));
      if (written.isPresent()) {
        return written.get();
      }
      SyntheticRun stored = newRun(folder.getFileName().toString());
      stored.begin();
      stored.steps(storedSteps);
      stored.become(RunState.COMPLETED, "");
      return stored.trace();
    }
  }

  /** Answers when it is told to. */
  static final class FakeDatasets implements Datasets {
    CompletableFuture<DatasetSummary> pending = new CompletableFuture<>();
    DoubleConsumer progress = share -> {};

    @Override
    public CompletableFuture<DatasetSummary> inspect(Path folder, LayoutChoice layout, int split) {
      pending = new CompletableFuture<>();
      return pending;
    }

    @Override
    public CompletableFuture<DatasetSummary> demo(DoubleConsumer listener) {
      pending = new CompletableFuture<>();
      progress = listener;
      return pending;
    }
  }
}
