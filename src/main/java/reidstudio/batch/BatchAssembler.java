package reidstudio.batch;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reidstudio.config.RunConfig;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.text.Tokenizer;

/** Reads, augments and orders the items of a plan. Safe for many threads. */
public final class BatchAssembler {
  private final List<Item> items;
  private final PictureReader pictures;
  private final Tokenizer tokenizer;
  private final RunConfig config;
  private final ModalityDropout dropout;
  private final PixelMemory memory = new PixelMemory();

  /** Plans are indices into {@code items}. */
  public BatchAssembler(
      List<Item> items, PictureReader pictures, Tokenizer tokenizer, RunConfig config) {
    this.items = items;
    this.pictures = pictures;
    this.tokenizer = tokenizer;
    this.config = config;
    this.dropout = new ModalityDropout(config.data().modalityDropout());
  }

  /**
   * Prepares batch {@code number} of {@code epoch}. Items that modality dropout leaves out, and
   * such as cannot be read, get no row and are named in the batch.
   *
   * @throws IOException if fewer than two items can be read
   */
  public HostBatch assemble(int[] plan, int epoch, int number) throws IOException {
    List<Modality> planned = Arrays.stream(plan).mapToObj(i -> items.get(i).modality()).toList();
    boolean[] masked = dropout.mask(planned, seed(epoch, number));
    return assemble(plan, masked, epoch, number, pictures::read);
  }

  /** As {@link #assemble}, with nothing left out but what cannot be read. */
  public HostBatch assembleWhole(int[] plan, int epoch, int number) throws IOException {
    return assemble(plan, new boolean[plan.length], epoch, number, pictures::read);
  }

  /** As {@link #assembleWhole}, with pictures as they are, for checks. */
  public HostBatch assemblePlain(int[] plan, int epoch, int number) throws IOException {
    return assemble(plan, new boolean[plan.length], epoch, number, this::plain);
  }

  /** Takes back the pixels of a batch, which nobody may read any more, nor arrays made of them. */
  public void recycle(HostBatch batch) {
    batch.pixels().values().forEach(memory::giveBack);
  }

  private long seed(int epoch, int number) {
    return config.seed() + 1_000_003L * epoch + 10_007L * number;
  }

  /**
   * Prepares items for retrieval: as they are, in the order of {@code plan} if that is by modality,
   * and none grouped. One that cannot be read is left out and named in the batch.
   */
  public ItemBatch items(int[] plan) {
    int[] order = byModality(plan);
    Rows rows = new Rows(plan, this::plain);
    List<Integer> read = new ArrayList<>();
    for (int position : order) {
      if (rows.add(items.get(plan[position]), new SplittableRandom(0))) {
        read.add(plan[position]);
      }
    }
    QueryGroups alone = new QueryGroups(List.of(), List.of(), new double[0]);
    return new ItemBatch(rows.batch(alone, 0), read.stream().mapToInt(Integer::intValue).toArray());
  }

  private int[] byModality(int[] plan) {
    return IntStream.range(0, plan.length)
        .boxed()
        .sorted(Comparator.comparing(i -> items.get(plan[i]).modality()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private HostBatch assemble(int[] plan, boolean[] masked, int epoch, int number, Reading reading)
      throws IOException {
    int[] order = byModality(plan);
    long seed = seed(epoch, number);
    Rows rows = new Rows(plan, reading);
    for (int position : order) {
      Item item = items.get(plan[position]);
      if (masked[position]) {
        rows.masked.add(item);
      } else {
        // Each row has a random sequence of its own: the same picture whatever the thread.
        SplittableRandom random = new SplittableRandom(seed + 101L * position);
        rows.add(item, random.split());
      }
    }
    if (rows.labels.size() < 2 && !rows.masked.isEmpty()) {
      // what was to stay cannot be read
      return assemble(plan, new boolean[plan.length], epoch, number, reading);
    }
    if (rows.labels.size() < 2) {
      throw new IOException(
          "Fewer than 2 items of a batch can be used" + rows.firstDropped() + ".");
    }
    return rows.batch(QueryGroups.of(config.loss().mix(), rows.labels, rows.modalities), ~seed);
  }

  private void plain(Item.Picture picture, SplittableRandom random, FloatBuffer out, int offset)
      throws IOException {
    pictures.plain(picture, out, offset);
  }

  /** How pixels come from a picture. */
  private interface Reading {
    void into(Item.Picture picture, SplittableRandom random, FloatBuffer out, int offset)
        throws IOException;
  }

  /** Rows as they are gathered. */
  private final class Rows {
    private final Reading reading;
    private final List<Integer> labels = new ArrayList<>();
    private final List<Modality> modalities = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Modality, PictureRows> pixels = new EnumMap<>(Modality.class);
    private final List<int[]> captions = new ArrayList<>();
    private final List<Item> masked = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    Rows(int[] plan, Reading reading) {
      this.reading = reading;
      Map<Modality, Long> expected =
          IntStream.of(plan)
              .mapToObj(items::get)
              .collect(Collectors.groupingBy(Item::modality, Collectors.counting()));
      expected.forEach(
          (modality, count) -> {
            if (modality.isImage()) {
              pixels.put(modality, new PictureRows(pictures.floats(), count.intValue(), memory));
            }
          });
    }

    /** Whether the item could be read. */
    boolean add(Item item, SplittableRandom random) {
      try {
        if (item instanceof Item.Picture picture) {
          pixels
              .get(picture.modality())
              .<IOException>add((out, offset) -> reading.into(picture, random, out, offset));
        } else if (item instanceof Item.Caption caption) {
          captions.add(tokenizer.encode(caption.text(), config.data().captionTokens()));
        }
      } catch (IOException e) {
        dropped.add(item.name() + ": " + e.getMessage());
        return false;
      }
      labels.add(item.label());
      modalities.add(item.modality());
      names.add(item.name());
      return true;
    }

    String firstDropped() {
      return dropped.isEmpty() ? "" : "; first left out: " + dropped.get(0);
    }

    HostBatch batch(QueryGroups groups, long dropoutSeed) {
      Map<Modality, PixelBlock> joined = new EnumMap<>(Modality.class);
      pixels.forEach(
          (modality, pictures) -> {
            PixelBlock block = pictures.block();
            if (block.length() > 0) {
              joined.put(modality, block);
            }
          });
      return new HostBatch(
          labels,
          modalities,
          names,
          joined,
          config.data().imageHeight(),
          config.data().imageWidth(),
          captions,
          groups,
          masked,
          dropped,
          dropoutSeed);
    }
  }
}
