package reidstudio.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostTensorTest {
  private final HostTensor matrix = tensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

  @Test
  void rowsBecomeColumns() {
    HostTensor turned = matrix.transposed();
    assertThat(turned.values()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(turned.shape()).containsExactly(3, 2);
    assertThatThrownBy(() -> tensor(new float[] {1}, 1).transposed())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1]");
  }

  @Test
  void partsLieBelowEachOtherInTheirOrder() {
    HostTensor all = HostTensor.concatenated(List.of(tensor(new float[] {9, 8, 7}, 1, 3), matrix));
    assertThat(all.values()).containsExactly(9, 8, 7, 1, 2, 3, 4, 5, 6);
    assertThat(all.shape()).containsExactly(3, 3);
    assertThatThrownBy(() -> HostTensor.concatenated(List.of(matrix, matrix.transposed())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShapeThatTheValuesDoNotFillIsRefused() {
    assertThatThrownBy(() -> tensor(new float[] {1, 2}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[3]");
  }

  private static HostTensor tensor(float[] values, long... shape) {
    return new HostTensor(values, shape);
  }
}
