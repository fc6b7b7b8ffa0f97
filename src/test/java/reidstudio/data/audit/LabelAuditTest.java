package reidstudio.data.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.data.LabelMap;

class LabelAuditTest {
  private static LabelAudit of(String... identities) {
    return LabelAudit.of(LabelMap.of(List.of(identities)));
  }

  @Test
  void numbersFromZeroOnAreLabelsAlready() {
    assertThat(of("0", "1", "2").isDense()).isTrue();
    assertThat(of("1", "2", "3").isDense()).as("shifted by one").isFalse();
    assertThat(of("1", "2", "3").missing()).isZero();
  }

  @Test
  void gapsAreNamedAndCounted() {
    LabelAudit audit = of("0002", "0003", "0005", "0010");
    assertThat(audit.first()).isEqualTo(2);
    assertThat(audit.last()).isEqualTo(10);
    assertThat(audit.gaps()).containsExactly("4", "6-9");
    assertThat(audit.missing()).isEqualTo(5);
    assertThat(audit.ascending()).isTrue();
  }

  @Test
  void numbersWithoutZerosInFrontAreSortedAsText() {
    assertThat(of("1", "2", "10").ascending()).isFalse();
    assertThat(of("01", "02", "10").ascending()).isTrue();
  }

  @Test
  void aCommonWordInFrontIsNoObstacleOtherNamesAre() {
    assertThat(of("train-001", "train-003").gaps()).containsExactly("2");
    assertThat(of("anna", "bert").numbered()).isFalse();
    assertThat(of("a1", "b2").numbered()).isFalse();
  }

  /** A huge gap costs one entry, not one for each number. */
  @Test
  void aHugeGapIsOneEntry() {
    LabelAudit audit = of("1", "999999999999999");
    assertThat(audit.gaps()).containsExactly("2-999999999999998");
    assertThat(audit.missing()).isEqualTo(999999999999997L);
  }
}
