package reidstudio.ui.curves;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reidstudio.config.RunConfig;
import reidstudio.event.MetricKey;
import reidstudio.event.StepMetrics;
import reidstudio.event.TrainingEvent;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class CurveTest {
  private static final List<Curve> ALL =
      Stream.concat(
              Stream.of(Curve.ce(), Curve.sdm(), Curve.rows(), Curve.pairable(), Curve.norms()),
              Curve.further().stream())
          .toList();

  private static RunTrace measuring(MetricKey... keys) {
    return measuring(Optional.of(RunConfig.defaults()), keys);
  }

  private static RunTrace measuring(Optional<RunConfig> config, MetricKey... keys) {
    RunTrace trace = new RunTrace("run", Optional.empty(), config);
    Map<MetricKey, Double> values = new java.util.HashMap<>();
    Arrays.stream(keys).forEach(key -> values.put(key, 1.0));
    trace.apply(
        new TrainingEvent.StepCompleted(
            "run", 1, new StepMetrics(1, 1, 1, 1, values, Optional.empty())));
    return trace;
  }

  static Stream<MetricKey> everyKey() throws IllegalAccessException {
    Stream.Builder<MetricKey> keys = Stream.builder();
    for (Field field : MetricKey.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == MetricKey.class) {
        keys.add((MetricKey) field.get(null));
      }
    }
    return keys.build();
  }

  /** Whatever a run logs can be seen. */
  @ParameterizedTest
  @MethodSource("everyKey")
  void everyQuantityHasAChart(MetricKey key) {
    assertThat(ALL).as("charts that draw it").anyMatch(curve -> curve.closeness(key) == 2);
  }

  @Test
  void whatARunDoesNotMeasureHasNoChart() {
    assertThat(Curve.further().stream().filter(curve -> curve.isIn(measuring())))
        .extracting(Curve::key)
        .containsExactly(
            "accuracy", "rates", "gradient", "throughput", "wait", "processor", "memory");
    assertThat(
            Curve.further().stream()
                .filter(curve -> curve.isIn(measuring(MetricKey.ITC_LOSS, MetricKey.ITC_WEIGHT))))
        .extracting(Curve::key)
        .contains("itc", "weights")
        .doesNotContain("triplet", "itc-pairs", "penalty");
  }

  @Test
  void aForeignLogHasChartsForWhatItSaysAlone() {
    RunTrace log = measuring(Optional.empty(), MetricKey.CE_LOSS, MetricKey.GRADIENT_NORM);
    assertThat(Curve.further().stream().filter(curve -> curve.isIn(log)))
        .extracting(Curve::key)
        .containsExactly("gradient");
    RunTrace unread = new RunTrace("log", Optional.empty(), Optional.empty());
    assertThat(Curve.further()).as("before its first step").anyMatch(curve -> curve.isIn(unread));
  }

  @Test
  void theFirstChartsAreFewAndFirst() {
    assertThat(CurvesViewModel.FIRST_CHARTS).containsExactly("ce", "sdm", "rows", "norms");
    assertThat(Curve.further())
        .extracting(Curve::key)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(CurvesViewModel.FIRST_CHARTS);
  }

  @Test
  void whatOnlyThisRunHasGetsAChartUnderItsOwnName() {
    MetricKey feat = new MetricKey("log.Feat");
    MetricKey warmup = new MetricKey("rate.warmup");
    RunTrace trace = measuring(MetricKey.CE_LOSS, MetricKey.SDM_ROWS, feat, warmup);
    List<Curve> others = Curve.others(trace);
    assertThat(others).extracting(curve -> curve.lines().get(0).metric()).contains(feat, warmup);
    assertThat(others).extracting(Curve::key).containsExactly("log.Feat", "rate.warmup");
    Messages english = new Messages(Language.ENGLISH);
    assertThat(others)
        .extracting(curve -> curve.title(english).getValue())
        .containsExactly("Feat", "rate.warmup");
    assertThat(others).allMatch(curve -> curve.isIn(trace));
    assertThat(others.get(0).closeness(feat)).isEqualTo(2);
    assertThat(others.get(0).closeness(new MetricKey("log.Other"))).isZero();
    assertThat(Curve.others(null)).isEmpty();
  }

  @Test
  void aLogarithmicAxisSuitsLosses() {
    assertThat(ALL.stream().filter(Curve::isLoss))
        .extracting(Curve::key)
        .containsExactly("ce", "sdm", "total", "itc", "triplet");
  }

  @ParameterizedTest
  @EnumSource
  void everyChartSaysWhatItIs(Language language) {
    Messages messages = new Messages(language);
    for (Curve curve : ALL) {
      for (String text : List.of("", ".unit", ".healthy", ".ill")) {
        assertThat(messages.has("curve." + curve.key() + text)).as(curve.key() + text).isTrue();
      }
      for (Curve.Line line : curve.lines()) {
        assertThat(messages.has("line." + line.key())).as(line.key()).isTrue();
      }
    }
  }
}
