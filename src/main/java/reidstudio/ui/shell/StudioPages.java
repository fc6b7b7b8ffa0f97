package reidstudio.ui.shell;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import reidstudio.ui.batch.BatchView;
import reidstudio.ui.chart.ChartPulse;
import reidstudio.ui.common.Questions;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;
import reidstudio.ui.compare.CompareView;
import reidstudio.ui.curves.ChartFiles;
import reidstudio.ui.curves.ChartLinks;
import reidstudio.ui.curves.CurvesView;
import reidstudio.ui.curves.RunMarks;
import reidstudio.ui.dataset.DatasetView;
import reidstudio.ui.health.HealthLine;
import reidstudio.ui.health.HealthView;
import reidstudio.ui.history.HistoryView;
import reidstudio.ui.log.LogView;
import reidstudio.ui.retrieval.EvaluationView;
import reidstudio.ui.run.RunBar;
import reidstudio.ui.setup.SettingsFiles;
import reidstudio.ui.setup.SetupView;

/** Builds the pages; all but the first when somebody turns to them. */
final class StudioPages {
  private final StudioPorts ports;
  private final StudioModels models;
  private final Widgets widgets;
  private final TextClipboard clipboard;
  private final FileDialogs dialogs;
  private final ObjectProperty<Page> page;
  private final Questions questions;
  private final PageLinks links;
  private final ChartPulse pulse;
  private final TrainPage train;

  StudioPages(
      StudioPorts ports,
      StudioModels models,
      Widgets widgets,
      TextClipboard clipboard,
      FileDialogs dialogs,
      Questions questions,
      ObjectProperty<Page> page,
      PageLinks links) {
    this.ports = ports;
    this.models = models;
    this.widgets = widgets;
    this.clipboard = clipboard;
    this.dialogs = dialogs;
    this.questions = questions;
    this.page = page;
    this.links = links;
    pulse = new ChartPulse(models.pump().pace());
    this.train = trainPage();
  }

  /** The first page. */
  TrainPage train() {
    return train;
  }

  /** All of them. */
  PageStack stack() {
    return new PageStack(
        Map.of(
            Page.TRAIN,
            () -> train,
            Page.DATA,
            this::dataPage,
            Page.BATCH,
            () -> new BatchView(models.batch(), widgets),
            Page.DIAGNOSIS,
            this::diagnosisPage,
            Page.EVALUATION,
            this::evaluationPage,
            Page.RUNS,
            this::runsPage,
            Page.LOG,
            () -> new LogView(models.log(), widgets, clipboard, links::pinStep)));
  }

  private DatasetView dataPage() {
    return new DatasetView(
        models.verify(),
        models.wall(),
        () -> dialogs.folder("dialog.data"),
        models.folders(),
        ports.io(),
        widgets,
        clipboard);
  }

  private HealthView diagnosisPage() {
    return new HealthView(
        models.health(),
        models.runHealth(),
        models.quickFix(),
        new FormAndRun(
            models.setup(),
            models.run(),
            models.errors(),
            models.messages(),
            page,
            train::showSetup),
        links::openSteps,
        widgets,
        clipboard,
        models.folders(),
        ports.zone());
  }

  private EvaluationView evaluationPage() {
    EvaluationModels evaluation = models.evaluation();
    return new EvaluationView(
        evaluation.evaluations(),
        evaluation.choices(),
        evaluation.now(),
        evaluation.retrieval(),
        chartFiles(),
        pulse,
        widgets);
  }

  private ChartFiles chartFiles() {
    return new ChartFiles(
        dialogs::save, models.errors(), models.messages(), ports.io(), models.pump());
  }

  private RunsPage runsPage() {
    HistoryView history =
        new HistoryView(
            models.history(),
            new HistoryView.Ways(
                () -> dialogs.folder("dialog.run"),
                () -> dialogs.file("dialog.log"),
                models.folders(),
                models.comparison()::compare,
                questions),
            models.errors(),
            widgets,
            ports.zone());
    return new RunsPage(
        history,
        new CompareView(
            models.comparison(),
            chartFiles(),
            pulse,
            new RunMarks(models.messages(), ports.zone()),
            widgets),
        models.comparison());
  }

  private TrainPage trainPage() {
    SettingsFiles settingsFiles =
        new SettingsFiles(models.errors(), widgets.messages(), ports.io(), models.pump());
    SetupView setup =
        new SetupView(
            models.setup(), new SetupFileDialogs(dialogs), settingsFiles, widgets, clipboard);
    return new TrainPage(
        new RunBar(models.run(), models.history().titleInViewProperty(), widgets),
        new HealthLine(models.runHealth(), widgets, links::openFinding),
        setup,
        this::curves);
  }

  private CurvesView curves() {
    return new CurvesView(
        models.curves(),
        widgets,
        chartFiles(),
        new ChartLinks(links::openFinding, links::openBatch, links::openLogLines),
        pulse,
        ports.zone());
  }
}
