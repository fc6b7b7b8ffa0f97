package reidstudio.ui.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;

/** In which order queries are listed. */
enum QueryOrder {
  /** Lowest average precision first, of equal ones the latest first match. */
  HARDEST,
  /** The other way round. */
  EASIEST,
  /** As the test split has them. */
  FILE;

  /**
   * Numbers of the queries of {@code setting} that have a match, in this order.
   *
   * @param only empty for all, else those whose ranking begins with that confusion
   */
  List<Integer> of(EvaluationDetail detail, QueryRankings setting, Optional<Confusion> only) {
    Comparator<Integer> hardest =
        Comparator.<Integer>comparingDouble(q -> setting.averagePrecisions()[q])
            .thenComparing(q -> -setting.firstRanks()[q])
            .thenComparing(Comparator.naturalOrder());
    Comparator<Integer> order =
        switch (this) {
          case HARDEST -> hardest;
          case EASIEST -> hardest.reversed();
          case FILE -> Comparator.naturalOrder();
        };
    return IntStream.range(0, setting.size())
        .filter(q -> setting.firstRanks()[q] > 0)
        .filter(q -> only.isEmpty() || only.get().isSeenIn(detail, setting, q))
        .boxed()
        .sorted(order)
        .toList();
  }
}
