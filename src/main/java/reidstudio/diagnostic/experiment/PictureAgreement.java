package reidstudio.diagnostic.experiment;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.HostBatch;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.diagnostic.Course;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Origin;

/**
 * Do two pictures of one label look more alike than pictures of two labels? Features must not have
 * been trained with these labels: those of a pretrained encoder that has not moved, or else colours
 * in their places. A model that learns a batch by heart tells nothing here, it can learn wrong
 * labels as well (Zhang et al., "Understanding Deep Learning Requires Rethinking Generalization",
 * 2017).
 */
final class PictureAgreement implements Experiment {
  private static final Logger LOG = LoggerFactory.getLogger(PictureAgreement.class);

  /**
   * Half of the pairs in order is chance. Measured with colours on six demo sets: 0.93 to 0.95 with
   * their own labels, 0.46 to 0.54 with labels of other pictures.
   */
  private static final double SHIFTED = 0.6;

  /**
   * Healthy demo sets have 0.92 and more; half of the pictures under another label make 0.64. Other
   * data may be less colourful, so between the two it is no more than possible.
   */
  private static final double MIXED = 0.7;

  /** With fewer pairs of one identity chance alone can reach 0.6: its deviation is over 0.03. */
  private static final int FEWEST_PAIRS = 100;

  private static final int AT_ONCE = 32;

  /** The visible one first. */
  private static final List<Modality> IMAGES =
      Arrays.stream(Modality.values()).filter(Modality::isImage).toList();

  private final Subject subject;

  PictureAgreement(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "pictures of one label against pictures of two";
  }

  @Override
  public Finding run(Course course) {
    FindingBuilder finding = new FindingBuilder(Fault.LABELS_SHIFTED);
    PairOrder.Rows visible = rows(Modality.VIS, 2, course);
    PairOrder pairs = PairOrder.within(visible);
    finding
        .saw("features", hasUntrainedEncoder() ? "the pretrained encoder" : "colours", "")
        .saw("visible pictures looked at", visible.rows().size(), "")
        .saw("pairs of one identity", pairs.samePairs(), "at least " + FEWEST_PAIRS)
        .abnormalIf(pairs.samePairs() < FEWEST_PAIRS);
    if (!pairs.isKnown()) {
      return finding.found(
          Severity.INFO,
          "No two identities have two visible pictures each, so their labels cannot be compared.",
          "Add a second visible picture of some identities if you want this to be looked at.");
    }
    double area = pairs.area();
    finding
        .saw(
            "share of pairs in the right order",
            area,
            "at least " + FindingBuilder.number(SHIFTED) + ", 0.5 is chance")
        .abnormalIf(!(area >= SHIFTED));
    Optional<Modality> neighbour = addOthers(finding, visible, course);
    if (area >= SHIFTED && neighbour.isPresent()) {
      return oneOff(finding, neighbour.get());
    }
    if (area >= SHIFTED && area < MIXED && pairs.samePairs() >= FEWEST_PAIRS) {
      return finding
          .certainty(Certainty.POSSIBLE)
          .found(
              Severity.WARNING,
              "Pictures of one label look little more alike than pictures of different labels.",
              "A part of them may have the wrong label: compare folders and annotations of a few"
                  + " identities by eye.");
    }
    if (area >= SHIFTED) {
      return finding.ok("Pictures of one label look more alike than pictures of different labels.");
    }
    return finding
        .certainty(pairs.samePairs() < FEWEST_PAIRS ? Certainty.POSSIBLE : Certainty.LIKELY)
        .ruledOut("Training: the features have never been trained with these labels.")
        .ruledOut("Augmentation: the pictures came as they are.")
        .found(
            pairs.samePairs() < FEWEST_PAIRS ? Severity.WARNING : Severity.ERROR,
            "Pictures of one label look no more alike than pictures of different labels.",
            "Labels and pictures are shifted against each other: compare folders and annotations of"
                + " a few identities by eye.");
  }

  private static Finding oneOff(FindingBuilder finding, Modality modality) {
    return finding
        .certainty(Certainty.LIKELY)
        .ruledOut("Two modalities that do not resemble each other: one label off, they do.")
        .ruledOut("Training: the features have never been trained with these labels.")
        .found(
            Severity.ERROR,
            "Labels of vis and " + modality.word() + " are shifted against each other by one.",
            "Something counts one identity more or fewer than the annotations: compare folders and"
                + " annotations of the first few identities by eye.");
  }

  /**
   * A drawing need not have the colours of a photo, so that being unlike says nothing. But where
   * photos resemble the drawings of the label next to theirs and not those of their own, somebody
   * has miscounted; among the visible pictures alone that never shows.
   */
  private Optional<Modality> addOthers(
      FindingBuilder finding, PairOrder.Rows visible, Course course) {
    Optional<Modality> shifted = Optional.empty();
    for (Modality modality : IMAGES.subList(1, IMAGES.size())) {
      PairOrder.Rows other = rows(modality, 1, course);
      PairOrder pairs = PairOrder.between(visible, other);
      if (pairs.isKnown()) {
        finding.saw("the same between vis and " + modality.word(), pairs.area(), "");
        double neighbours = Math.max(neighbours(visible, other, 1), neighbours(visible, other, -1));
        if (pairs.area() < SHIFTED && neighbours >= MIXED) {
          finding.abnormalIf(true);
          finding.saw("the same one label further", neighbours, "");
          shifted = shifted.or(() -> Optional.of(modality));
        }
      }
    }
    return shifted;
  }

  private static double neighbours(PairOrder.Rows visible, PairOrder.Rows other, int by) {
    PairOrder pairs = PairOrder.between(visible, PairOrder.shifted(other, by));
    return pairs.samePairs() >= FEWEST_PAIRS && pairs.isKnown() ? pairs.area() : 0;
  }

  private boolean hasUntrainedEncoder() {
    List<Parameter> encoder =
        subject.model().parameters().stream().filter(p -> p.name().startsWith("visual.")).toList();
    return subject.config().model().weights().isPretrained()
        && (subject.step() == 0
            || encoder.stream().allMatch(p -> !p.isTrained() && p.origin() == Origin.PRETRAINED));
  }

  private PairOrder.Rows rows(Modality modality, int fewest, Course course) {
    List<Item> items = subject.dataset().trainItems();
    int[] numbers = PictureSample.of(items, modality, fewest).numbers();
    List<float[]> features = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    boolean encoder = hasUntrainedEncoder();
    int place = IMAGES.indexOf(modality);
    for (int from = 0; from < numbers.length; from += AT_ONCE) {
      int to = Math.min(numbers.length, from + AT_ONCE);
      double ofAll = (place + from / (double) numbers.length) / IMAGES.size();
      course.at(ofAll, "pictures of modality " + modality.word());
      int[] some = Arrays.copyOfRange(numbers, from, to);
      if (encoder) {
        if (some.length > 1) {
          encode(some, features, labels);
        }
      } else {
        colours(some, items, features, labels);
      }
    }
    return new PairOrder.Rows(
        features.isEmpty() ? features : ColourGrid.comparable(features), labels);
  }

  private void encode(int[] numbers, List<float[]> features, List<Integer> labels) {
    HostBatch batch = subject.variants().items(numbers);
    try (NDManager scope = subject.pack().manager().newSubManager()) {
      float[] all =
          subject.model().evaluate(new DeviceBatch(scope).of(batch)).items_NxD().toFloatArray();
      int width = all.length / batch.rows();
      for (int row = 0; row < batch.rows(); row++) {
        features.add(Arrays.copyOfRange(all, row * width, (row + 1) * width));
        labels.add(batch.labels().get(row));
      }
    }
  }

  /** A picture that cannot be read is another check's to tell. */
  private static void colours(
      int[] numbers, List<Item> items, List<float[]> features, List<Integer> labels) {
    ColourGrid grid = new ColourGrid();
    for (int number : numbers) {
      if (items.get(number) instanceof Item.Picture picture) {
        try {
          features.add(grid.of(picture.file()));
          labels.add(picture.label());
        } catch (IOException e) {
          LOG.debug("skipped", e);
        }
      }
    }
  }
}
