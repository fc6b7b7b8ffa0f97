package reidstudio.metric;

/**
 * What a ranking begins with.
 *
 * @param items gallery indices, best first; {@link TopItems#NONE} behind the end
 * @param of how many items were ranked; not those that the query may not see
 */
public record RankingHead(int[] items, int of) {}
