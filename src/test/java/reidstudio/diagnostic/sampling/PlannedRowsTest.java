package reidstudio.diagnostic.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.data.Item;
import reidstudio.sampler.People;

class PlannedRowsTest {
  /**
   * nir of a person with 1 visible, text and sk of one without, cp of one with 1; 2 visible alone.
   */
  private static final List<Item> WORKED = People.of("vn", "vv", "ts", "vc");

  @Test
  void aBatchAsPlannedHasTheShareOfThePlan() {
    PlannedRows rows = new PlannedRows();
    rows.add(WORKED, Rows.of(WORKED));
    assertThat(rows.visible()).isEqualTo(4);
    assertThat(rows.visibleThere()).isEqualTo(4);
    assertThat(rows.visibleDropped()).isZero();
    assertThat(rows.dropRate()).isZero();
    assertThat(rows.withoutPositive()).isEqualTo(0.5);
    assertThat(rows.withoutPositive(0)).isEqualTo(0.5);
    // nir and cp lose theirs with probability r, text and sk have none: (2 + 2 r) / 4
    assertThat(rows.withoutPositive(0.2)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void whatIsMissingIsCountedAndWhatCannotBeReadIsCountedApart() {
    // without the first person's visible picture, and with one of the second's that is broken
    List<Item> there = List.of(1, 3, 4, 5, 6, 7).stream().map(WORKED::get).toList();
    PlannedRows rows = new PlannedRows();
    rows.add(WORKED, Rows.of(there, List.of(), WORKED.get(2).name() + ": it is no picture"));
    assertThat(rows.visibleThere()).isEqualTo(2);
    assertThat(rows.visibleUnread()).isEqualTo(1);
    assertThat(rows.visibleDropped()).isEqualTo(1);
    assertThat(rows.dropRate()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(rows.withoutPositive()).isEqualTo(0.75);
    assertThat(rows.othersLeftOut()).isZero();
  }

  @Test
  void otherItemsMayBeLeftOut() {
    List<Item> there = List.of(0, 2, 3, 6, 7).stream().map(WORKED::get).toList();
    PlannedRows rows = new PlannedRows();
    rows.add(WORKED, Rows.of(there, List.of(WORKED.get(1), WORKED.get(4), WORKED.get(5))));
    assertThat(rows.visibleDropped()).isZero();
    assertThat(rows.othersLeftOut()).isEqualTo(0.75);
    assertThat(rows.withoutPositive()).isZero();
  }

  /** The simulated means at a rate of 0.15: 14.7 %, 2.2 % and 0.05 %. */
  @Test
  void theShareFromDropoutAloneIsThatOfASimulation() {
    assertThat(alone("vn")).isEqualTo(0.15);
    assertThat(alone("vvn")).isCloseTo(0.0225, within(1e-12));
    assertThat(alone("vvvvn")).isCloseTo(0.00050625, within(1e-12));
  }

  private static double alone(String word) {
    List<Item> items = People.alike(3, word);
    PlannedRows rows = new PlannedRows();
    rows.add(items, Rows.of(items));
    return rows.withoutPositive(0.15);
  }
}
