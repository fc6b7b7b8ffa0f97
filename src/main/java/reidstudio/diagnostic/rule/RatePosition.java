package reidstudio.diagnostic.rule;

import java.util.Optional;
import reidstudio.config.OptimizerConfig;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.RunProfile;
import reidstudio.event.Severity;
import reidstudio.event.StepMetrics;

/** Is the learning rate so small, by schedule, that nothing can move just now? */
final class RatePosition implements Rule {
  /** Share of the peak below which a flat loss is the schedule's doing. */
  private static final double NEXT_TO_NOTHING = 0.01;

  private double rate = Double.NaN;
  private double peak;
  private boolean fell;
  private long step;

  @Override
  public void step(StepMetrics metrics, RunProfile known) {
    step = metrics.step();
    double now = metrics.value(MetricKey.RATE_ENCODER);
    double planned =
        known.config().map(c -> c.optimizer()).map(RatePosition::peakOf).orElse(Double.NaN);
    if (Double.isFinite(now)) {
      fell = now < rate || (fell && now == rate);
      rate = now;
      peak = Math.max(peak, Double.isNaN(planned) ? now : planned);
    }
  }

  private static double peakOf(OptimizerConfig optimizer) {
    return optimizer.encoder().learningRate();
  }

  @Override
  public Optional<Finding> finding(RunProfile known) {
    if (Double.isNaN(rate) || peak == 0 || rate >= NEXT_TO_NOTHING * peak) {
      return Optional.empty();
    }
    FindingBuilder finding =
        new FindingBuilder(fell ? "optimizer.rate-decayed" : "optimizer.warm-up")
            .saw("learning rate of the encoder now", rate, "")
            .saw("its peak", peak, "")
            .during(MetricKey.RATE_ENCODER, step, step);
    return Optional.of(
        fell
            ? finding.found(
                Severity.INFO, "No fault: the schedule has brought the rate to nearly 0.", "")
            : finding.found(
                Severity.INFO, "No fault: the rate is still warming up, little can move.", ""));
  }
}
