package reidstudio.ui.chart;

/**
 * An append-only trace that answers minimum and maximum of any index range in logarithmic time.
 *
 * <p>One thread may append while another reads, without a lock. A cell of the storage is written
 * before {@code size} says that it exists and never again; growing copies into new arrays, which
 * are published before {@code size} passes their end. A reader takes {@code size} first and the
 * arrays second, so its arrays hold at least the points it knows of.
 */
public final class MinMaxPyramid implements TraceSource {
  private static final int FIRST_CAPACITY = 1024;

  private final Extent scratch = new Extent();
  private volatile PyramidStorage storage = new PyramidStorage(FIRST_CAPACITY);
  private volatile int size;

  /**
   * Adds a point at the end.
   *
   * @throws IllegalArgumentException if {@code x} is not finite or less than the last x
   */
  public void append(double x, double y) {
    int index = size;
    PyramidStorage target = storage;
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException(
          "x of point " + index + " is " + x + "; it must be finite");
    }
    if (index > 0 && x < target.x(index - 1)) {
      throw new IllegalArgumentException(
          "x of point %d is %s, less than %s before it; start a new trace where x goes back"
              .formatted(index, x, target.x(index - 1)));
    }
    if (index == target.capacity()) {
      target = target.grown();
      storage = target;
    }
    target.put(index, x, y, scratch);
    size = index + 1;
  }

  /** Number of points appended so far. */
  public int size() {
    return size;
  }

  @Override
  public long version() {
    return size;
  }

  @Override
  public TraceSnapshot snapshot() {
    int count = size;
    return new Snapshot(count, storage);
  }

  private record Snapshot(int size, PyramidStorage storage) implements TraceSnapshot {
    @Override
    public double x(int index) {
      return storage.x(index);
    }

    @Override
    public double y(int index) {
      return storage.y(index);
    }

    @Override
    public void extent(int from, int to, Extent into) {
      storage.extent(Math.max(0, from), Math.min(size, to), into);
    }
  }
}
