package reidstudio.data.layout;

import java.util.List;
import reidstudio.data.Modality;
import reidstudio.data.SkipReason;

/**
 * A path as an annotation writes it, taken apart.
 *
 * @param identity name of the identity's folder
 * @param name {@code MODALITY/IDENTITY/FILE} with forward slashes
 */
record PicturePath(Modality modality, String identity, String name) {
  /**
   * Takes {@code written} apart.
   *
   * @throws UnusableException if it leads out of the data folder or names no modality or identity
   */
  static PicturePath parse(String written) throws UnusableException {
    List<String> steps = WrittenPath.of(written).steps();
    if (steps.size() != 3) {
      throw new UnusableException(
          SkipReason.MISPLACED, written, "a path has three steps, this one " + steps.size());
    }
    Modality modality =
        Modality.of(steps.get(0))
            .filter(Modality::isImage)
            .orElseThrow(
                () -> new UnusableException(SkipReason.UNKNOWN_MODALITY, written, steps.get(0)));
    return new PicturePath(modality, steps.get(1), String.join("/", steps));
  }
}
