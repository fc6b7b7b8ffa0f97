package reidstudio.diagnostic.rule;

import java.util.List;

/** The rules there are. */
final class Rules {
  private Rules() {}

  /** Every rule, new. */
  static List<Rule> all() {
    return List.of(
        new NonFinite(),
        new HeadMoves(),
        new CeStuck(),
        new CeDiverges(),
        new CeFloors(),
        new Pairs(),
        new EpochLength(),
        new SdmOff(),
        new SdmValue(),
        new SdmLevel(),
        new SdmRises(),
        new NormLevel(),
        new NormGrowth(),
        new DeadFeatures(),
        new RatePosition(),
        new ClipStrangles(),
        new LossSpikes(),
        new ModalityBehind(),
        new Overfit(),
        new DataWait(),
        new Stalls(),
        new MemoryGrowth());
  }
}
