package reidstudio.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.Change;

class ProposalTest {
  private static final String RATE = "optimizer.head.learningRate";

  private final RunConfigCodec codec = new RunConfigCodec();
  private final RunConfig run = with(RunConfig.defaults(), Map.of(RATE, "3e-5", "seed", "9"));

  private RunConfig with(RunConfig base, Map<String, String> settings) {
    return codec.read(null, settings, base);
  }

  @Test
  void oneSettingAndTheNameChangeAndNothingElse() {
    Proposal proposal = Proposal.of(new Change(RATE, "0.0030"), run, codec);
    assertThat(proposal.before()).isEqualTo("3e-5");
    assertThat(proposal.after()).isEqualTo("0.003");
    assertThat(proposal.config())
        .hasValue(with(run, Map.of(RATE, "3e-3", "name", "demo-learningRate-0.003")));
    assertThat(proposal.problem()).isEmpty();
  }

  @Test
  void aSecondTryReplacesTheNameOfTheFirst() {
    RunConfig first = Proposal.of(new Change(RATE, "3e-4"), run, codec).config().orElseThrow();
    RunConfig second = Proposal.of(new Change(RATE, "3e-3"), first, codec).config().orElseThrow();
    assertThat(first.name()).isEqualTo("demo-learningRate-3e-4");
    assertThat(second.name()).isEqualTo("demo-learningRate-0.003");
    assertThat(second.optimizer().head().learningRate()).isEqualTo(3e-3);
  }

  @Test
  void aLongOrStrangeNameStaysAllowed() {
    RunConfig named = with(run, Map.of("name", "n".repeat(60)));
    assertThat(Proposal.of(new Change(RATE, "1"), named, codec).config().orElseThrow().name())
        .isEqualTo("n".repeat(60 - "-learningRate-1".length()) + "-learningRate-1");
    assertThat(
            Proposal.of(new Change("loss.sdm.weightSteps", "0.5, 1"), run, codec)
                .config()
                .orElseThrow()
                .name())
        .isEqualTo("demo-weightSteps-0.5-1");
  }

  @Test
  void whatTheRunAlreadyHasIsNoChange() {
    Proposal proposal = Proposal.of(new Change(RATE, "0.00003"), run, codec);
    assertThat(proposal.changesNothing()).isTrue();
    assertThat(proposal.config()).isEmpty();
  }

  @Test
  void whatCannotBeSaysWhy() {
    Proposal unknown = Proposal.of(new Change("optimizer.heat", "1"), run, codec);
    assertThat(unknown.config()).isEmpty();
    assertThat(unknown.before()).isEmpty();
    assertThat(unknown.problem()).contains("optimizer.heat").contains("did you mean head");
    Proposal wild = Proposal.of(new Change(RATE, "-1"), run, codec);
    assertThat(wild.problem()).contains(RATE);
    assertThat(wild.changesNothing()).isFalse();
    assertThat(wild.after()).isEqualTo("-1");
  }
}
