package reidstudio.optim;

import reidstudio.config.OptimizerConfig;

/** Adam of one array by loops over doubles, from the paper's algorithm 1; decay as L2. */
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
      double slope = gradient[i] + decay * weights[i];
      first[i] = config.beta1() * first[i] + (1 - config.beta1()) * slope;
      second[i] = config.beta2() * second[i] + (1 - config.beta2()) * slope * slope;
      double mean = first[i] / (1 - Math.pow(config.beta1(), steps));
      double square = second[i] / (1 - Math.pow(config.beta2(), steps));
      weights[i] -= rate * mean / (Math.sqrt(square) + config.epsilon());
    }
  }

  double[] weights() {
    return weights;
  }
}
