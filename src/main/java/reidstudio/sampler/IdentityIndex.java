package reidstudio.sampler;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import reidstudio.data.Item;
import reidstudio.data.Modality;

/**
 * Who has which items: for each label the positions of its items by modality. Built from exactly
 * the list that the batches will index into.
 */
public final class IdentityIndex {
  private final List<Item> items;
  private final List<Identity> identities;

  private IdentityIndex(List<Item> items, List<Identity> identities) {
    this.items = List.copyOf(items);
    this.identities = List.copyOf(identities);
  }

  /** Indexes {@code items}. */
  public static IdentityIndex of(List<Item> items) {
    SortedMap<Integer, Map<Modality, List<Integer>>> byLabel = new TreeMap<>();
    for (int at = 0; at < items.size(); at++) {
      Item item = items.get(at);
      if (item.label() < 0) {
        throw new IllegalArgumentException(item.name() + " has no label");
      }
      byLabel
          .computeIfAbsent(item.label(), label -> new EnumMap<>(Modality.class))
          .computeIfAbsent(item.modality(), modality -> new ArrayList<>())
          .add(at);
    }
    List<Identity> identities = new ArrayList<>();
    byLabel.forEach((label, own) -> identities.add(new Identity(label, own)));
    return new IdentityIndex(items, identities);
  }

  /** Everyone, by label. */
  public List<Identity> identities() {
    return identities;
  }

  /** Those with a visible and a non-visible item, by label. */
  public List<Identity> pairable() {
    return identities.stream().filter(Identity::isPairable).toList();
  }

  /** Share of pairable identities in the whole data set; 0 without identities. */
  public double pairableRatio() {
    return identities.isEmpty() ? 0 : pairable().size() / (double) identities.size();
  }

  /** Number of items. */
  public int size() {
    return items.size();
  }

  /** Label of the item at a position. */
  public int label(int at) {
    return items.get(at).label();
  }

  /** How the composition of a batch allows rows to be matched. */
  public PairingStatistics pairing(int[] batch) {
    return PairingStatistics.of(
        IntStream.of(batch).map(this::label).toArray(),
        IntStream.of(batch).mapToObj(at -> items.get(at).modality()).toArray(Modality[]::new));
  }

  /**
   * One identity.
   *
   * @param label dense label
   * @param positions of its items, by modality; only modalities that it has
   */
  public record Identity(int label, Map<Modality, List<Integer>> positions) {
    public Identity {
      positions = Map.copyOf(positions);
    }

    /** Positions of its visible pictures, ascending. */
    public int[] visible() {
      return positions.getOrDefault(Modality.VIS, List.of()).stream()
          .mapToInt(Integer::intValue)
          .toArray();
    }

    /** Positions of all other items, ascending. */
    public int[] nonVisible() {
      return positions.entrySet().stream()
          .filter(entry -> entry.getKey() != Modality.VIS)
          .flatMapToInt(entry -> entry.getValue().stream().mapToInt(Integer::intValue))
          .sorted()
          .toArray();
    }

    /** Positions of all its items, ascending. */
    public int[] all() {
      return positions.values().stream()
          .flatMapToInt(own -> own.stream().mapToInt(Integer::intValue))
          .sorted()
          .toArray();
    }

    /** Number of its items. */
    public int size() {
      return positions.values().stream().mapToInt(List::size).sum();
    }

    /** Whether it has a visible and a non-visible item. */
    public boolean isPairable() {
      return positions.containsKey(Modality.VIS) && positions.size() > 1;
    }
  }
}
