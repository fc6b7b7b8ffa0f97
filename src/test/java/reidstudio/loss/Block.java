package reidstudio.loss;

import java.util.random.RandomGenerator;

/** A random masked block of features of width 4. */
final class Block {
  final double[][] q;
  final int[] qIds;
  final double[][] g;
  final int[] gIds;

  private Block(double[][] q, int[] qIds, double[][] g, int[] gIds) {
    this.q = q;
    this.qIds = qIds;
    this.g = g;
    this.gIds = gIds;
  }

  static Block random(RandomGenerator random) {
    return random(random, random.nextInt(1, 12), random.nextInt(1, 12), random.nextInt(1, 8));
  }

  static Block random(RandomGenerator random, int queries, int galleries, int identities) {
    return new Block(
        TensorTest.gaussian(random, queries, 4),
        TensorTest.labels(random, queries, identities),
        TensorTest.gaussian(random, galleries, 4),
        TensorTest.labels(random, galleries, identities));
  }
}
