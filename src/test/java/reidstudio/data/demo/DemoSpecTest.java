package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DemoSpecTest {

  @Test
  void theStandardSetHasItsPublishedSize() {
    DemoPlan plan = DemoPlan.of(DemoSpec.standard());
    assertThat(plan.train()).hasSize(384);
    assertThat(plan.test()).hasSize(80);
    assertThat(plan.people().flatMap(person -> person.shots().stream())).hasSize(464 * 12);
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    assertThatThrownBy(() -> new DemoSpec(0, 24, 8, 4, 3, 101, 64, 128, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Bad demo data set: trainIdentities must be 1 to 1500, but is 0; "
                + "pencilPerIdentity must be 1 to 100, but is 101.");
  }

  @Test
  void aPictureMustBeUpright() {
    assertThatThrownBy(() -> new DemoSpec(1, 1, 1, 1, 1, 1, 128, 64, 1))
        .hasMessageContaining("1 to 2.5 times the width")
        .hasMessageContaining("128x64");
  }

  @Test
  void aPersonsFolderDependsOnTheSeed() {
    DemoSpec other = new DemoSpec(64, 24, 8, 4, 3, 3, 96, 192, 2);
    assertThat(DemoPlan.of(other).train().stream().map(Person::folder))
        .isNotEqualTo(DemoPlan.of(DemoSpec.standard()).train().stream().map(Person::folder));
  }
}
