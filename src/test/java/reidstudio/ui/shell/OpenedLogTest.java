package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reidstudio.ui.chart.Reference;
import reidstudio.ui.chart.TraceChart;

/** The log of another program as a run in the window. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class OpenedLogTest {
  @TempDir Path folder;
  private final FakeStudio studio = new FakeStudio();
  private WindowDriver window;

  @Start
  void start(Stage stage) {
    window = new WindowDriver(studio, stage);
  }

  @AfterEach
  void endFollowing() {
    studio.close();
  }

  @Test
  void aLogIsShownReadOnlyAndFollowedWhileItIsLookedAt() throws Exception {
    Path log =
        Files.writeString(
            folder.resolve("training.log"),
            """
            model.num_classes: 400
            Epoch 1/60: 100%|██| 80/80 [00:03<00:00,  1.00s/it, Loss=6.25, CE=5.991]
            Epoch 2/60: 100%|██| 80/80 [00:03<00:00,  1.00s/it, Loss=6.00, CE=5.951]
            """);
    window.on(() -> window.window().openLog(log));
    window.pump();
    assertThat(window.find("#train-page", Node.class).isVisible()).isTrue();
    assertThat(window.texts("#read-only-banner"))
        .contains("Viewing training.log, read-only. Start begins a new run.");
    assertThat(points()).isEqualTo(1);
    assertThat(window.text("#run-text")).isEqualTo("Step 80 / 4,800");
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    assertThat(window.ask(() -> ((Reference.Level) ce.references().get(0)).value()))
        .isEqualTo(Math.log(400));

    Files.writeString(
        log,
        "Epoch 3/60: 100%|██| 80/80 [00:03<00:00,  1.00s/it, Loss=5.9, CE=5.5]\n",
        StandardOpenOption.APPEND);
    window.waitUntil(
        () -> {
          window.pump();
          return points() == 2;
        });

    window.on(window.find("#back-to-live", Button.class)::fire);
    assertThat(studio.openedLogs.get(0).trace().lastStep().orElseThrow().step()).isEqualTo(240);
    assertThat(window.find("#read-only-banner", Node.class).isVisible()).isFalse();
  }

  @Test
  void aFileThatIsNoLogIsToldOf() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all,\nno step was made.\n");
    window.on(() -> window.window().openLog(letter));
    assertThat(window.texts(".notice"))
        .contains(
            "Nothing in letter.txt was understood so far; choose the log of a training program.");
  }

  @Test
  void whatCannotBeOpenedIsExplained() {
    Path missing = folder.resolve("missing.log");
    window.on(() -> window.window().openLog(missing));
    assertThat(window.texts(".notice")).contains("There is no file " + missing + ".");
    window.turnTo(Page.RUNS);
    assertThat(window.find("#open-log", Button.class)).isNotNull();
  }

  private int points() {
    TraceChart ce = window.find("#chart-ce", TraceChart.class);
    return window.ask(
        () -> ce.series().isEmpty() ? 0 : ce.series().get(0).source().snapshot().size());
  }
}
