package reidstudio.metric.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import reidstudio.metric.Ranking;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.TieBounds;

/**
 * Ranks the galleries of all trials of a protocol for the queries of one setting; scores are means
 * over the trials of what each trial's queries came to. Not for use by several threads at once.
 */
public final class ProtocolRanking implements Ranking {
  private final Shots gallery;
  private final int maxRank;
  private final List<TrialTally> trials = new ArrayList<>();
  private int queries;
  private int withoutMatch;

  /**
   * @param gallery every picture that has a similarity
   * @param trials for each, positions in {@code gallery}
   * @param maxRank last rank of the CMC curve
   */
  public ProtocolRanking(Protocol protocol, Shots gallery, List<int[]> trials, int maxRank) {
    this.gallery = gallery;
    this.maxRank = maxRank;
    for (int[] trial : trials) {
      VisibleRanks ranks = new VisibleRanks(gallery, trial, protocol.cameras());
      this.trials.add(new TrialTally(ranks, protocol.cmc(), maxRank));
    }
  }

  @Override
  public int[] add(float[] similarity, int identity, int camera) {
    check(similarity);
    List<int[]> ranks =
        trials.stream().map(trial -> trial.add(similarity, identity, camera)).toList();
    if (ranks.stream().anyMatch(own -> own.length > 0)) {
      queries++;
    } else {
      withoutMatch++;
    }
    return ranks.isEmpty() ? new int[0] : ranks.get(0);
  }

  private void check(float[] similarity) {
    if (similarity.length != gallery.size()) {
      throw new IllegalArgumentException(
          "A row of %d similarities does not fit a gallery of %d items."
              .formatted(similarity.length, gallery.size()));
    }
    for (int item = 0; item < similarity.length; item++) {
      if (Float.isNaN(similarity[item])) {
        throw new IllegalArgumentException(
            "The similarity to gallery item " + item + " is NaN; the features are broken.");
      }
    }
  }

  @Override
  public boolean hasScores() {
    return queries > 0;
  }

  @Override
  public RetrievalScores scores() {
    List<RetrievalScores> each = scored().stream().map(TrialTally::scores).toList();
    return new RetrievalScores(
        queries,
        withoutMatch,
        mean(each, RetrievalScores::meanAveragePrecision),
        mean(each, RetrievalScores::meanInverseNegativePenalty),
        IntStream.rangeClosed(1, maxRank)
            .mapToObj(rank -> mean(each, scores -> scores.cmcAt(rank)))
            .toList());
  }

  @Override
  public int withoutMatch() {
    return withoutMatch;
  }

  /** The tied queries are those of all trials together. */
  @Override
  public TieBounds bounds() {
    List<TrialTally> scored = scored();
    return new TieBounds(
        scored.stream().mapToInt(TrialTally::tied).sum(),
        mean(scored, TrialTally::lowestMap),
        mean(scored, TrialTally::highestMap));
  }

  private List<TrialTally> scored() {
    List<TrialTally> scored = trials.stream().filter(TrialTally::hasScores).toList();
    if (scored.isEmpty()) {
      throw new IllegalStateException(
          "None of %d queries shows an identity of the gallery; check how both were split, and the cameras."
              .formatted(withoutMatch));
    }
    return scored;
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> of) {
    return all.stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
