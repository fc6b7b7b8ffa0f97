package reidstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.Patience;
import reidstudio.event.EventSink;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent.HealthChanged;
import reidstudio.event.TrainingEvent.StepCompleted;

@Timeout(60)
class ExplainVerbTest {
  private static final String LOG =
      """
      model.num_classes: 400
      Epoch 1: 100%|██| 3/3 [00:03<00:00,  1.00s/it, Loss=6.25, CE=5.991, SDMLoss=0.5]
      [EVAL] epoch=1  mAP(all)=0.2314  |  mAP@single=0.2103  |  mAP@quad=0.2525
      Epoch 2: 100%|██| 3/3 [00:03<00:00,  1.00s/it, Loss=6.00, CE=5.951, SDMLoss=0.5]
      what nobody knows
      """;

  @TempDir Path home;
  private CliSession cli;
  private Path log;

  @BeforeEach
  void write() throws IOException {
    cli = new CliSession(home, (command, store) -> FakeStudio.accepted());
    log = Files.writeString(home.resolve("training.log"), LOG);
  }

  @Test
  void aLogIsToldInNumbers() throws IOException {
    JsonNode told = cli.run("explain", log.toString(), "--json").json();

    assertThat(cli.code).isZero();
    assertThat(told.get("log").asText()).isEqualTo(log.toString());
    assertThat(told.get("programs").get(0).asText()).isEqualTo("PRCV trainer");
    assertThat(told.get("lines").intValue()).isEqualTo(5);
    assertThat(told.get("understood").intValue()).isEqualTo(4);
    assertThat(told.get("notUnderstood").intValue()).isEqualTo(1);
    assertThat(told.get("steps").intValue()).isEqualTo(2);
    assertThat(told.get("lastStep").intValue()).isEqualTo(6);
    assertThat(told.get("epochs").intValue()).isEqualTo(2);
    assertThat(told.get("classes").intValue()).isEqualTo(400);
    assertThat(told.get("stepsPerEpoch").intValue()).isEqualTo(3);
    assertThat(told.get("batchSize").isNull()).isTrue();
    assertThat(told.get("last").get("ce.loss").doubleValue()).isEqualTo(5.951);
    assertThat(told.get("evaluations").get(0).get("settings").get(1).get("mAP").doubleValue())
        .isEqualTo(0.2525);
    assertThat(told.get("findings")).isEmpty();
    assertThat(cli.studio.closed).isEqualTo(1);
  }

  @Test
  void aLogIsToldInWords() {
    String text = cli.run("explain", log.toString()).out;

    assertThat(text)
        .contains("Lines    5, of which 4 understood, 1 not; 0 cut off")
        .contains("Steps    2 told, the last is step 6 in epoch 2")
        .contains("Classes  400  (ln C = 5.991)")
        .containsPattern("ce\\.loss +5\\.951 +at step 6")
        .containsPattern("quad +mAP 25\\.25 %")
        .contains("Findings:  0 errors, 0 warnings");
  }

  @Test
  void aProblemThatIsFoundIsExitCodeOne() throws IOException {
    cli.studio.watched = ExplainVerbTest::alarmed;

    JsonNode found = cli.run("explain", log.toString(), "--json").json().get("findings").get(0);

    assertThat(cli.code).isEqualTo(1);
    assertThat(found.get("id").asText()).isEqualTo("ce.stuck");
    String text = cli.run("explain", log.toString()).out;
    assertThat(text).contains("[WARNING] CE is stuck.  (ce.stuck)").contains("5.95  expected 5.5");
  }

  @Test
  void stepsAreWrittenAsATable() throws IOException {
    Path csv = home.resolve("steps.csv");

    JsonNode told = cli.run("explain", log.toString(), "--csv", csv.toString(), "--json").json();

    assertThat(told.get("rows").intValue()).isEqualTo(2);
    assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8))
        .containsExactly(
            "step,epoch,seconds,ce.loss,sdm.loss,total.loss",
            "3,1.0,3.0,5.991,0.5,6.25",
            "6,2.0,6.0,5.951,0.5,6.0");
  }

  @Test
  void whatCannotBeReadIsExitCodeTwo() throws IOException {
    Path missing = home.resolve("missing.log");
    assertThat(cli.run("explain", missing.toString()).code).isEqualTo(2);
    assertThat(cli.err).contains("There is no file " + missing);

    Path empty = Files.createFile(home.resolve("empty.log"));
    assertThat(cli.run("explain", empty.toString()).code).isEqualTo(2);
    assertThat(cli.err).contains("is empty");

    Path novel = Files.writeString(home.resolve("novel.txt"), "Call me Ishmael.\n");
    assertThat(cli.run("explain", novel.toString(), "--json").code).isEqualTo(2);
    assertThat(cli.out).isEmpty();
    assertThat(cli.err).contains("Nothing in " + novel + " was understood (1 lines)");

    assertThat(cli.run("explain", home.toString()).code).isEqualTo(2);
    assertThat(cli.err).contains("a folder without TensorBoard's event files");
    assertThat(cli.run("explain").code).isEqualTo(2);
  }

  @Test
  void followingTellsOfChangesUntilInterrupted() throws Exception {
    cli.studio.watched = ExplainVerbTest::alarmed;
    CompletableFuture<CliSession> verb =
        CompletableFuture.supplyAsync(() -> cli.run("explain", log.toString(), "--follow"));
    Files.write(
        log,
        List.of("Epoch 3: 100%|██| 3/3 [00:03<00:00,  1.00s/it, Loss=6.00, CE=4.5]"),
        StandardOpenOption.APPEND);
    // the verb opens its services first and closes them last
    Patience.until("the services are open", () -> cli.studio.opened > 0);
    CompletableFuture<Void> interrupted = CompletableFuture.runAsync(cli.interruption::request);
    assertThat(verb.get().code).isEqualTo(1);
    interrupted.get();
    assertThat(cli.out).contains("the last is step 9 in epoch 3").contains("(ce.stuck)");
    assertThat(cli.err).contains("step 6, warning: CE is stuck. (ce.stuck)");
    assertThat(cli.studio.closed).isEqualTo(1);
  }

  /** A sink that finds something in the sixth step. */
  private static EventSink alarmed(EventSink next) {
    return event -> {
      next.publish(event);
      if (event instanceof StepCompleted step && step.metrics().step() == 6) {
        Finding finding =
            new Finding(
                "ce.stuck",
                Severity.WARNING,
                "CE is stuck.",
                List.of(new Evidence("CE", "5.95", "5.5")),
                "Raise the rate.");
        next.publish(new HealthChanged(event.run(), event.atMillis(), 6, List.of(finding)));
      }
    };
  }
}
