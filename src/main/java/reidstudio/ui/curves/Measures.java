package reidstudio.ui.curves;

import java.util.ArrayList;
import java.util.List;
import reidstudio.event.MetricKey;
import reidstudio.store.RunTrace;
import reidstudio.store.XAxis;
import reidstudio.ui.chart.Reference;
import reidstudio.ui.chart.Tone;
import reidstudio.ui.chart.TraceSource;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;

/** What a chart's series are compared with, so that a number tells whether it is good. */
enum Measures {
  /** Nothing to compare with. */
  NONE {
    @Override
    List<Reference> of(RunTrace trace, XAxis axis, Messages words) {
      return List.of();
    }
  },
  /** ln C, where a model that knows nothing is, and what label smoothing leaves at best. */
  CROSS_ENTROPY {
    @Override
    List<Reference> of(RunTrace trace, XAxis axis, Messages words) {
      return trace
          .facts()
          .map(facts -> lines(facts.ceChance(), facts.ceFloor(), words))
          // the log of another program may tell of its classes and of nothing else
          .orElseGet(() -> lines(trace.profile().ceChance().orElse(0), 0, words));
    }

    private List<Reference> lines(double chance, double floor, Messages words) {
      List<Reference> lines = new ArrayList<>();
      if (chance > 0) {
        String label = words.get("measure.ce.chance", Figures.number(chance));
        lines.add(
            new Reference.Level(
                label, chance, Tone.WARNING, true, words.get("measure.ce.chance.tip")));
      }
      if (floor > 0) {
        String label = words.get("measure.ce.floor", Figures.number(floor));
        lines.add(
            new Reference.Level(label, floor, Tone.GOOD, true, words.get("measure.ce.floor.tip")));
      }
      return lines;
    }
  },
  /** Chance and floor of each batch's own block. */
  SDM {
    @Override
    List<MetricKey> keys() {
      return List.of(MetricKey.SDM_CHANCE, MetricKey.SDM_FLOOR);
    }

    @Override
    List<Reference> of(RunTrace trace, XAxis axis, Messages words) {
      return List.of(
          new Reference.Expected(
              words.get("measure.chance"),
              source(trace, MetricKey.SDM_CHANCE, axis, 1),
              Tone.WARNING,
              words.get("measure.chance.tip")),
          new Reference.Expected(
              words.get("measure.floor"),
              source(trace, MetricKey.SDM_FLOOR, axis, 1),
              Tone.GOOD,
              words.get("measure.floor.tip")));
    }
  },
  /** The share of pairable identities below which SDM starves. */
  PAIRABLE {
    @Override
    List<Reference> of(RunTrace trace, XAxis axis, Messages words) {
      String label = words.get("measure.pairable", Figures.percent(PAIRABLE_FLOOR));
      return List.of(
          new Reference.Level(
              label, PAIRABLE_FLOOR * 100, Tone.WARNING, true, words.get("measure.pairable.tip")));
    }
  },
  /** 20 % around the norm that batch normalisation's own gamma and beta predict. */
  NORMS {
    @Override
    List<MetricKey> keys() {
      return List.of(MetricKey.NORM_AFTER_BN_EXPECTED);
    }

    @Override
    List<Reference> of(RunTrace trace, XAxis axis, Messages words) {
      MetricKey expected = MetricKey.NORM_AFTER_BN_EXPECTED;
      return List.of(
          new Reference.ExpectedBand(
              words.get("measure.norm"),
              source(trace, expected, axis, 1 - NORM_TOLERANCE),
              source(trace, expected, axis, 1 + NORM_TOLERANCE),
              Tone.GOOD,
              words.get("measure.norm.tip")));
    }
  };

  private static final double PAIRABLE_FLOOR = 0.8;
  private static final double NORM_TOLERANCE = 0.2;

  /** The quantities that lines and stripes are drawn from, beside what a run's facts tell. */
  List<MetricKey> keys() {
    return List.of();
  }

  /** The lines and stripes for {@code trace}. */
  abstract List<Reference> of(RunTrace trace, XAxis axis, Messages words);

  private static TraceSource source(RunTrace trace, MetricKey key, XAxis axis, double factor) {
    return new SeriesSource(trace.series(key), axis, factor);
  }
}
