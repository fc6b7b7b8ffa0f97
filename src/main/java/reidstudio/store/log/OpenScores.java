package reidstudio.store.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import reidstudio.event.Evaluation;
import reidstudio.event.SettingScores;

/** An evaluation whose lines may not all have been read. */
final class OpenScores {
  private static final Pattern MEAN =
      Pattern.compile("(?i)all|avg\\d*|mean|average|\\w+_aver(?:age)?");

  private final long step;
  private final int epoch;
  private final String protocol;
  private final Map<String, SettingScores> settings = new LinkedHashMap<>();

  OpenScores(long step, int epoch, String protocol) {
    this.step = step;
    this.epoch = epoch;
    this.protocol = protocol;
  }

  int epoch() {
    return epoch;
  }

  boolean fits(int ofEpoch, String ofProtocol) {
    return epoch == ofEpoch && protocol.equals(ofProtocol);
  }

  void add(List<SettingScores> more) {
    more.forEach(scores -> settings.merge(scores.setting(), scores, OpenScores::filled));
  }

  /** Empty if there is nothing in it. */
  Optional<Evaluation> evaluation() {
    List<SettingScores> kept = new ArrayList<>(settings.values());
    boolean ranksElsewhere = kept.stream().anyMatch(s -> !isMean(s) && Double.isFinite(s.rank1()));
    // a mean beside what it is the mean of says nothing new, unless only it has ranks
    if (!kept.stream().allMatch(OpenScores::isMean)) {
      kept.removeIf(s -> isMean(s) && (ranksElsewhere || Double.isNaN(s.rank1())));
    }
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evaluation(step, epoch, protocol, kept));
  }

  private static boolean isMean(SettingScores scores) {
    return MEAN.matcher(scores.setting()).matches();
  }

  private static SettingScores filled(SettingScores older, SettingScores newer) {
    return new SettingScores(
        older.setting(),
        Math.max(older.queries(), newer.queries()),
        known(newer.rank1(), older.rank1()),
        known(newer.rank5(), older.rank5()),
        known(newer.rank10(), older.rank10()),
        known(newer.map(), older.map()),
        known(newer.minp(), older.minp()));
  }

  private static double known(double newer, double older) {
    return Double.isNaN(newer) ? older : newer;
  }
}
