package reidstudio.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.command.DatasetSummary;
import reidstudio.command.Datasets;
import reidstudio.config.LayoutChoice;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class SetupViewModelTest {
  private static final Path FOLDER = Path.of("data", "or bench").toAbsolutePath();

  private final Waiting datasets = new Waiting();
  private final DataViewModel data =
      new DataViewModel(datasets, Runnable::run, new ErrorFunnel(new Messages(Language.ENGLISH)));
  private final SettingsViewModel settings = new SettingsViewModel(new RunConfigCodec());
  private final SetupViewModel setup = new SetupViewModel(new RunConfigCodec(), data, settings);

  @Test
  void aRunMayStartWhileTheDataAreBeingReadForItReadsThemItself() {
    assertThat(setup.launch().get()).as("nothing chosen").isNull();
    data.useDemo();
    assertThat(data.busyProperty().get()).isTrue();
    assertThat(setup.launch().get()).isEqualTo(RunConfig.defaults());
    datasets.progress.accept(0.5);
    datasets.progress.accept(0.25); // late news of another thread
    assertThat(data.progressProperty().get()).isEqualTo(0.5);
    datasets.work.complete(summary());
    assertThat(data.busyProperty().get()).isFalse();
    assertThat(setup.launch().get().data().directory()).isEmpty();
  }

  @Test
  void savedSettingsFillTheFormAgainAndABadFileChangesNothing(@TempDir Path folder)
      throws IOException {
    Messages words = new Messages(Language.ENGLISH);
    ErrorFunnel errors = new ErrorFunnel(words);
    SettingsFiles files = new SettingsFiles(errors, words, Runnable::run, Runnable::run);
    settings.field("sampler.instances").textProperty().set("3");
    RunConfig wanted = settings.configProperty().get();
    for (String name : List.of("settings.yaml", "settings.json")) {
      files.save(wanted, folder.resolve(name));
      settings.reset();
      files.open(folder.resolve(name), setup);
      assertThat(settings.configProperty().get()).as(name).isEqualTo(wanted);
    }
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "sampler: {instance: 2}");
    files.open(bad, setup);
    assertThat(settings.configProperty().get()).isEqualTo(wanted);
    assertThat(errors.notices())
        .last()
        .satisfies(notice -> assertThat(notice.title()).contains("sampler.instance"));
  }

  @Test
  void aFileThatNamesNoDataLeavesTheChosenFolder(@TempDir Path folder) throws IOException {
    Messages words = new Messages(Language.ENGLISH);
    SettingsFiles files =
        new SettingsFiles(new ErrorFunnel(words), words, Runnable::run, Runnable::run);
    data.use(FOLDER);
    datasets.work.complete(summary());
    settings.field("epochs").textProperty().set("3");
    Path sparse = Files.writeString(folder.resolve("sparse.yaml"), "sampler: {instances: 2}");
    files.open(sparse, setup);
    assertThat(data.folderProperty().get()).isEqualTo(FOLDER);
    assertThat(data.summaryProperty().get()).as("need not be read again").isNotNull();
    assertThat(settings.overrides()).isEqualTo(Map.of("sampler.instances", "2"));
    Path demo = Files.writeString(folder.resolve("demo.yaml"), "data: {directory: \"\"}");
    files.open(demo, setup);
    assertThat(data.folderProperty().get()).as("asked for by name").isNull();
  }

  @Test
  void aChosenFolderIsPartOfTheLaunchAndOfTheCommand() {
    data.use(FOLDER);
    datasets.work.complete(summary());
    settings.field("sampler.instances").textProperty().set("2");
    assertThat(setup.launch().get().data().directory()).isEqualTo(FOLDER.toString());
    assertThat(setup.commandLine().get())
        .isEqualTo(
            "java -jar reid-studio.jar train --data \"" + FOLDER + "\" --set sampler.instances=2");
  }

  @Test
  void theSettingsOfARunCanBeTakenOverWithThoseThatHaveNoField() {
    RunConfig run =
        new RunConfigCodec()
            .read(
                null,
                Map.of(
                    "data.directory", FOLDER.toString(),
                    "optimizer.head.learningRate", "0.003",
                    "sampler.instances", "2",
                    "data.flip", "0.25"),
                RunConfig.defaults());
    settings.field("epochs").textProperty().set("3");
    setup.take(run);
    assertThat(data.folderProperty().get()).isEqualTo(FOLDER);
    datasets.work.complete(summary());
    assertThat(setup.launch().get()).isEqualTo(run);
    assertThat(settings.field("data.flip").text()).isEqualTo("0.25");
    assertThat(setup.commandLine().get()).contains("--set data.flip=0.25");
    settings.reset();
    assertThat(settings.configProperty().get()).isEqualTo(RunConfig.defaults());
    setup.take(RunConfig.defaults());
    assertThat(data.folderProperty().get()).as("the demo set again").isNull();
  }

  /** The card must not count by other rules than the run will. */
  @Test
  void aFolderIsReadAgainAsTheFormSays() {
    data.use(FOLDER);
    datasets.work.complete(summary());
    settings.field("data.layout").textProperty().set("regdb");
    assertThat(setup.launch().get().data().layout()).isEqualTo(LayoutChoice.REGDB);
    settings.field("data.split").textProperty().set("");
    settings.field("data.split").textProperty().set("7");
    settings.field("epochs").textProperty().set("3");
    assertThat(datasets.read).containsExactly("AUTO 1", "REGDB 1", "REGDB 7");
    datasets.work.complete(summary());
    assertThat(setup.launch().get().data().layout()).isEqualTo(LayoutChoice.REGDB);
    assertThat(setup.commandLine().get()).contains("--set data.layout=regdb --set data.split=7");
  }

  @Test
  void aBrokenFolderGivesOneSentenceAndNoLaunch() {
    data.use(FOLDER);
    datasets.work.completeExceptionally(new IOException("It has no train_annos.json."));
    assertThat(data.problemProperty().get()).isEqualTo("It has no train_annos.json.");
    assertThat(setup.launch().get()).isNull();
    data.again();
    assertThat(data.problemProperty().get()).isEmpty();
  }

  @Test
  void theAnswerAboutAFolderNoLongerChosenIsIgnored() {
    data.use(FOLDER);
    CompletableFuture<DatasetSummary> late = datasets.work;
    data.useDemo();
    assertThat(late).isCancelled();
    late.obtrudeValue(summary());
    assertThat(data.summaryProperty().get()).isNull();
    assertThat(data.busyProperty().get()).isTrue();
    assertThat(data.folderProperty().get()).isNull();
  }

  @Test
  void cancellingIsNoProblem() {
    data.useDemo();
    data.cancel();
    assertThat(datasets.work).isCancelled();
    assertThat(data.busyProperty().get()).isFalse();
    assertThat(data.problemProperty().get()).isEmpty();
    assertThat(setup.launch().get()).isNull();
  }

  @Test
  void aWrongSettingTakesTheLaunchAway() {
    data.useDemo();
    datasets.work.complete(summary());
    settings.field("epochs").textProperty().set("0");
    assertThat(setup.launch().get()).isNull();
    settings.field("epochs").textProperty().set("5");
    assertThat(setup.launch().get().epochs()).isEqualTo(5);
  }

  private static DatasetSummary summary() {
    return new DatasetSummary(FOLDER, "ORBench", 64, 24, Map.of("vis", 512), 64, 0, List.of());
  }

  private static final class Waiting implements Datasets {
    private final List<String> read = new ArrayList<>();
    private CompletableFuture<DatasetSummary> work = new CompletableFuture<>();
    private DoubleConsumer progress = share -> {};

    @Override
    public CompletableFuture<DatasetSummary> inspect(Path folder, LayoutChoice layout, int split) {
      read.add(layout + " " + split);
      work = new CompletableFuture<>();
      return work;
    }

    @Override
    public CompletableFuture<DatasetSummary> demo(DoubleConsumer listener) {
      progress = listener;
      work = new CompletableFuture<>();
      return work;
    }
  }
}
