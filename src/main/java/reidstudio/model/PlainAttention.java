package reidstudio.model;

import java.util.stream.IntStream;

/**
 * Multi-head attention (Vaswani et al. 2017) in Java memory: softmax(q k / sqrt(d)) v.
 *
 * @param heads that share the width
 * @param causal whether a token sees only itself and the ones before it
 */
record PlainAttention(int heads, boolean causal) {
  /** Maps queries, keys and values below each other [3 W, T] to [W, T]. */
  PlainTokens of(PlainTokens qkv) {
    float[][] rows = qkv.features_WxT();
    int width = rows.length / 3;
    int part = width / heads;
    float[][] attended = new float[width][qkv.count()];
    IntStream.range(0, heads)
        .parallel()
        .forEach(
            head -> {
              int first = head * part;
              float[][] shares = shares(rows, first, width + first, part);
              for (int d = 0; d < part; d++) {
                float[] values = rows[2 * width + first + d];
                for (int key = 0; key < shares.length; key++) {
                  PlainTokens.addScaled(attended[first + d], values[key], shares[key]);
                }
              }
            });
    return new PlainTokens(attended);
  }

  /** What each query takes of each key [keys, queries]. */
  private float[][] shares(float[][] rows, int query, int key, int part) {
    int count = rows[0].length;
    float[][] scores = new float[count][count];
    for (int d = 0; d < part; d++) {
      for (int k = 0; k < count; k++) {
        PlainTokens.addScaled(scores[k], rows[key + d][k], rows[query + d]);
      }
    }
    double scale = 1 / Math.sqrt(part);
    for (int q = 0; q < count; q++) {
      softmax(scores, q, causal ? q + 1 : count, scale);
    }
    return scores;
  }

  /** Softmax of column {@code q} over the first {@code seen} keys; the others get nothing. */
  private static void softmax(float[][] scores, int q, int seen, double scale) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < seen; k++) {
      largest = Math.max(largest, scores[k][q]);
    }
    double sum = 0;
    for (int k = 0; k < seen; k++) {
      double share = Math.exp((scores[k][q] - largest) * scale);
      scores[k][q] = (float) share;
      sum += share;
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k][q] = k < seen ? (float) (scores[k][q] / sum) : 0;
    }
  }
}
