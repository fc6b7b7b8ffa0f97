package reidstudio.diagnostic.experiment;

import java.util.List;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.Subject;
import reidstudio.event.CheckKind;

/** Which experiments answer which question. */
public final class Experiments {
  private Experiments() {}

  /**
   * What is done for {@code kind}.
   *
   * @throws IllegalArgumentException if it is no experiment
   */
  public static List<Experiment> of(CheckKind kind, Subject subject) {
    return switch (kind) {
      case MEMORISE -> List.of(new Memorise(subject));
      case RATE_RANGE -> List.of(new RateRange(subject));
      case LABEL_AGREEMENT -> List.of(new PictureAgreement(subject));
      case AUGMENTATION -> List.of(new AugmentationEffect(subject));
      case TRAIN_EVAL -> List.of(new ModeAgreement(subject), new NeckRows(subject));
      case SECOND_SEED -> List.of(new SecondSeed(subject));
      case CE, SAMPLING, NORM, ALL -> throw new IllegalArgumentException(kind.name());
    };
  }
}
