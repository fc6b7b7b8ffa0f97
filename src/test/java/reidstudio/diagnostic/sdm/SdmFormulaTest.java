package reidstudio.diagnostic.sdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reidstudio.config.SdmForm;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Wrong implementations as they are met in the field. */
class SdmFormulaTest {
  private static final double TEMPERATURE = 0.1;

  @ParameterizedTest
  @EnumSource
  void theDefinitionPasses(SdmForm form) {
    assertThat(check(form, right(form, TEMPERATURE)).severity()).isEqualTo(Severity.OK);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongSignIsNamed(SdmForm form) {
    SdmFunction right = right(form, TEMPERATURE);
    assertWrong(form, (q, ql, g, gl) -> -right.of(q, ql, g, gl));
  }

  @ParameterizedTest
  @EnumSource
  void aTemperatureThatIsClampedSilentlyIsNamed(SdmForm form) {
    assertWrong(form, right(form, 0.2));
  }

  @ParameterizedTest
  @EnumSource
  void aSumInsteadOfAMeanIsNamed(SdmForm form) {
    SdmFunction right = right(form, TEMPERATURE);
    assertWrong(form, (q, ql, g, gl) -> q.length * right.of(q, ql, g, gl));
  }

  /** The mask of the other side, which square blocks of aligned pairs hide. */
  @ParameterizedTest
  @EnumSource
  void labelsOfTheWrongSideAreNamed(SdmForm form) {
    SdmFunction right = right(form, TEMPERATURE);
    Finding finding = check(form, (q, ql, g, gl) -> right.of(q, ql, g, ql));
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.title()).contains("rows without a positive").doesNotContain("perfect");
  }

  @ParameterizedTest
  @EnumSource
  void theOtherFormIsNamed(SdmForm form) {
    SdmForm other =
        Arrays.stream(SdmForm.values()).filter(each -> each != form).findFirst().orElseThrow();
    assertWrong(form, right(other, TEMPERATURE));
  }

  private static void assertWrong(SdmForm form, SdmFunction function) {
    assertThat(check(form, function).severity()).isEqualTo(Severity.ERROR);
  }

  private static Finding check(SdmForm form, SdmFunction function) {
    return new SdmFormula(form, TEMPERATURE, function).run();
  }

  private static SdmFunction right(SdmForm form, double temperature) {
    return (q, ql, g, gl) -> CosineBlock.of(q, ql, g, gl).loss(form, temperature);
  }
}
