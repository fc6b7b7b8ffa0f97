package reidstudio.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.config.RunConfigCodec;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

@ExtendWith(ApplicationExtension.class)
class SettingsFormTest {
  private final SettingsViewModel settings = new SettingsViewModel(new RunConfigCodec());
  private SettingsForm form;

  @Start
  void start(Stage stage) {
    form = new SettingsForm(settings, new Widgets(new Messages(Language.ENGLISH)), new NoDialogs());
    stage.setScene(new Scene(form, 400, 700));
    stage.show();
  }

  /** What watches the fields must outlive a collection of what nobody holds. */
  @Test
  void aProblemOutOfSightComesIntoSightHoweverLongTheFormWasThere(FxRobot robot) {
    System.gc();
    robot.interact(() -> settings.field("optimizer.beta1").textProperty().set("2"));
    Node field = form.lookup("#setting-optimizer-beta1");
    assertThat(field).isNotNull();
    assertThat(field.getParent().getParent().getParent().isVisible()).isTrue();
  }

  private static final class NoDialogs implements SetupDialogs {
    @Override
    public Optional<Path> dataFolder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> modelFile() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> settingsToOpen() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> settingsToSave(String suggestedName) {
      return Optional.empty();
    }
  }
}
