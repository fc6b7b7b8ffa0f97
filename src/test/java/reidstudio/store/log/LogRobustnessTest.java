package reidstudio.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.event.Evaluation;
import reidstudio.event.MetricKey;
import reidstudio.event.SettingScores;
import reidstudio.event.StepMetrics;

/** Logs as they are found: torn, mixed, in any encoding. */
class LogRobustnessTest {
  @Test
  void theMixedLogTellsWhatItShould() throws IOException {
    Told told = Told.of(MixedLog.utf8());
    assertThat(told.steps()).extracting(StepMetrics::step).isSorted().doesNotHaveDuplicates();
    assertThat(Told.values(told.steps().get(0)))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("sdm.weight", 0.3),
                Map.entry("sdm.temperature", 0.18),
                Map.entry("log.vis_cnt", 6.0),
                Map.entry("log.ce_valid", 6.0),
                Map.entry("norm.after_bn", 8.25),
                Map.entry("sdm.loss", 0.125),
                Map.entry("total.loss", 5.941),
                Map.entry("ce.loss", 5.942),
                Map.entry("gradient.norm", 0.87),
                Map.entry("sdm.valid_rows", 2.0),
                Map.entry("sdm.rows", 6.0),
                Map.entry("log.pos_min", 1.0),
                Map.entry("log.L_q2g", 0.818),
                Map.entry("log.L_g2q", 0.706)));
    assertThat(Told.values(told.steps().get(1)))
        .isEqualTo(Map.of("total.loss", Double.NaN, "ce.accuracy", 0.412, "norm.after_bn", 21.73));
    assertThat(told.counts.notUnderstood()).isEqualTo(1);
    assertThat(told.counts.cut()).isZero();
    assertThat(told.lines())
        .contains("ERROR Epoch 1, Batch 2: 发现非有限损失值 nan，跳过当前step", "INFO what nobody knows");
    assertThat(told.programs)
        .containsExactly(
            "PRCV trainer",
            "IRRA, ReID5o or TransReID",
            "scores in percent",
            "torchreid",
            "fast-reid");
  }

  /** A log that ends anywhere tells nothing that the whole log does not tell. */
  @Test
  void aCutLogTellsNoNumberThatIsNotInTheLog() throws IOException {
    byte[] whole = MixedLog.utf8();
    Told all = Told.of(whole);
    Set<Double> numbers = numbers(all);
    // a quantity may be told twice in a step, and the later number be cut off
    numbers.addAll(List.of(5.991, 5.951, 5.952, 5e-6));
    for (int length = 0; length < whole.length; length++) {
      Told cut = Told.of(Arrays.copyOf(whole, length));
      int steps = cut.steps().size();
      for (int i = 0; i < steps - 1; i++) {
        assertThat(cut.steps().get(i).values())
            .as("step %d, cut at %d", i, length)
            .isEqualTo(all.steps().get(i).values());
      }
      if (steps > 0) {
        StepMetrics last = cut.steps().get(steps - 1);
        assertThat(last.step()).isEqualTo(all.steps().get(steps - 1).step());
        assertThat(all.steps().get(steps - 1).values().keySet())
            .as("cut at %d", length)
            .containsAll(last.values().keySet());
      }
      assertThat(numbers).as("cut at %d", length).containsAll(numbers(cut));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void theEncodingMakesNoDifference(String name) throws IOException {
    Told expected = Told.of(MixedLog.TEXT.replace("⚠️", "⚠"));
    boolean wide = name.startsWith("UTF-16");
    String text = (wide ? "\uFEFF" : "") + MixedLog.TEXT.replace("⚠️", "⚠");
    Told told = Told.of(text.getBytes(Charset.forName(name)));
    assertThat(withoutTime(told)).isEqualTo(withoutTime(expected));
    assertThat(told.counts).isEqualTo(expected.counts);
  }

  @Test
  void aByteOrderMarkIsNoText() throws IOException {
    assertThat(Told.of("\uFEFFwhat nobody knows\n").lines())
        .containsExactly("INFO what nobody knows");
  }

  @Test
  void aCharacterThatIsCutThroughIsLeftOut() throws IOException {
    byte[] text = "采样器".getBytes(StandardCharsets.UTF_8);
    for (int missing = 1; missing < 3; missing++) {
      assertThat(Told.of(Arrays.copyOf(text, text.length - missing)).lines())
          .containsExactly("INFO 采样");
    }
  }

  @Test
  void eachLineMayHaveItsOwnEncoding() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("采样器验证: 8个ID, 可配对率: 75.0%\n".getBytes(Charset.forName("GBK")));
    bytes.write("[01, 000] CE=5.991\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("SDM调试: valid_rows=2/6\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xFF, 'x', '\n'});
    Told told = Told.of(bytes.toByteArray());
    assertThat(told.values())
        .isEqualTo(
            Map.of(
                "batch.pairable_ratio", 0.75,
                "ce.loss", 5.991,
                "sdm.valid_rows", 2.0,
                "sdm.rows", 6.0));
    assertThat(told.counts).isEqualTo(new LogCounts(4, 3, 1, 0));
  }

  @Test
  void aLineWithoutEndIsCut() throws IOException {
    byte[] line = new byte[LineSplitter.LIMIT + 5];
    Arrays.fill(line, (byte) 'x');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(line);
    bytes.write("\n[01, 000] CE=5.991\n".getBytes(StandardCharsets.UTF_8));
    Told told = Told.of(bytes.toByteArray());
    assertThat(told.counts).isEqualTo(new LogCounts(2, 1, 1, 1));
    assertThat(told.values()).isEqualTo(Map.of("ce.loss", 5.991));
  }

  @Test
  void severityComesFromLevelSignOrWords() throws IOException {
    assertThat(
            Told.ofLines(
                    "2025-08-24 10:00:00,100 - WARNING - a",
                    "2025-08-24 10:00:00,100 - INFO - no error at all",
                    "2025-08-24 10:00:00,100 - INFO - ⚠️ b",
                    "ERROR:root:c",
                    "❌ d",
                    "RuntimeError: CUDA out of memory",
                    "UserWarning: e",
                    "f")
                .lines())
        .containsExactly(
            "WARNING a",
            "INFO no error at all",
            "WARNING ⚠️ b",
            "ERROR c",
            "ERROR ❌ d",
            "ERROR RuntimeError: CUDA out of memory",
            "WARNING UserWarning: e",
            "INFO f");
  }

  @Test
  void nothingBreaksIt() throws IOException {
    Told told =
        Told.ofLines(
            "Epoch 99999999999: 100%|█| 80/80 [00:41<00:00, 1.92it/s, CE=1]",
            "Epoch 0: 100%|█| 80/80 [00:41<00:00, 1.92it/s, CE=1]",
            "Epoch 1: 100%|█| 80/80 [:<00:00, =, ==, CE=1, =3, CE=]",
            "epoch/iter: 9999999999/99999999999  total_loss: 1",
            "2025-99-99 99:99:99,999 - INFO - Epoch[1] Iteration[1/0], loss: 1",
            "|",
            "||||",
            "| R1 |",
            "NIR: R1=",
            "\u001B[",
            "Epoch 1, Batch 1: 损失异常 . > .");
    assertThat(told.counts.lines()).isEqualTo(11);
  }

  private static List<Object> withoutTime(Told told) {
    return List.of(told.steps(), told.evaluations(), told.profile(), told.lines());
  }

  private static Set<Double> numbers(Told told) {
    Set<Double> numbers = new HashSet<>(List.of(Double.NaN));
    for (StepMetrics step : told.steps()) {
      for (Map.Entry<MetricKey, Double> value : step.values().entrySet()) {
        numbers.add(value.getValue());
      }
    }
    for (Evaluation evaluation : told.evaluations()) {
      for (SettingScores s : evaluation.settings()) {
        numbers.addAll(List.of(s.rank1(), s.rank5(), s.rank10(), s.map(), s.minp()));
      }
    }
    told.profile().classes().ifPresent(number -> numbers.add((double) number));
    told.profile().batchSize().ifPresent(number -> numbers.add((double) number));
    return numbers;
  }
}
