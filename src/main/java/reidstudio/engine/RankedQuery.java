package reidstudio.engine;

import reidstudio.metric.QueryScore;

/**
 * How the gallery was ranked for one query.
 *
 * @param top gallery indices that the ranking begins with; -1 behind its end
 */
record RankedQuery(QueryScore score, int[] top) {}
