package reidstudio.ui.setup;

import atlantafx.base.theme.Styles;
import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.Severity;
import reidstudio.ui.common.FileDrop;
import reidstudio.ui.common.SeverityIcon;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.Widgets;

/** The panel beside the charts: data, settings, and the same start as a command. */
public final class SetupView extends VBox {
  /** Binds to {@code model}. */
  public SetupView(
      SetupViewModel model,
      SetupDialogs dialogs,
      SettingsFiles files,
      Widgets widgets,
      TextClipboard clipboard) {
    getStyleClass().add("setup");
    setId("setup");
    DataCard data = new DataCard(model.data(), dialogs, widgets, clipboard);
    VBox content =
        new VBox(
            data,
            heading(model.settings(), widgets),
            new RecipeBar(model, dialogs, files, widgets),
            new SettingsForm(model.settings(), widgets, dialogs));
    content.getStyleClass().add("setup-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, commandLine(model, widgets, clipboard));
    new FileDrop(File::isDirectory, model.data()::use).acceptOn(this);
  }

  private static HBox heading(SettingsViewModel settings, Widgets widgets) {
    Label title = widgets.label("setup.settings", Styles.TITLE_4);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button reset =
        widgets.button(
            "setup.reset", Material2MZ.RESTORE, settings::reset, Styles.SMALL, Styles.FLAT);
    reset.setId("reset-settings");
    reset.visibleProperty().bind(settings.changedProperty());
    HBox heading = new HBox(title, reset);
    heading.getStyleClass().add("setup-heading");
    return heading;
  }

  private static VBox commandLine(SetupViewModel model, Widgets widgets, TextClipboard clipboard) {
    Label command = new Label();
    command.textProperty().bind(model.commandLine());
    command.setId("command-line");
    command.getStyleClass().addAll("mono", Styles.TEXT_SMALL);
    command.setMaxWidth(Double.MAX_VALUE);
    command.setGraphic(new FontIcon(Material2AL.CODE));
    widgets.explain(command, "setup.command.help", model.commandLine());
    HBox.setHgrow(command, Priority.ALWAYS);
    Button copy =
        widgets.iconButton(
            "setup.command.copy",
            Material2AL.CONTENT_COPY,
            () -> clipboard.copy(model.commandLine().get()),
            Styles.SMALL);
    HBox line = new HBox(command, copy);
    line.getStyleClass().add("command-line");
    line.visibleProperty().bind(model.settings().configProperty().isNotNull());
    line.managedProperty().bind(line.visibleProperty());
    Label problems = new Label();
    problems.setId("settings-problems");
    problems
        .textProperty()
        .bind(widgets.messages().text("setup.problems", model.settings().problemsProperty()));
    problems.setGraphic(new SeverityIcon(Severity.ERROR));
    problems.setMaxWidth(Double.MAX_VALUE);
    problems.getStyleClass().addAll("command-line", "problem");
    problems.visibleProperty().bind(line.visibleProperty().not());
    problems.managedProperty().bind(problems.visibleProperty());
    return new VBox(line, problems);
  }
}
