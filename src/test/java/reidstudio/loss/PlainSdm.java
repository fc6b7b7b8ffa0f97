package reidstudio.loss;

import reidstudio.config.SdmForm;

/** SDM by loops over doubles, straight from its definition; shares nothing with the tensor form. */
public final class PlainSdm {
  private final SdmForm form;
  private final double temperature;

  /** SDM in {@code form}. */
  public PlainSdm(SdmForm form, double temperature) {
    this.form = form;
    this.temperature = temperature;
  }

  /** Both directions together. */
  public double loss(double[][] query, int[] queryLabels, double[][] gallery, int[] galleryLabels) {
    double sum =
        direction(query, queryLabels, gallery, galleryLabels)
            + direction(gallery, galleryLabels, query, queryLabels);
    return form == SdmForm.CROSS_ENTROPY ? sum / 2 : sum;
  }

  /** Mean over the rows of {@code from} that have a positive, 0 if none has. */
  double direction(double[][] from, int[] fromLabels, double[][] to, int[] toLabels) {
    double sum = 0;
    int valid = 0;
    for (int i = 0; i < from.length; i++) {
      int positives = 0;
      for (int label : toLabels) {
        positives += label == fromLabels[i] ? 1 : 0;
      }
      if (positives > 0) {
        valid++;
        sum += row(from[i], fromLabels[i], to, toLabels, positives);
      }
    }
    return valid == 0 ? 0 : sum / valid;
  }

  private double row(double[] from, int label, double[][] to, int[] toLabels, int positives) {
    double[] exponentials = new double[to.length];
    double total = 0;
    for (int j = 0; j < to.length; j++) {
      exponentials[j] = Math.exp((cosine(from, to[j]) - 1) / temperature);
      total += exponentials[j];
    }
    double sum = 0;
    for (int j = 0; j < to.length; j++) {
      double model = exponentials[j] / total;
      double target = toLabels[j] == label ? 1.0 / positives : 0;
      if (form == SdmForm.CROSS_ENTROPY) {
        sum -= target == 0 ? 0 : target * Math.log(model);
      } else {
        sum += model == 0 ? 0 : model * (Math.log(model) - Math.log(target + 1e-8));
      }
    }
    return sum;
  }

  private static double cosine(double[] a, double[] b) {
    return dot(a, b)
        / (Math.max(Math.sqrt(dot(a, a)), 1e-8) * Math.max(Math.sqrt(dot(b, b)), 1e-8));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
