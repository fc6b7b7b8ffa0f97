package reidstudio.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.HostBatch;
import reidstudio.data.Item;
import reidstudio.diagnostic.BatchVariants;
import reidstudio.diagnostic.Subject;

/** Batches of one epoch for a diagnosis, prepared on the calling thread. */
final class EpochBatches implements Subject.BatchLookup, BatchVariants {
  private static final int FIRST_OTHER_EPOCH = 1_000_000;

  private final List<Item> items;
  private final List<int[]> plan;
  private final int epoch;
  private final BatchAssembler assembler;

  /**
   * @param plan of the epoch, at least one batch of indices into {@code items}
   */
  EpochBatches(List<Item> items, List<int[]> plan, int epoch, BatchAssembler assembler) {
    this.items = items;
    this.plan = plan;
    this.epoch = epoch;
    this.assembler = assembler;
  }

  @Override
  public HostBatch batch(int number) {
    return read(() -> assembler.assemble(plan(number), epoch, number));
  }

  @Override
  public HostBatch plain(int number) {
    return read(() -> assembler.assemblePlain(plan(number), epoch, number));
  }

  @Override
  public HostBatch plain(int number, int most) {
    int[] fewer = wholeIdentities(plan(number), most);
    return read(() -> assembler.assemblePlain(fewer, epoch, number));
  }

  /** Random sequences are functions of the epoch, and no run reaches that of a draw. */
  @Override
  public HostBatch drawn(int number, int draw) {
    return read(() -> assembler.assembleWhole(plan(number), FIRST_OTHER_EPOCH + draw, number));
  }

  @Override
  public HostBatch items(int[] numbers) {
    return read(() -> assembler.assemblePlain(numbers, epoch, 0));
  }

  private int[] plan(int number) {
    return plan.get(number % plan.size());
  }

  private int[] wholeIdentities(int[] batch, int most) {
    Map<Integer, Integer> rows = new LinkedHashMap<>();
    for (int item : batch) {
      rows.merge(items.get(item).label(), 1, Integer::sum);
    }
    Map<Integer, Integer> taken = new LinkedHashMap<>();
    int sum = 0;
    for (Map.Entry<Integer, Integer> identity : rows.entrySet()) {
      if (taken.size() >= 2 && sum + identity.getValue() > most) {
        break;
      }
      taken.put(identity.getKey(), identity.getValue());
      sum += identity.getValue();
    }
    return Arrays.stream(batch)
        .filter(item -> taken.containsKey(items.get(item).label()))
        .toArray();
  }

  private interface Reading {
    HostBatch batch() throws IOException;
  }

  private static HostBatch read(Reading reading) {
    try {
      return reading.batch();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
