package reidstudio.store;

/** Takes what {@link Series#columns} finds, one call for each pixel column that holds points. */
@FunctionalInterface
public interface ColumnSink {
  /**
   * One pixel column.
   *
   * @param column from 0, growing from call to call
   * @param min smallest finite value; positive infinity if no value is finite
   * @param max largest finite value; negative infinity if no value is finite
   * @param first value of the first point, finite or not
   * @param last value of the last point, finite or not
   * @param count points, at least 1
   * @param nonFinite how many of them are NaN or infinite
   */
  void column(
      int column, double min, double max, double first, double last, int count, int nonFinite);
}
