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
    double biasRateFactor,
    double beta1,
    double beta2,
    double epsilon,
    ScheduleConfig schedule,
    double clipNorm,
    int accumulation) {
  public OptimizerConfig {
    new Checks()
        .that(kind != null, "kind", "is missing")
        .range("biasRateFactor", biasRateFactor, 0, 100)
        .range("beta1", beta1, 0, 0.9999)
        .range("beta2", beta2, 0, 0.999999)
        .range("epsilon", epsilon, 1e-12, 1)
        .range("clipNorm", clipNorm, 0, 1e6)
        .range("accumulation", accumulation, 1, 1024)
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
