package reidstudio.diagnostic.sdm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import reidstudio.config.SdmForm;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Does SDM give the values that its definition gives, for features whose values are known? A wrong
 * sign, a missing mean or a mask that is applied to the wrong side shows in one of them.
 */
final class SdmFormula implements Check {
  private static final int IDENTITIES = 16;
  private static final int ITEMS = 4;
  private static final int ROWS = IDENTITIES * ITEMS;
  private static final double TOLERANCE = 0.02;

  /** Float32 against a value near 0. */
  private static final double ROUNDING = 1e-3;

  /** No divergence is negative; the published form's guard lets it sink by 64 * 1e-8. */
  private static final double NEGATIVE = -1e-6;

  private final SdmForm form;
  private final double temperature;
  private final SdmFunction function;

  /** Asks whether {@code function} is SDM of this form and temperature. */
  SdmFormula(SdmForm form, double temperature, SdmFunction function) {
    this.form = form;
    this.temperature = temperature;
    this.function = function;
  }

  @Override
  public String doing() {
    return "SDM of features whose value is known";
  }

  @Override
  public Finding run() {
    int[] labels = labels(0);
    FindingBuilder finding =
        new FindingBuilder(Fault.SDM_FORMULA)
            .saw("temperature", temperature, "")
            .saw("form", form.name(), "");
    List<String> wrong = new ArrayList<>();
    float[][] random = random(1);
    for (Case each :
        List.of(
            new Case("perfect features", perfect(), labels, perfect(), labels),
            new Case("equal features", equal(), labels, equal(), labels),
            new Case("random features", random, labels, random(2), labels),
            new Case("rows without a positive", random, labels, random(2), labels(ROWS / 2)))) {
      double expected =
          CosineBlock.of(each.query, each.queryLabels, each.gallery, each.galleryLabels)
              .loss(form, temperature);
      double seen = function.of(each.query, each.queryLabels, each.gallery, each.galleryLabels);
      finding
          .saw("SDM of " + each.name, seen, FindingBuilder.number(expected) + " within 2 %")
          .abnormalIf(!isRight(seen, expected));
      if (!isRight(seen, expected)) {
        wrong.add(each.name);
      }
    }
    if (!wrong.isEmpty()) {
      return finding
          .ruledOut("Not the data and not the model: the features are made up.")
          .found(
              Severity.ERROR,
              "SDM does not give what its definition gives: " + String.join(", ", wrong) + ".",
              "The implementation is wrong; report this as a bug with this finding.");
    }
    return finding.ok("SDM gives the values of its definition.");
  }

  private static boolean isRight(double seen, double expected) {
    return seen >= NEGATIVE
        && Math.abs(seen - expected) <= Math.max(ROUNDING, TOLERANCE * Math.abs(expected));
  }

  private record Case(
      String name, float[][] query, int[] queryLabels, float[][] gallery, int[] galleryLabels) {}

  /** Every identity {@value #ITEMS} times; the first one {@code shift} / items further on. */
  private static int[] labels(int shift) {
    int[] labels = new int[ROWS];
    Arrays.setAll(labels, row -> (row + shift) / ITEMS);
    return labels;
  }

  /** A dimension for each identity. */
  private static float[][] perfect() {
    float[][] rows = new float[ROWS][IDENTITIES];
    for (int row = 0; row < ROWS; row++) {
      rows[row][row / ITEMS] = 1;
    }
    return rows;
  }

  private static float[][] equal() {
    float[][] rows = new float[ROWS][IDENTITIES];
    Arrays.stream(rows).forEach(row -> Arrays.fill(row, 1));
    return rows;
  }

  private static float[][] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[ROWS][IDENTITIES];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextDouble(-1, 1);
      }
    }
    return rows;
  }
}
