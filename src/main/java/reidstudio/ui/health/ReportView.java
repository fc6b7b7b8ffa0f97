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
import reidstudio.store.RunTrace;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** A report: the verdict, then what is wrong, the worst first; what is in order is folded away. */
final class ReportView extends VBox {
  private final CardTools tools;
  private final Widgets widgets;
  private final Messages messages;
  private final EngineWords words;
  private final TextClipboard clipboard;
  private final FolderOpener opener;
  private final ZoneId zone;

  ReportView(CardTools tools, TextClipboard clipboard, FolderOpener opener, ZoneId zone) {
    this.tools = tools;
    this.widgets = tools.widgets();
    this.messages = tools.messages();
    this.words = tools.words();
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
    List<Finding> findings = entry.report().findings();
    getChildren().add(verdict(entry));
    findings.stream()
        .filter(finding -> finding.severity() != Severity.OK)
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(finding -> getChildren().add(card(finding, entry.trace())));
    List<Finding> fine = findings.stream().filter(f -> f.severity() == Severity.OK).toList();
    if (!fine.isEmpty()) {
      VBox cards = new VBox();
      cards.getStyleClass().add("report");
      fine.forEach(finding -> cards.getChildren().add(card(finding, entry.trace())));
      Fold fold = new Fold(cards);
      fold.getStyleClass().add("fine");
      fold.setText(messages.get("health.fine", fine.size()));
      getChildren().add(fold);
    }
  }

  private FindingCard card(Finding finding, RunTrace trace) {
    FindingCard card = new FindingCard(tools);
    card.show(finding, trace.config(), trace.run());
    return card;
  }

  private HBox verdict(HealthViewModel.ReportEntry entry) {
    DiagnosisReport report = entry.report();
    Severity worst =
        report.findings().stream()
            .map(Finding::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    Label sentence = new Label();
    sentence.setId("verdict");
    sentence.textProperty().bind(messages.text(key(report), counts(report)));
    sentence.getStyleClass().add("verdict-sentence");
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
            () ->
                clipboard.copy(new ReportText(messages, words).of(report, entry.trace().config())),
            Styles.SMALL);
    copy.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(new SeverityIcon(worst), lines, copy);
    entry
        .trace()
        .folder()
        .ifPresent(folder -> box.getChildren().add(folderButton(folder.resolve("diagnostics"))));
    box.getStyleClass().addAll("verdict", SeverityIcon.styleOf(worst));
    return box;
  }

  private Button folderButton(Path diagnostics) {
    Button open =
        widgets.button(
            "health.folder", Material2AL.FOLDER_OPEN, () -> opener.open(diagnostics), Styles.SMALL);
    widgets.explain(open, "health.folder.help", diagnostics.toString());
    open.setMinWidth(USE_PREF_SIZE);
    return open;
  }

  private static String key(DiagnosisReport report) {
    if (report.cancelled()) {
      return "health.verdict.cancelled";
    }
    if (report.passed()) {
      return "health.verdict.passed";
    }
    boolean found = report.findings().stream().anyMatch(Finding::isProblem);
    return found ? "health.verdict.problems" : "health.verdict.unchecked";
  }

  /** Problems, checks that were made, checks that could not be. */
  private static Object[] counts(DiagnosisReport report) {
    List<Finding> findings = report.findings();
    long problems = findings.stream().filter(Finding::isProblem).count();
    long unchecked = findings.stream().filter(f -> f.severity() == Severity.UNCHECKED).count();
    return new Object[] {problems, findings.size() - unchecked, unchecked};
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
