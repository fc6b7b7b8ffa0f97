package reidstudio.ui.shell;

import reidstudio.config.RunConfigCodec;
import reidstudio.ui.batch.BatchViewModel;
import reidstudio.ui.common.CommandSender;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FolderDisplay;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.FxPump;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;
import reidstudio.ui.common.UpdatePace;
import reidstudio.ui.compare.CompareViewModel;
import reidstudio.ui.curves.CurvesViewModel;
import reidstudio.ui.dataset.VerifyViewModel;
import reidstudio.ui.dataset.WallViewModel;
import reidstudio.ui.health.HealthViewModel;
import reidstudio.ui.health.QuickFixViewModel;
import reidstudio.ui.health.RunHealthViewModel;
import reidstudio.ui.history.HistoryViewModel;
import reidstudio.ui.log.LogViewModel;
import reidstudio.ui.run.RunViewModel;
import reidstudio.ui.setup.DataViewModel;
import reidstudio.ui.setup.SettingsViewModel;
import reidstudio.ui.setup.SetupViewModel;

/** All view models, wired, and what they share. */
record StudioModels(
    Messages messages,
    FxPump pump,
    ErrorFunnel errors,
    FolderOpener folders,
    RunInView runs,
    SetupViewModel setup,
    VerifyViewModel verify,
    WallViewModel wall,
    BatchViewModel batch,
    RunViewModel run,
    CurvesViewModel curves,
    HealthViewModel health,
    RunHealthViewModel runHealth,
    QuickFixViewModel quickFix,
    EvaluationModels evaluation,
    HistoryViewModel history,
    CompareViewModel comparison,
    LogViewModel log) {
  /** Wires them; {@code runOpened} is called when a run was opened from the history. */
  static StudioModels of(StudioPorts ports, Messages messages, Runnable runOpened) {
    FxPump pump = new FxPump(new UpdatePace(Runtime.getRuntime().availableProcessors()));
    ErrorFunnel errors = new ErrorFunnel(messages);
    RunInView runs = new RunInView(ports.traces(), pump);
    CommandSender commands = new CommandSender(ports.control(), errors, ports.io(), pump);
    RunConfigCodec codec = new RunConfigCodec();
    SetupViewModel setup =
        new SetupViewModel(
            codec, new DataViewModel(ports.datasets(), pump, errors), new SettingsViewModel(codec));
    VerifyViewModel verify =
        new VerifyViewModel(ports.verifier(), errors, ports.io(), pump, System::nanoTime);
    new FormPlace(setup, ports.home().demo(), verify::form);
    return new StudioModels(
        messages,
        pump,
        errors,
        new FolderDisplay(ports.folders(), errors, ports.io(), pump),
        runs,
        setup,
        verify,
        new WallViewModel(verify),
        new BatchViewModel(runs, commands),
        new RunViewModel(runs, commands, setup.launch(), setup.settings().recipeProperty()),
        new CurvesViewModel(runs),
        new HealthViewModel(runs, commands, setup.launch()),
        new RunHealthViewModel(runs),
        new QuickFixViewModel(runs, commands, errors, ports.io(), pump),
        EvaluationModels.of(ports, runs, errors, pump),
        new HistoryViewModel(
            ports.archive(), ports.control(), runs, errors, ports.io(), pump, runOpened),
        new CompareViewModel(ports.archive()::follow, errors, ports.io(), pump),
        new LogViewModel(runs, ports.zone()));
  }
}
