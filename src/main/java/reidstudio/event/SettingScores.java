package reidstudio.event;

/**
 * How well one kind of query finds its person; shares from 0 to 1, NaN where not known.
 *
 * @param setting the kind, such as {@code nir} or {@code nir+text}
 * @param queries how many have a match; 0 where not known
 * @param rank1 share of queries with a match in first place
 * @param rank5 in the first five places
 * @param rank10 in the first ten places
 * @param map mean average precision
 * @param minp mean inverse negative penalty
 */
public record SettingScores(
    String setting,
    int queries,
    double rank1,
    double rank5,
    double rank10,
    double map,
    double minp) {}
