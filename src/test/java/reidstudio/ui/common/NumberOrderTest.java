package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;

class NumberOrderTest {
  private static final List<Double> ROWS = List.of(0.3, Double.NaN, 0.9, Double.NaN, 0.1);

  /** As a table sorts: it turns the order around where the column descends. */
  private static List<Double> sorted(TableColumn.SortType type) {
    TableColumn<Double, Double> column = new TableColumn<>();
    column.setSortType(type);
    Comparator<Double> order = new NumberOrder<>(column, row -> row);
    List<Double> rows = new ArrayList<>(ROWS);
    rows.sort(type == TableColumn.SortType.DESCENDING ? order.reversed() : order);
    return rows;
  }

  @Test
  void whatIsNotKnownComesLastEitherWay() {
    assertThat(sorted(TableColumn.SortType.ASCENDING))
        .containsExactly(0.1, 0.3, 0.9, Double.NaN, Double.NaN);
    assertThat(sorted(TableColumn.SortType.DESCENDING))
        .containsExactly(0.9, 0.3, 0.1, Double.NaN, Double.NaN);
  }
}
