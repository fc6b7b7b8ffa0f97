package reidstudio.store;

/**
 * The steps of a run in the order in which they were made, each with its place on every {@link
 * XAxis}. All series of a run share one, so that a point of a series costs little more than its
 * value.
 *
 * <p>Thread: one writer, any number of readers; see {@link Series}.
 */
public final class Timeline {
  private final DoubleColumn steps = new DoubleColumn();
  private final DoubleColumn epochs = new DoubleColumn();
  private final DoubleColumn seconds = new DoubleColumn();
  private volatile int size;

  /**
   * Whether {@link #append} would take these: the step must grow, epoch and seconds must be finite
   * and must not go back.
   */
  public boolean accepts(long step, double epoch, double second) {
    if (!Double.isFinite(epoch) || !Double.isFinite(second)) {
      return false;
    }
    return size == 0
        || (step > lastStep() && epoch >= last(XAxis.EPOCH) && second >= last(XAxis.SECONDS));
  }

  /**
   * Adds a step.
   *
   * @param step number of the step, exact up to 2^53
   * @param epoch finished passes, with fraction
   * @param second training time so far
   * @throws IllegalArgumentException if it is not {@linkplain #accepts accepted}
   */
  public void append(long step, double epoch, double second) {
    if (!accepts(step, epoch, second)) {
      throw new IllegalArgumentException(
          "step %d (epoch %s, second %s) cannot follow step %d (epoch %s, second %s)"
              .formatted(step, epoch, second, lastStep(), last(XAxis.EPOCH), last(XAxis.SECONDS)));
    }
    int row = size;
    steps.put(row, (double) step);
    epochs.put(row, epoch);
    seconds.put(row, second);
    size = row + 1;
  }

  /** Number of steps so far. */
  public int size() {
    return size;
  }

  /** Number of the newest step; 0 before the first. */
  public long lastStep() {
    return (long) last(XAxis.STEP);
  }

  /** Place of the newest step; 0 before the first. */
  public double last(XAxis axis) {
    int rows = size;
    return rows == 0 ? 0 : x(axis, rows - 1);
  }

  /** Place of the step in {@code row}, which is in {@code [0, size)}. */
  double x(XAxis axis, int row) {
    return switch (axis) {
      case STEP -> steps.get(row);
      case EPOCH -> epochs.get(row);
      case SECONDS -> seconds.get(row);
    };
  }
}
