package reidstudio.cli;

import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import reidstudio.config.StudioHome;

/** The root of the command line: a verb, or without one the window. */
@Command(
    name = "reid-studio",
    synopsisSubcommandLabel = "[VERB]",
    commandListHeading = "%nVerbs:%n",
    versionProvider = VersionText.class,
    description = {
      "Trains multi-modal person re-identification models, shows the run live, and says why it is"
          + " stuck.",
      "Without a verb the window opens."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:the run failed, a check found a problem, or a data folder cannot be used",
      "2:wrong usage or bad configuration, also a file or folder that does not exist",
      "130:interrupted with Ctrl+C; a run has been stopped and its folder can be read"
    })
public final class StudioCommand {
  private static final Duration LOOK = Duration.ofMillis(100);

  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("unused") // read by picocli
  private boolean version;

  private final Console console;
  private final StudioFactory studio;
  private final StudioWindow window;
  private final ChartSpeed charts;
  private final Consumer<StudioHome> prepare;
  private final Supplier<Interruption> interruptions;
  private final Poller poller;
  private final InputStream requests;

  /**
   * The program over the given services.
   *
   * @param charts measures the charts of the window
   * @param prepare called with the home once it is known, before anything is opened
   */
  public StudioCommand(
      Console console,
      StudioFactory studio,
      StudioWindow window,
      ChartSpeed charts,
      Consumer<StudioHome> prepare) {
    this(
        console,
        studio,
        window,
        charts,
        prepare,
        Interruption::ofProcess,
        new Poller(LOOK),
        System.in);
  }

  StudioCommand(
      Console console,
      StudioFactory studio,
      StudioWindow window,
      ChartSpeed charts,
      Consumer<StudioHome> prepare,
      Supplier<Interruption> interruptions,
      Poller poller,
      InputStream requests) {
    this.console = console;
    this.studio = studio;
    this.window = window;
    this.charts = charts;
    this.prepare = prepare;
    this.interruptions = interruptions;
    this.poller = poller;
    this.requests = requests;
  }

  private CommandLine line() {
    CommandLine line = new CommandLine(this);
    Progress progress = new Progress(console, poller);
    RunLookup runs = new RunLookup(common);
    line.addSubcommand(new TrainVerb(common, studio, progress, runs));
    line.addSubcommand(new CheckVerb(common, studio, progress, runs));
    line.addSubcommand(new QuickFixVerb(common, studio, progress, runs));
    line.addSubcommand(new EvaluateVerb(common, progress, runs));
    line.addSubcommand(new ExplainVerb(common, studio, progress));
    line.addSubcommand(
        new CommandLine(new DatasetGroup())
            .addSubcommand(new DatasetDemoVerb(common, studio, progress))
            .addSubcommand(new DatasetInfoVerb(common, studio, progress))
            .addSubcommand(new DatasetVerifyVerb(common, progress)));
    line.addSubcommand(
        new CommandLine(new RunsGroup())
            .addSubcommand(new RunsListVerb(common))
            .addSubcommand(new RunsShowVerb(runs))
            .addSubcommand(new RunsExportVerb(runs)));
    line.addSubcommand(
        new CommandLine(new BenchGroup())
            .addSubcommand(new BenchStepVerb(console, requests))
            .addSubcommand(new BenchEvalVerb(console, requests))
            .addSubcommand(new BenchDataVerb(progress))
            .addSubcommand(new BenchChartsVerb(charts)));
    line.setExpandAtFiles(false);
    line.setOut(console.outWriter());
    line.setErr(console.errWriter());
    line.setExecutionStrategy(new VerbRunner(console, common, prepare, interruptions));
    line.setParameterExceptionHandler((e, arguments) -> notParsed(e));
    collectErrors(line);
    return line;
  }

  /**
   * Does what the arguments say.
   *
   * @return the exit code of the process
   */
  public int execute(String... arguments) {
    // Reading the verbs by reflection takes a third of a second, and the window needs none.
    return arguments.length == 0 ? openWindow() : line().execute(arguments);
  }

  int openWindow() {
    StudioHome home = common.home();
    prepare.accept(home);
    return window.open(home);
  }

  private int notParsed(ParameterException e) {
    console.complain(e.getMessage());
    return Exit.USAGE.code();
  }

  /** A user wants to see all mistakes at once. */
  private static void collectErrors(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(StudioCommand::collectErrors);
  }
}
