package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import reidstudio.data.SkipReason;

/**
 * A path as an annotation writes it, in steps: relative, with either separator, and never out of
 * the data folder. Every path of every layout comes through here, and is then only looked up among
 * the files that were listed.
 */
record WrittenPath(List<String> steps) {
  private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*", Pattern.DOTALL);

  WrittenPath {
    steps = List.copyOf(steps);
  }

  /**
   * Takes {@code written} apart.
   *
   * @throws UnusableException if it is absolute, leads upwards or names nothing
   */
  static WrittenPath of(String written) throws UnusableException {
    String path = written.strip().replace('\\', '/');
    if (ABSOLUTE.matcher(path).matches()) {
      throw new UnusableException(SkipReason.OUTSIDE_FOLDER, written, "path is absolute");
    }
    List<String> steps = new ArrayList<>(List.of(path.split("/")));
    steps.removeIf(step -> step.isEmpty() || step.equals("."));
    if (steps.contains("..")) {
      throw new UnusableException(SkipReason.OUTSIDE_FOLDER, written, "path has a '..'");
    }
    return new WrittenPath(steps);
  }

  /** With forward slashes. */
  String name() {
    return String.join("/", steps);
  }
}
