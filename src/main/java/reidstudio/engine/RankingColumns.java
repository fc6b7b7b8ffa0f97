package reidstudio.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import reidstudio.event.QueryRankings;
import reidstudio.event.RankingCurve;
import reidstudio.metric.Chance;
import reidstudio.metric.QueryScore;

/** Gathers how the queries of one setting did, in columns that were made long enough at once. */
final class RankingColumns {
  private final String setting;
  private final boolean countsPictures;
  private final int modalities;
  private final int[] identities;
  private final int[] items;
  private final int[] matches;
  private final int[] galleries;
  private final int[] firstRanks;
  private final float[] averagePrecisions;
  private final int[] top;
  private int size;

  /**
   * @param countsPictures whether rank k of the CMC curve is the k-th picture
   */
  RankingColumns(RetrievalTask.Setting setting, boolean countsPictures) {
    this.countsPictures = countsPictures;
    this.setting = setting.name();
    int queries = setting.queries().size();
    this.modalities = setting.name().split("\\+", -1).length;
    this.identities = new int[queries];
    this.items = new int[queries * modalities];
    this.matches = new int[queries];
    this.galleries = new int[queries];
    this.firstRanks = new int[queries];
    this.averagePrecisions = new float[queries];
    this.top = new int[queries * QueryRankings.TOP];
  }

  void add(RetrievalTask.Entry query, RankedQuery ranked) {
    QueryScore score = ranked.score();
    identities[size] = query.identity();
    System.arraycopy(query.items(), 0, items, size * modalities, modalities);
    matches[size] = score.matches();
    galleries[size] = ranked.head().of();
    firstRanks[size] = score.firstRank();
    averagePrecisions[size] = (float) score.averagePrecision();
    System.arraycopy(ranked.head().items(), 0, top, size * QueryRankings.TOP, QueryRankings.TOP);
    size++;
  }

  /** Of the queries so far; those whose items cannot be read are none. */
  QueryRankings rankings() {
    return new QueryRankings(
        setting,
        Arrays.copyOf(identities, size),
        Arrays.copyOf(items, size * modalities),
        Arrays.copyOf(matches, size),
        Arrays.copyOf(firstRanks, size),
        Arrays.copyOf(averagePrecisions, size),
        Arrays.copyOf(top, size * QueryRankings.TOP));
  }

  /** How many of how many pictures are right: all that a random order's score depends on. */
  private record Odds(int gallery, int matches) {}

  /**
   * The curve beside that of a random order, which depends on how many pictures each query sees and
   * how many of them are right. No curve of a random order is known if people are counted.
   *
   * @param cmc of the queries so far; empty if none has a match
   */
  RankingCurve curve(double[] cmc) {
    Map<Odds, Integer> withOdds = new LinkedHashMap<>();
    int scored = 0;
    for (int query = 0; query < size; query++) {
      if (matches[query] > 0) {
        withOdds.merge(new Odds(galleries[query], matches[query]), 1, Integer::sum);
        scored++;
      }
    }
    Map<Integer, Chance> chances = new HashMap<>();
    double[] curve = new double[countsPictures ? cmc.length : 0];
    double map = scored == 0 ? Double.NaN : 0;
    for (Map.Entry<Odds, Integer> some : withOdds.entrySet()) {
      Chance chance = chances.computeIfAbsent(some.getKey().gallery(), Chance::new);
      double share = (double) some.getValue() / scored;
      map += share * chance.averagePrecision(some.getKey().matches());
      double[] one = chance.cmc(some.getKey().matches(), curve.length);
      for (int rank = 0; rank < curve.length; rank++) {
        curve[rank] += share * one[rank];
      }
    }
    return new RankingCurve(setting, cmc, curve, map);
  }
}
