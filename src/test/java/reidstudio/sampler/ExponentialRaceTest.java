package reidstudio.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Plans are part of a run: the winners are those of the race as it is written down, in order. */
class ExponentialRaceTest {
  /** Everybody's arrival, sorted; ties by number, as a stable sort leaves them. */
  private static int[] byDefinition(int[] left, int batchesLeft, int p, SplittableRandom random) {
    double[] arrival = new double[left.length];
    for (int identity = 0; identity < left.length; identity++) {
      double uniform = 1 - random.nextDouble();
      arrival[identity] =
          left[identity] == batchesLeft ? -uniform : -StrictMath.log(uniform) / left[identity];
    }
    return IntStream.range(0, left.length)
        .filter(identity -> left[identity] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(identity -> arrival[identity]))
        .limit(p)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Property
  void theWinnersAreThoseWithTheSmallestArrivals(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> hands,
      @ForAll @IntRange(min = 1, max = 12) int p,
      @ForAll long seed) {
    int[] left = hands.stream().mapToInt(Integer::intValue).toArray();
    int most = IntStream.of(left).max().orElse(0);
    Assume.that(most > 0);
    ExponentialRace race = new ExponentialRace(p);
    SplittableRandom ours = new SplittableRandom(seed);
    SplittableRandom theirs = new SplittableRandom(seed);
    for (int batchesLeft = most; batchesLeft <= most + 2; batchesLeft++) {
      assertThat(race.run(left, batchesLeft, ours))
          .isEqualTo(byDefinition(left, batchesLeft, p, theirs));
    }
    assertThat(ours.nextLong()).as("numbers taken").isEqualTo(theirs.nextLong());
  }

  @Test
  void thousandsOfIdentitiesOverAWholeEpochToo() {
    int[] left = new SplittableRandom(4).ints(3000, 0, 7).toArray();
    int[] same = left.clone();
    ExponentialRace race = new ExponentialRace(16);
    SplittableRandom ours = new SplittableRandom(9);
    SplittableRandom theirs = new SplittableRandom(9);
    for (int batchesLeft = 300; batchesLeft > 0; batchesLeft--) {
      int[] drawn = race.run(left, batchesLeft, ours);
      assertThat(drawn).isEqualTo(byDefinition(same, batchesLeft, 16, theirs));
      for (int identity : drawn) {
        left[identity]--;
        same[identity]--;
      }
    }
  }
}
