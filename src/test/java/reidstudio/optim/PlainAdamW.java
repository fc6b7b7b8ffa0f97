package reidstudio.optim;

import reidstudio.config.OptimizerConfig;

/** AdamW of one array by loops over doubles, straight from the paper's algorithm 2. */
final class PlainAdamW {
  private final OptimizerConfig config;
  private final double[] weights;
  private final double[] first;
  private final double[] second;
  private int steps;

  PlainAdamW(OptimizerConfig config, float[] start) {
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
      first[i] = config.beta1() * first[i] + (1 - config.beta1()) * gradient[i];
      second[i] = config.beta2() * second[i] + (1 - config.beta2()) * gradient[i] * gradient[i];
      double mean = first[i] / (1 - Math.pow(config.beta1(), steps));
      double square = second[i] / (1 - Math.pow(config.beta2(), steps));
      weights[i] -=
          rate * (mean / (Math.sqrt(square) + config.epsilon())) + rate * decay * weights[i];
    }
  }

  double[] weights() {
    return weights;
  }
}
