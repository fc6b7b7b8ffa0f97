package reidstudio.optim;

import reidstudio.config.OptimizerConfig;
import reidstudio.config.OptimizerKind;

/**
 * Adam of one array by loops over doubles, from algorithm 2 of Loshchilov and Hutter, which has
 * both places of the decay: in the gradient for Adam, beside the step for AdamW.
 */
final class PlainAdam {
  private final OptimizerConfig config;
  private final double[] weights;
  private final double[] first;
  private final double[] second;
  private int steps;

  PlainAdam(OptimizerConfig config, float[] start) {
    this.config = config;
    this.weights = new double[start.length];
    this.first = new double[start.length];
    this.second = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      weights[i] = start[i];
    }
  }

  void step(double[] gradient, double rate, double decay) {
    steps++;
    for (int i = 0; i < weights.length; i++) {
      boolean decoupled = config.kind() == OptimizerKind.ADAMW;
      double slope = decoupled ? gradient[i] : gradient[i] + decay * weights[i];
      double beside = decoupled ? rate * decay * weights[i] : 0;
      first[i] = config.beta1() * first[i] + (1 - config.beta1()) * slope;
      second[i] = config.beta2() * second[i] + (1 - config.beta2()) * slope * slope;
      double mean = first[i] / (1 - Math.pow(config.beta1(), steps));
      double square = second[i] / (1 - Math.pow(config.beta2(), steps));
      weights[i] -= rate * (mean / (Math.sqrt(square) + config.epsilon())) + beside;
    }
  }

  double[] weights() {
    return weights;
  }
}
