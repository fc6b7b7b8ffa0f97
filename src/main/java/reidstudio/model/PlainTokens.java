package reidstudio.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Tokens in Java memory. They lie feature by feature, so that every product is a sum of scaled rows
 * over all tokens, a loop that the JIT compiler vectorises, and weights are read as files have
 * them.
 *
 * @param features_WxT value t of row w is feature w of token t
 */
record PlainTokens(float[][] features_WxT) {
  private static final double EPSILON = 1e-5;

  int count() {
    return features_WxT[0].length;
  }

  int width() {
    return features_WxT.length;
  }

  /** Token {@code t} alone. */
  PlainTokens only(int t) {
    float[][] one = new float[width()][];
    Arrays.setAll(one, w -> new float[] {features_WxT[w][t]});
    return new PlainTokens(one);
  }

  /** {@code weight x + bias} of each token, with rows of {@code weight} [out, W] in parallel. */
  PlainTokens linear(float[] weight, float[] bias) {
    float[][] product = new float[weight.length / width()][];
    IntStream.range(0, product.length)
        .parallel()
        .forEach(
            out -> {
              float[] sum = new float[count()];
              Arrays.fill(sum, bias[out]);
              addProduct(sum, weight, out * width());
              product[out] = sum;
            });
    return new PlainTokens(product);
  }

  /** As {@link #linear(float[], float[])} without a bias. */
  PlainTokens linear(float[] weight) {
    return linear(weight, new float[weight.length / width()]);
  }

  private void addProduct(float[] sum, float[] weight, int start) {
    int w = 0;
    for (; w + 3 < width(); w += 4) {
      addFour(sum, weight, start + w, w);
    }
    for (; w < width(); w++) {
      addScaled(sum, weight[start + w], features_WxT[w]);
    }
  }

  /** Four rows at once, so that the sum is read and written a quarter as often. */
  private void addFour(float[] sum, float[] weight, int at, int w) {
    float f0 = weight[at];
    float f1 = weight[at + 1];
    float f2 = weight[at + 2];
    float f3 = weight[at + 3];
    float[] x0 = features_WxT[w];
    float[] x1 = features_WxT[w + 1];
    float[] x2 = features_WxT[w + 2];
    float[] x3 = features_WxT[w + 3];
    for (int t = 0; t < sum.length; t++) {
      sum[t] += f0 * x0[t] + f1 * x1[t] + f2 * x2[t] + f3 * x3[t];
    }
  }

  /** {@code sum += factor * row}. */
  static void addScaled(float[] sum, float factor, float[] row) {
    for (int t = 0; t < sum.length; t++) {
      sum[t] += factor * row[t];
    }
  }

  /** Layer normalisation (Ba et al. 2016) of each token. */
  PlainTokens normalised(float[] gamma, float[] beta) {
    float[][] rows = new float[width()][count()];
    for (int t = 0; t < count(); t++) {
      double mean = 0;
      for (float[] feature : features_WxT) {
        mean += feature[t];
      }
      mean /= width();
      double variance = 0;
      for (float[] feature : features_WxT) {
        variance += (feature[t] - mean) * (feature[t] - mean);
      }
      double scale = 1 / Math.sqrt(variance / width() + EPSILON);
      for (int w = 0; w < width(); w++) {
        rows[w][t] = (float) ((features_WxT[w][t] - mean) * scale * gamma[w] + beta[w]);
      }
    }
    return new PlainTokens(rows);
  }

  PlainTokens plus(PlainTokens other) {
    float[][] sums = new float[width()][];
    for (int w = 0; w < sums.length; w++) {
      sums[w] = features_WxT[w].clone();
      addScaled(sums[w], 1, other.features_WxT[w]);
    }
    return new PlainTokens(sums);
  }

  PlainTokens map(DoubleUnaryOperator function) {
    float[][] mapped = new float[width()][count()];
    IntStream.range(0, width())
        .parallel()
        .forEach(
            w -> {
              for (int t = 0; t < count(); t++) {
                mapped[w][t] = (float) function.applyAsDouble(features_WxT[w][t]);
              }
            });
    return new PlainTokens(mapped);
  }
}
