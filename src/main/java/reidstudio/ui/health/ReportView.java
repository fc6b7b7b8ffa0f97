package reidstudio.ui.health;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** A report: the verdict, then the findings, the worst first. */
final class ReportView extends VBox {
  private final Widgets widgets;
  private final Messages messages;
  private final EngineWords words;
  private final TextClipboard clipboard;
  private final FolderOpener opener;
  private final ZoneId zone;

  ReportView(
      Widgets widgets,
      EngineWords words,
      TextClipboard clipboard,
      FolderOpener opener,
      ZoneId zone) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.words = words;
    this.clipboard = clipboard;
    this.opener = opener;
    this.zone = zone;
    getStyleClass().add("report");
  }

  void show(HealthViewModel.ReportEntry entry) {
    getChildren().clear();
    if (entry == null) {
      return;
    }
    DiagnosisReport report = entry.report();
    getChildren().add(verdict(report, entry.trace().folder().orElse(null)));
    List<Finding> worstFirst =
        report.findings().stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .toList();
    worstFirst.forEach(finding -> getChildren().add(new FindingCard(words.of(finding), widgets)));
  }

  private HBox verdict(DiagnosisReport report, Path folder) {
    Severity worst =
        report.findings().stream()
            .map(Finding::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    Label sentence = new Label();
    sentence.setId("verdict");
    sentence.textProperty().bind(messages.text(key(report), counts(report)));
    sentence.getStyleClass().add(Styles.TITLE_4);
    sentence.setWrapText(true);
    Label about = new Label();
    about
        .textProperty()
        .bind(
            messages.text("health.about", check(report), date(report), words.of(report.subject())));
    about.getStyleClass().add(Styles.TEXT_MUTED);
    about.setWrapText(true);
    VBox lines = new VBox(sentence, about);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button copy =
        widgets.button(
            "health.copy",
            Material2AL.CONTENT_COPY,
            () -> clipboard.copy(new ReportText(messages, words).of(report)),
            Styles.SMALL);
    copy.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(new SeverityIcon(worst), lines, copy);
    if (folder != null) {
      box.getChildren().add(folderButton(folder.resolve("diagnostics")));
    }
    box.getStyleClass().addAll("verdict", SeverityIcon.styleOf(worst));
    return box;
  }

  private Button folderButton(Path diagnostics) {
    Button open =
        widgets.button(
            "health.folder", Material2AL.FOLDER_OPEN, () -> opener.open(diagnostics), Styles.SMALL);
    open.setTooltip(widgets.tooltip("health.folder.help", diagnostics.toString()));
    open.setMinWidth(USE_PREF_SIZE);
    return open;
  }

  private static String key(DiagnosisReport report) {
    if (report.cancelled()) {
      return "health.verdict.cancelled";
    }
    return report.passed() ? "health.verdict.passed" : "health.verdict.problems";
  }

  /** Problems, then checks. */
  private static Object[] counts(DiagnosisReport report) {
    long problems =
        report.findings().stream()
            .filter(f -> f.severity().compareTo(Severity.WARNING) >= 0)
            .count();
    return new Object[] {problems, report.findings().size()};
  }

  private String date(DiagnosisReport report) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(messages.languageProperty().get().locale())
        .format(report.at().atZone(zone));
  }

  private String check(DiagnosisReport report) {
    return messages.of("check", report.check());
  }
}
