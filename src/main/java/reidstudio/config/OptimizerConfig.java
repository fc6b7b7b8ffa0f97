package reidstudio.config;

/**
 * How weights move: a group of parameters for each role, with a rate and a decay of its own.
 *
 * @param kind the rule
 * @param encoder patch and token embeddings, transformers, projections
 * @param adapter low-rank adapters of the modalities
 * @param fusion what fuses the items of a query
 * @param head neck and classifier
 * @param biasRateFactor factor of the rate of vectors (biases, gains), on top of their group's
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param schedule of all rates
 * @param clipNorm largest norm of all gradients together; 0 switches clipping off
 * @param accumulation batches whose gradients are averaged before the weights move
 */
public record OptimizerConfig(
    OptimizerKind kind,
    GroupConfig encoder,
    GroupConfig adapter,
    GroupConfig fusion,
    GroupConfig head,
    @Range(min = 0, max = 100) double biasRateFactor,
    @Range(min = 0, max = 0.9999) double beta1,
    @Range(min = 0, max = 0.999999) double beta2,
    @Range(min = 1e-12, max = 1) double epsilon,
    ScheduleConfig schedule,
    @Range(min = 0, max = 1e6) double clipNorm,
    @Range(min = 1, max = 1024) int accumulation) {
  public OptimizerConfig {
    new Checks(OptimizerConfig.class)
        .that(kind != null, "kind", "is missing")
        .range("biasRateFactor", biasRateFactor)
        .range("beta1", beta1)
        .range("beta2", beta2)
        .range("epsilon", epsilon)
        .range("clipNorm", clipNorm)
        .range("accumulation", accumulation)
        .done();
  }

  /** Rates for a model that starts from random weights. */
  public static OptimizerConfig defaults() {
    GroupConfig encoder = new GroupConfig(5e-4, 1e-2);
    return new OptimizerConfig(
        OptimizerKind.ADAMW,
        encoder,
        encoder,
        encoder,
        new GroupConfig(3e-3, 1e-2),
        1,
        0.9,
        0.999,
        1e-8,
        ScheduleConfig.defaults(),
        5.0,
        1);
  }
}
