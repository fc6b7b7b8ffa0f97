package reidstudio.metric.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reidstudio.metric.CutPrecision;
import reidstudio.metric.QueryScore;
import reidstudio.metric.Ranking;
import reidstudio.metric.RankingHead;
import reidstudio.metric.RetrievalScores;
import reidstudio.metric.Similarities;
import reidstudio.metric.TieBounds;
import reidstudio.metric.TopItems;

/**
 * Ranks the galleries of all trials of a protocol for the queries of one setting; scores are means
 * over the trials of what each trial's queries came to. Several threads may rank at once, one
 * counts.
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
  public Row rank(Similarities similarities, int identity, int camera) {
    similarities.checkSize(gallery.size());
    for (int item = 0; item < similarities.size(); item++) {
      similarities.checkNumber(item);
    }
    List<TrialTally.Ranked> ranked =
        trials.stream().map(trial -> trial.rank(similarities, identity, camera)).toList();
    return () -> count(ranked);
  }

  private QueryScore count(List<TrialTally.Ranked> ranked) {
    for (int trial = 0; trial < ranked.size(); trial++) {
      trials.get(trial).count(ranked.get(trial));
    }
    if (ranked.stream().anyMatch(TrialTally.Ranked::hasMatch)) {
      queries++;
    } else {
      withoutMatch++;
    }
    return QueryScore.of(ranked.isEmpty() ? new int[0] : ranked.get(0).found().ranks());
  }

  @Override
  public RankingHead head(TopItems items, Similarities similarities, int identity, int camera) {
    int[] seen = trials.isEmpty() ? new int[0] : trials.get(0).seen(identity, camera);
    int[] top = items.of(similarities.at(seen));
    for (int place = 0; place < top.length && top[place] != TopItems.NONE; place++) {
      top[place] = seen[top[place]];
    }
    return new RankingHead(top, seen.length);
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
        Arrays.stream(CutPrecision.values())
            .collect(
                Collectors.toMap(form -> form, form -> mean(each, s -> s.mapAt100().get(form)))),
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
