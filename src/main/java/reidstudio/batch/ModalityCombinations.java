package reidstudio.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import reidstudio.config.QueryMix;
import reidstudio.data.Modality;

/**
 * The queries of {@link QueryMix#COMBINATIONS}, as ReID5o trains: for each identity every
 * combination of the non-visible modalities that it shows in the batch, with its first item of each
 * modality. A level is an arity, a kind a combination: 4 of one modality, 6 of two, 4 of three, 1
 * of four. What no identity of the batch shows is absent.
 *
 * <p>Further items of a modality that an identity already shows are encoded but answer nothing.
 */
final class ModalityCombinations {
  private static final List<Modality> QUERIES =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Modality.VIS)));

  private final List<Modality> modalities;

  /** First row of each modality by identity; identities and modalities in the order of rows. */
  private final Map<Integer, EnumMap<Modality, Integer>> firstRows = new LinkedHashMap<>();

  private final List<QueryGroup> fused = new ArrayList<>();

  ModalityCombinations(List<Integer> labels, List<Modality> modalities) {
    this.modalities = modalities;
    for (int row = 0; row < labels.size(); row++) {
      if (modalities.get(row) != Modality.VIS) {
        firstRows
            .computeIfAbsent(labels.get(row), l -> new EnumMap<>(Modality.class))
            .putIfAbsent(modalities.get(row), row);
      }
    }
  }

  QueryGroups groups() {
    List<List<QueryKind>> levels = new ArrayList<>();
    for (int arity = 1; arity <= QUERIES.size(); arity++) {
      int size = arity;
      List<QueryKind> level =
          all().stream()
              .filter(combination -> combination.size() == size)
              .map(this::kind)
              .filter(kind -> kind.rows().length > 0)
              .toList();
      if (!level.isEmpty()) {
        levels.add(level);
      }
    }
    return new QueryGroups(fused, levels, rowWeights(levels));
  }

  /** All 15, small ones first. */
  static List<Set<Modality>> all() {
    return IntStream.range(1, 1 << QUERIES.size())
        .mapToObj(ModalityCombinations::combination)
        .sorted(Comparator.comparingInt(Set::size))
        .toList();
  }

  private static Set<Modality> combination(int bits) {
    Set<Modality> combination = EnumSet.noneOf(Modality.class);
    for (int i = 0; i < QUERIES.size(); i++) {
      if ((bits >> i & 1) == 1) {
        combination.add(QUERIES.get(i));
      }
    }
    return Collections.unmodifiableSet(combination);
  }

  /** Rows of the identities that show all of {@code combination}; groups more than one item. */
  private QueryKind kind(Set<Modality> combination) {
    List<Integer> rows = new ArrayList<>();
    for (EnumMap<Modality, Integer> first : firstRows.values()) {
      if (first.keySet().containsAll(combination)) {
        int[] members = combination.stream().mapToInt(first::get).toArray();
        if (members.length == 1) {
          rows.add(members[0]);
        } else {
          rows.add(modalities.size() + fused.size());
          fused.add(new QueryGroup(combination, members));
        }
      }
    }
    return new QueryKind(combination, rows.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The visible items and each combination weigh 1 together, and the rows within the same. */
  private double[] rowWeights(List<List<QueryKind>> levels) {
    double[] weights = new double[modalities.size() + fused.size()];
    weigh(
        IntStream.range(0, modalities.size())
            .filter(row -> modalities.get(row) == Modality.VIS)
            .toArray(),
        weights);
    levels.forEach(level -> level.forEach(kind -> weigh(kind.rows(), weights)));
    return weights;
  }

  private static void weigh(int[] rows, double[] weights) {
    for (int row : rows) {
      weights[row] = 1.0 / rows.length;
    }
  }
}
