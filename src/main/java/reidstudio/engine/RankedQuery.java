package reidstudio.engine;

import reidstudio.metric.QueryScore;
import reidstudio.metric.RankingHead;

/**
 * How the gallery was ranked for one query.
 *
 * @param head what the ranking begins with, without what the query may not see
 */
record RankedQuery(QueryScore score, RankingHead head) {}
