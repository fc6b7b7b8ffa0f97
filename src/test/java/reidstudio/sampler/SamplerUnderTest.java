package reidstudio.sampler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/** Every sampler, and what sets it apart from the others. */
enum SamplerUnderTest {
  BALANCED {
    @Override
    BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException {
      return new MultiModalBalancedSampler(IdentityIndex.of(items), p, k, seed);
    }
  },
  MODAL_AWARE {
    @Override
    BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException {
      return new ModalAwarePKSampler(IdentityIndex.of(items), p, k, seed);
    }
  },
  STRICT {
    @Override
    BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException {
      return new StrictModalPairsSampler(IdentityIndex.of(items), p, k, true, seed);
    }
  },
  STRICT_WITHOUT_REUSE {
    @Override
    BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException {
      return new StrictModalPairsSampler(IdentityIndex.of(items), p, k, false, seed);
    }
  },
  RANDOM_IDENTITY {
    @Override
    BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException {
      return new RandomIdentitySampler(IdentityIndex.of(items), p, k, seed);
    }
  },
  RANDOM {
    @Override
    BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException {
      return new RandomSampler(IdentityIndex.of(items), p, k, seed);
    }
  };

  abstract BatchSampler build(List<Item> items, int p, int k, long seed) throws SamplerException;

  /** Whether a batch is P identities with K items each. */
  boolean grouped() {
    return this != RANDOM;
  }

  boolean strict() {
    return this == STRICT || this == STRICT_WITHOUT_REUSE;
  }

  /** Whether it draws identities only that have both sides of a pair. */
  boolean pairableOnly() {
    return this == BALANCED || strict();
  }

  /** Whether an identity with both sides always shows both, given K of at least 2. */
  boolean showsBothSides() {
    return pairableOnly() || this == MODAL_AWARE;
  }

  /** Whether one batch can be made of {@code items}; by the words of the task, not by a sampler. */
  boolean isPossible(List<Item> items, int p, int k) {
    if (this == RANDOM) {
      return items.size() >= p * k;
    }
    return due(items).size() >= p && (k >= 2 || !pairableOnly());
  }

  /** Labels that the sampler has to visit. */
  Set<Integer> due(List<Item> items) {
    Map<Integer, Set<Boolean>> sides = new HashMap<>();
    for (Item item : items) {
      sides
          .computeIfAbsent(item.label(), label -> new TreeSet<>())
          .add(item.modality() == Modality.VIS);
    }
    Set<Integer> due = new TreeSet<>();
    sides.forEach(
        (label, seen) -> {
          if (seen.size() == 2 || !pairableOnly()) {
            due.add(label);
          }
        });
    return due;
  }

  /** How many different items of a label a batch with {@code rows} rows of it has to show. */
  int different(List<Item> items, int label, int rows) {
    int visible = count(items, label, true);
    int others = count(items, label, false);
    return strict()
        ? Math.min(rows / 2, visible) + Math.min(rows - rows / 2, others)
        : Math.min(rows, visible + others);
  }

  static int count(List<Item> items, int label, boolean visible) {
    return (int)
        IntStream.range(0, items.size())
            .filter(at -> items.get(at).label() == label)
            .filter(at -> (items.get(at).modality() == Modality.VIS) == visible)
            .count();
  }
}
