package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir Path home;

  private CliSession run(String... arguments) {
    return new CliSession(
            home,
            (command, store) -> {
              throw new AssertionError("nothing may be begun, but got " + command);
            })
        .run(arguments);
  }

  @Test
  void everyProblemIsListedWithItsPathAndRange() {
    CliSession cli =
        run(
            "train",
            "--json",
            "--bogus",
            "--epoch=3",
            "--epochs=0",
            "--seed=x",
            "--device=tpu",
            "--set=sampler.instances=-1",
            "--set=loss.sdm.temprature=1",
            "--set=nothing",
            "--config=" + home.resolve("missing.json"),
            "--data=" + home.resolve("nowhere"));

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.out).isEmpty();
    assertThat(cli.studio.opened).isZero();
    assertThat(cli.err)
        .contains("error: --bogus: is an unknown option")
        .contains("error: --epoch=3: is an unknown option")
        .contains("error: epochs: is 0, allowed is 1 to 100000")
        .contains("error: seed: is \"x\", expected is a whole number")
        .contains("error: device: is 'tpu', allowed are auto, cpu")
        .contains("error: sampler.instances: is -1, allowed is 1 to 256")
        .contains("error: loss.sdm.temprature: is unknown, did you mean temperature?")
        .contains("error: --set: is 'nothing', expected is KEY=VALUE")
        .contains("error: --config: there is no file " + home.resolve("missing.json"))
        .contains("error: --data: there is no folder " + home.resolve("nowhere"))
        .doesNotContain("\tat ");
  }

  @Test
  void problemsOfTheFileAreListedTogether() throws IOException {
    Path file = home.resolve("run.json");
    Files.writeString(file, "{\"epochs\": -1, \"data\": {\"flip\": 2}, \"colour\": 1}");

    CliSession cli = run("train", "--config", file.toString(), "--set", "model.heads=0");

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err)
        .contains("epochs: is -1, allowed is 1 to 100000")
        .contains("data.flip: is 2, allowed is 0 to 1")
        .contains("colour: is unknown")
        .contains("model.heads: is 0, allowed is 1 to 32");
  }

  @Test
  void fileThatCannotBeParsedDoesNotHideTheRest() throws IOException {
    Path file = home.resolve("run.json");
    Files.writeString(file, "{\"epochs\": ");

    CliSession cli = run("train", "--config", file.toString(), "--epochs", "0");

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("run.json cannot be parsed").contains("epochs: is 0");
  }

  @Test
  void folderOfTheConfigurationIsCheckedToo() {
    CliSession cli = run("train", "--set", "data.directory=" + home.resolve("nowhere"));

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("data.directory: there is no folder");
  }

  @Test
  void runFolderMustBeNewOrEmpty() throws IOException {
    Files.createFile(home.resolve("something"));

    CliSession cli = run("train", "--run-dir", home.toString());

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.err).contains("--run-dir: " + home + " is not empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope              | nope: is not expected here",
        "check             | CHECK: is missing",
        "check neck        | CHECK: is 'neck', allowed are ce, sampling, norm, all, memorise, rate-range,",
        "check ce --run x  | There is no run 'x'",
        "quickfix          | --try: is missing: name a change, or a run with --run",
        "quickfix --try x  | --try: is 'x', expected is KEY=VALUE",
        "quickfix --try =1 | --try: is '=1', expected is KEY=VALUE",
        "quickfix --try epochs=0 | epochs: is 0, allowed is 1 to 100000",
        "quickfix --try loss.sdm.temprature=1 | is unknown, did you mean temperature?",
        "quickfix --run x  | There is no run 'x'",
        "evaluate          | --run",
        "evaluate --run x  | There is no run 'x'",
        "evaluate --run x --checkpoint first | --checkpoint: is 'first', allowed are last and best",
        "dataset           | dataset: needs one of demo, info, verify",
        "runs              | runs: needs one of list, show, export",
        "runs show nothing | There is no run 'nothing'",
        "runs export a     | --csv",
        "bench             | bench: needs one of step",
        "bench step --batch 6 | --batch: is 6, must be a multiple of 4",
        "bench step --batch 0 | --batch: is 0, must be a multiple of 4",
        "bench step --steps 0 | --steps: is 0, must be at least 1",
        "bench charts --updates 1 | --updates: is 1, must be 2 to 100000",
        "bench step --model vit | --model: is 'vit', allowed are compact, vit-b-16",
        "bench step --precision fp16 | --precision: is 'fp16', allowed are float32, bf16, both",
        "bench step --on-request | --on-request: needs --precision float32 or --precision bf16",
        "bench step --set model.heads=0 | model.heads: is 0, allowed is 1 to 32",
        "train --epochs    | --epochs",
        "dataset info nope | There is no folder",
        "dataset verify    | demo data set is not there yet",
        "train --epochs 1 --epochs 2 | only once",
        "train --resume nothing | There is no run 'nothing'",
        "train --resume x --epochs 0 | epochs: is 0, allowed is 1 to 100000",
        "train --resume x --device tpu | device: is 'tpu'",
        "train --resume x --seed 3 | --seed: cannot be combined with --resume",
        "train --resume x --data y --set a=b | --set, --data: cannot be combined with --resume",
        "train --resume x --config y --name z --run-dir w | --config, --name, --run-dir: cannot be"
      })
  void wrongUsageSaysWhatIsWrong(String line, String message) {
    CliSession cli = run(line.strip().split(" +"));

    assertThat(cli.code).isEqualTo(2);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("error: ").contains(message.strip()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "train",
        "check",
        "quickfix",
        "explain",
        "evaluate",
        "dataset",
        "dataset demo",
        "dataset info",
        "dataset verify",
        "runs",
        "runs list",
        "runs show",
        "runs export",
        "bench",
        "bench step",
        "bench charts"
      })
  void everyVerbExplainsItself(String verb) {
    CliSession cli = run((verb + " --help").strip().split(" +"));

    assertThat(cli.code).isZero();
    assertThat(cli.out).startsWith("Usage: reid-studio").contains("--json");
    assertThat(cli.out.lines().count()).isLessThan(50);
    assertThat(cli.err).isEmpty();
  }

  @Test
  void versionIsOnStandardOutput() {
    CliSession cli = run("--version");

    assertThat(cli.code).isZero();
    assertThat(cli.out).startsWith("ReID Studio ");
  }

  @Test
  void withoutAVerbTheWindowOpens() {
    assertThat(run().code).isEqualTo(7);
  }

  @Test
  void failureInsideTheProgramIsOneSentence() {
    CliSession cli =
        new CliSession(
            home,
            (command, store) -> {
              throw new IllegalStateException("cannot be");
            });

    cli.run("train", "--json");

    assertThat(cli.code).isEqualTo(1);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("went wrong inside the program").doesNotContain("\tat ");
  }
}
