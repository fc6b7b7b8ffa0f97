package reidstudio.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches of P distinct identities, each with a fixed number of items of each of its suits. Within
 * an epoch no item is dealt twice, but where a suit has fewer items than a hand needs: these repeat
 * in turn, and the identity has one hand.
 */
final class HandPlan implements EpochPlan {
  /**
   * Items of one kind.
   *
   * @param items positions, at least one
   * @param count of them in a hand
   */
  record Suit(int[] items, int count) {}

  private final List<List<Suit>> people;
  private final IdentityDraw draw;
  private final long seed;
  private final int handSize;

  /**
   * @param people the suits of each identity; all have the same counts
   * @param perBatch P, at most the number of identities
   * @param mostHands of an identity in an epoch
   */
  HandPlan(List<List<Suit>> people, int perBatch, int mostHands, long seed) {
    this.people = List.copyOf(people);
    this.seed = seed;
    this.handSize = people.get(0).stream().mapToInt(Suit::count).sum();
    int[] hands =
        people.stream().mapToInt(suits -> Math.min(mostHands, Math.max(1, hands(suits)))).toArray();
    this.draw = new IdentityDraw(hands, perBatch, seed);
  }

  /** As many as its scarcest suit gives without repeats. */
  private static int hands(List<Suit> suits) {
    return suits.stream().mapToInt(suit -> suit.items().length / suit.count()).min().orElse(0);
  }

  @Override
  public int size() {
    return draw.size();
  }

  @Override
  public List<int[]> epoch(int epoch) {
    SplittableRandom random = EpochRandom.of(seed, epoch);
    List<List<Deck>> decks =
        people.stream()
            .map(suits -> suits.stream().map(suit -> new Deck(suit, random)).toList())
            .toList();
    List<int[]> batches = new ArrayList<>(size());
    for (int[] identities : draw.epoch(epoch, random)) {
      int[] batch = new int[identities.length * handSize];
      int at = 0;
      for (int identity : identities) {
        for (Deck deck : decks.get(identity)) {
          at = deck.deal(batch, at);
        }
      }
      batches.add(batch);
    }
    return batches;
  }

  /** A shuffled suit. */
  private static final class Deck {
    private final int[] items;
    private final int count;
    private int dealt;

    Deck(Suit suit, SplittableRandom random) {
      this.items = suit.items().clone();
      this.count = suit.count();
      EpochRandom.shuffle(items, random);
    }

    /** Writes items from {@code from} on and gives the place behind them. */
    int deal(int[] batch, int from) {
      for (int i = 0; i < count; i++) {
        batch[from + i] = items[dealt % items.length];
        dealt++;
      }
      return from + count;
    }
  }
}
