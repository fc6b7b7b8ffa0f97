package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import reidstudio.data.Modality;
import reidstudio.data.SkipReason;

/**
 * A path as an annotation writes it, taken apart.
 *
 * @param identity name of the identity's folder
 * @param name {@code MODALITY/IDENTITY/FILE} with forward slashes
 */
record PicturePath(Modality modality, String identity, String name) {
  private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*", Pattern.DOTALL);

  /**
   * Takes {@code written} apart.
   *
   * @throws UnusableException if it leads out of the data folder or names no modality or identity
   */
  static PicturePath parse(String written) throws UnusableException {
    String path = written.strip().replace('\\', '/');
    if (ABSOLUTE.matcher(path).matches()) {
      throw new UnusableException(SkipReason.OUTSIDE_FOLDER, written, "path is absolute");
    }
    List<String> steps = new ArrayList<>(List.of(path.split("/")));
    steps.removeIf(step -> step.isEmpty() || step.equals("."));
    if (steps.contains("..")) {
      throw new UnusableException(SkipReason.OUTSIDE_FOLDER, written, "path has a '..'");
    }
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
