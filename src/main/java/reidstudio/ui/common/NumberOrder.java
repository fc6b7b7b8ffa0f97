package reidstudio.ui.common;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;

/**
 * Rows of a table by a number of theirs. Rows without one come last whichever way the column is
 * sorted: who looks for the best does not look for the unknown.
 *
 * @param column the table turns what this says around where it descends
 * @param number NaN if not known
 */
public record NumberOrder<T>(TableColumn<?, ?> column, ToDoubleFunction<T> number)
    implements Comparator<T> {
  @Override
  public int compare(T first, T second) {
    double a = number.applyAsDouble(first);
    double b = number.applyAsDouble(second);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      int last = Boolean.compare(Double.isNaN(a), Double.isNaN(b));
      return column.getSortType() == TableColumn.SortType.DESCENDING ? -last : last;
    }
    return Double.compare(a, b);
  }
}
