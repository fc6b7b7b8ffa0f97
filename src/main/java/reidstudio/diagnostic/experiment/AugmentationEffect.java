package reidstudio.diagnostic.experiment;

import java.util.Arrays;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PixelBlock;
import reidstudio.config.DataConfig;
import reidstudio.diagnostic.Course;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Does an augmented picture still show the same as the picture itself? One batch as it is and
 * several draws of it, through the model in evaluation mode. Features are compared after the mean
 * of their modality is taken off: without that all pictures look alike to a model that knows
 * little.
 */
final class AugmentationEffect implements Experiment {
  /**
   * TheDeepChecker asks for 0.95 of raw activations, which a fresh transformer passes with blank
   * pictures. Measured with the means taken off, fresh and trained: on the demo set 0.59 to 0.72
   * with default settings, 0.43 to 0.55 with erasing 0.5 and padding 10, 0.24 with padding 40 of a
   * width of 48, below 0.09 with padding 64 and erasing 1; on pictures of 24 x 48 above 0.14 with
   * usual settings and below 0.06 with extreme ones.
   */
  private static final double DESTROYED = 0.1;

  /** Of the picture's area, on average; usual settings leave 0.75 and more. Our own. */
  private static final double LEFT = 0.3;

  /** Mean of the erased area, which is drawn between 0.02 and 0.4 of the picture. */
  private static final double ERASED = 0.21;

  private static final int DRAWS = 4;

  /** Padding of 10 at a width of 128 and erasing half of all pictures (Luo et al. 2019). */
  private static final double USUAL_PADDING = 10.0 / 128;

  private static final double USUAL_ERASING = 0.5;
  private static final int CHANNELS = 3;

  private final Subject subject;

  AugmentationEffect(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "pictures with and without augmentation";
  }

  @Override
  public Finding run(Course course) {
    course.at(0, "pictures as they are");
    HostBatch plain = subject.variants().plain(0);
    View before = View.evaluation(subject, plain);
    double similarity = 0;
    double crossEntropy = 0;
    double accuracy = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      course.at((draw + 1.0) / (DRAWS + 1), "augmented pictures");
      View after = View.evaluation(subject, subject.variants().drawn(0, draw));
      similarity += similarity(plain, before.items(), after.items()) / DRAWS;
      crossEntropy += after.losses().crossEntropy() / DRAWS;
      accuracy += after.losses().accuracy() / DRAWS;
    }
    FindingBuilder finding =
        new FindingBuilder(Fault.AUGMENTATION)
            .saw(
                "similarity of a picture's feature to itself, augmented",
                similarity,
                "at least " + FindingBuilder.number(DESTROYED))
            .abnormalIf(!(similarity >= DESTROYED))
            .saw(
                "share of a picture that is left on average",
                left(),
                "at least " + FindingBuilder.number(LEFT))
            .abnormalIf(left() < LEFT)
            .saw("data.padding", subject.config().data().padding(), "")
            .saw("data.erasing", subject.config().data().erasing(), "")
            .saw("data.flip", subject.config().data().flip(), "");
    if (subject.step() > 0) {
      finding
          .saw("cross-entropy without augmentation", before.losses().crossEntropy(), "")
          .saw("cross-entropy with augmentation", crossEntropy, "")
          .saw("accuracy without augmentation", before.losses().accuracy(), "")
          .saw("accuracy with augmentation", accuracy, "");
    }
    return verdict(finding, similarity);
  }

  /** Mean over all pictures of the batch; rows are ordered by modality, captions last. */
  private static double similarity(HostBatch batch, float[] before, float[] after) {
    int width = before.length / batch.rows();
    int picture = CHANNELS * batch.height() * batch.width();
    int from = 0;
    double sum = 0;
    for (PixelBlock pixels : batch.pixels().values()) {
      int rows = pixels.length() / picture;
      float[] one = Arrays.copyOfRange(before, from * width, (from + rows) * width);
      float[] other = Arrays.copyOfRange(after, from * width, (from + rows) * width);
      double[] mean = RowSimilarity.mean(one, rows, width);
      sum += rows * RowSimilarity.of(one, other, rows, width, mean);
      from += rows;
    }
    return from == 0 ? 1 : sum / from;
  }

  /** Share of the picture's area that crop and erasing leave, on average. */
  private double left() {
    DataConfig data = subject.config().data();
    return left(data.padding(), data.imageWidth())
        * left(data.padding(), data.imageHeight())
        * (1 - ERASED * data.erasing());
  }

  /** Share of a side that a shift by -padding to padding leaves within the picture, on average. */
  private static double left(int padding, int side) {
    double sum = 0;
    for (int shift = -padding; shift <= padding; shift++) {
      sum += Math.max(0, 1 - Math.abs(shift) / (double) side);
    }
    return sum / (2 * padding + 1);
  }

  private Finding verdict(FindingBuilder finding, double similarity) {
    if (similarity >= DESTROYED && left() >= LEFT) {
      return finding.ok("Augmentation leaves in a picture what tells people apart.");
    }
    finding.certainty(Certainty.LIKELY).ruledOut("The model: it sees the same items both times.");
    DataConfig data = subject.config().data();
    int usual = (int) Math.round(USUAL_PADDING * data.imageWidth());
    String title = "Augmentation takes out of the pictures what tells people apart.";
    if (data.padding() > usual) {
      return finding
          .tryChange("data.padding", usual)
          .found(
              Severity.WARNING,
              title,
              "Lower data.padding to " + usual + ", the usual share of the width.");
    }
    if (data.erasing() > USUAL_ERASING) {
      return finding
          .tryChange("data.erasing", USUAL_ERASING)
          .found(
              Severity.WARNING,
              title,
              "Lower data.erasing to 0.5, as is usual; 0 switches it off.");
    }
    return finding.found(
        Severity.WARNING, title, "Lower data.padding, data.erasing and data.flip one by one.");
  }
}
