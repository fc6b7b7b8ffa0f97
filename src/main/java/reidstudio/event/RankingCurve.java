package reidstudio.event;

/**
 * Share of a setting's queries with a match up to each rank; index 0 is rank 1.
 *
 * @param setting such as {@code nir+text}
 * @param cmc the curve; empty without a query that has a match
 * @param chance the same of a random order, equally long; empty where it is not known
 * @param chanceMap mean average precision of a random order; NaN without a query that has a match
 */
public record RankingCurve(String setting, double[] cmc, double[] chance, double chanceMap) {}
