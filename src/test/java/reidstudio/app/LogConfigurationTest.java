package reidstudio.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
class LogConfigurationTest {
  private final LoggerContext context = new LoggerContext();
  private final PrintStream before = System.err;

  @AfterEach
  void stop() {
    context.stop();
    System.setErr(before);
  }

  @Test
  void logbackFindsIt() {
    assertThat(ServiceLoader.load(Configurator.class))
        .hasOnlyElementsOfType(LogConfiguration.class);
  }

  @Test
  void theFileHasAllAndTheConsoleOnlyWarningsWithoutTheirStack(@TempDir Path folder)
      throws IOException {
    String console =
        console(
            Optional.of(folder.toString()),
            () -> {
              log("reidstudio.store").info("a run was opened: 人");
              log("reidstudio.store").debug("unseen");
              log("reidstudio.store").warn("a run is broken", new IOException("torn"));
            });

    assertThat(console).isEqualToNormalizingNewlines("WARN  store: a run is broken\n");
    assertThat(file(folder))
        .contains("INFO  [" + Thread.currentThread().getName() + "] reidstudio.store a run was")
        .contains("人", "a run is broken", "java.io.IOException: torn")
        .doesNotContain("unseen");
  }

  @Test
  void whatTheUserIsToldOtherwiseIsInTheFileAlone(@TempDir Path folder) throws IOException {
    String console =
        console(
            Optional.of(folder.toString()),
            () -> {
              log("reidstudio.engine.device.TorchDownload").error("no network");
              log("reidstudio.cli.VerbRunner").error("it failed");
            });

    assertThat(console).isEmpty();
    assertThat(file(folder)).contains("no network").containsOnlyOnce("it failed");
  }

  @Test
  void withoutAFolderWarningsAreTold() {
    String console =
        console(
            Optional.empty(),
            () -> {
              log("reidstudio.engine").info("unseen");
              log("reidstudio.engine").warn("seen");
              log("ai.djl.util.cuda.CudaUtils").warn("no card");
              log("oshi.hardware").warn("no sensor");
            });

    assertThat(console).isEqualToNormalizingNewlines("WARN  engine: seen\n");
  }

  @Test
  void librariesAreQuieter(@TempDir Path folder) throws IOException {
    console(
        Optional.of(folder.toString()),
        () -> {
          log("ai.djl.Engine").info("unseen");
          log("ai.djl.Engine").warn("seen");
          log("oshi.hardware").warn("unseen");
        });

    assertThat(file(folder)).contains(" seen").doesNotContain("unseen");
  }

  private String console(Optional<String> folder, Runnable logging) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogConfiguration configuration = new LogConfiguration(folder, Level.INFO);
    configuration.setContext(context);
    configuration.configure(context);
    logging.run();
    context.stop();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Logger log(String name) {
    return context.getLogger(name);
  }

  private static String file(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0).getFileName().toString())
          .matches("reid-studio-\\d{4}-\\d\\d-\\d\\d\\.log");
      return Files.readString(all.get(0), StandardCharsets.UTF_8);
    }
  }
}
