package reidstudio.engine;

import java.util.Arrays;
import reidstudio.event.QueryRankings;
import reidstudio.event.RankingCurve;
import reidstudio.metric.Chance;
import reidstudio.metric.QueryScore;

/** Gathers how the queries of one setting did, in columns that were made long enough at once. */
final class RankingColumns {
  private final String setting;
  private final int modalities;
  private final int[] identities;
  private final int[] items;
  private final int[] matches;
  private final int[] firstRanks;
  private final float[] averagePrecisions;
  private final int[] top;
  private int size;

  RankingColumns(RetrievalTask.Setting setting) {
    this.setting = setting.name();
    int queries = setting.queries().size();
    this.modalities = setting.name().split("\\+", -1).length;
    this.identities = new int[queries];
    this.items = new int[queries * modalities];
    this.matches = new int[queries];
    this.firstRanks = new int[queries];
    this.averagePrecisions = new float[queries];
    this.top = new int[queries * QueryRankings.TOP];
  }

  void add(RetrievalTask.Entry query, RankedQuery ranked) {
    QueryScore score = ranked.score();
    identities[size] = query.identity();
    System.arraycopy(query.items(), 0, items, size * modalities, modalities);
    matches[size] = score.matches();
    firstRanks[size] = score.firstRank();
    averagePrecisions[size] = (float) score.averagePrecision();
    System.arraycopy(ranked.top(), 0, top, size * QueryRankings.TOP, QueryRankings.TOP);
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

  /**
   * The curve beside that of a random order, which depends on how many matches each query has.
   *
   * @param cmc of the queries so far; empty if none has a match
   * @param gallery pictures
   */
  RankingCurve curve(double[] cmc, int gallery) {
    Chance chance = new Chance(gallery);
    int[] withMatches = new int[gallery + 1];
    int scored = 0;
    for (int query = 0; query < size; query++) {
      if (matches[query] > 0) {
        withMatches[matches[query]]++;
        scored++;
      }
    }
    double[] curve = new double[cmc.length];
    double map = scored == 0 ? Double.NaN : 0;
    for (int count = 1; count <= gallery; count++) {
      if (withMatches[count] > 0) {
        double share = (double) withMatches[count] / scored;
        map += share * chance.averagePrecision(count);
        double[] one = chance.cmc(count, curve.length);
        for (int rank = 0; rank < curve.length; rank++) {
          curve[rank] += share * one[rank];
        }
      }
    }
    return new RankingCurve(setting, cmc, curve, map);
  }
}
