package reidstudio.tensor.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CLIP's weights (Radford et al. 2021) in a file of OpenAI or Hugging Face, under the names and in
 * the orientation of this program's model: {@code visual.*} and {@code text.*}, queries, keys and
 * values below each other in {@code attn.in_proj_*}, projections as [embedding, width].
 *
 * <p>What shapes cannot show (heads, activation, a layer left out) is the reader's to get right.
 */
public final class ClipWeights implements AutoCloseable {
  private final WeightFile file;
  private final WeightFault fault;
  private final ClipNaming naming;
  private final Map<String, Origin> origins = new LinkedHashMap<>();
  private final List<String> unexpected = new ArrayList<>();

  /**
   * What makes a parameter of the model.
   *
   * @param keys names in the file, in the order they are put below each other; null until found
   */
  private record Origin(String[] keys, boolean isTransposed) {}

  private ClipWeights(WeightFile file) throws IOException {
    this.file = file;
    this.fault = new WeightFault(file.path());
    this.naming = naming();
    for (String key : file.names()) {
      if (!ClipNaming.NO_WEIGHT.matcher(key).matches()) {
        naming.target(key).ifPresentOrElse(t -> place(key, t), () -> unexpected.add(key));
      }
    }
    for (Map.Entry<String, Origin> entry : origins.entrySet()) {
      requireSound(entry.getKey(), entry.getValue());
    }
  }

  /**
   * Opens a weight file of CLIP.
   *
   * @throws IOException with one sentence for the user: what {@link WeightFile#open} refuses, a
   *     file without any weight of CLIP, or one that lacks a part of a parameter
   */
  public static ClipWeights open(Path path) throws IOException {
    WeightFile file = WeightFile.open(path);
    try {
      return new ClipWeights(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The naming that knows most keys, so that one stray name does not decide. */
  private ClipNaming naming() throws IOException {
    ClipNaming best = null;
    long most = 0;
    for (ClipNaming candidate : ClipNaming.ALL) {
      long known = file.names().stream().filter(key -> candidate.target(key).isPresent()).count();
      if (known > most) {
        best = candidate;
        most = known;
      }
    }
    if (best == null) {
      String first = file.names().stream().findFirst().map(n -> ", such as '" + n + "'").orElse("");
      throw fault.refused(
          "none of its "
              + file.names().size()
              + " arrays"
              + first
              + ", has a name that CLIP has at OpenAI or Hugging Face. Give a file of CLIP with a"
              + " vision transformer, such as ViT-B/16");
    }
    return best;
  }

  private void place(String key, ClipNaming.Target target) {
    origins.computeIfAbsent(
                target.name(),
                name -> new Origin(new String[target.chunks()], target.isTransposed()))
            .keys()[target.chunk()] =
        key;
  }

  private void requireSound(String name, Origin origin) throws IOException {
    List<String> keys = Arrays.asList(origin.keys());
    if (keys.contains(null)) {
      throw fault.damaged(
          "'%s' is made of %d parts, but only %s is there"
              .formatted(name, keys.size(), keys.stream().filter(key -> key != null).toList()));
    }
    long[] first = file.entry(keys.get(0)).shape();
    for (String key : keys) {
      long[] shape = file.entry(key).shape();
      boolean isMatrix = shape.length == 2;
      boolean isPart = shape.length > 0 && Arrays.equals(shape, first);
      if ((origin.isTransposed() && !isMatrix) || (keys.size() > 1 && !isPart)) {
        throw fault.refused(
            "'%s' of shape %s cannot be (a part of) '%s'. Give a file of an unchanged CLIP"
                .formatted(key, Arrays.toString(shape), name));
      }
    }
  }

  /** Who named the weights: "OpenAI" or "Hugging Face". */
  public String origin() {
    return naming.origin();
  }

  /** The model's names for what the file has, in the file's order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(origins.keySet());
  }

  /**
   * The shape that {@link #read} gives.
   *
   * @throws IllegalArgumentException for a name the file does not have
   */
  public long[] shape(String name) {
    Origin origin = find(name);
    long[] shape = file.entry(origin.keys()[0]).shape();
    if (origin.isTransposed()) {
      return new long[] {shape[1], shape[0]};
    }
    if (origin.keys().length > 1) {
      shape[0] *= origin.keys().length;
    }
    return shape;
  }

  /**
   * Reads one parameter; nothing of it is kept.
   *
   * @throws IOException if the bytes cannot be read or are no weights
   * @throws IllegalArgumentException for a name the file does not have
   */
  public HostTensor read(String name) throws IOException {
    Origin origin = find(name);
    List<HostTensor> parts = new ArrayList<>();
    for (String key : origin.keys()) {
      parts.add(file.tensor(key));
    }
    HostTensor whole = parts.size() == 1 ? parts.get(0) : HostTensor.concatenated(parts);
    return origin.isTransposed() ? whole.transposed() : whole;
  }

  /** Names in the file that are nothing of CLIP's, in its order. */
  public List<String> unexpected() {
    return Collections.unmodifiableList(unexpected);
  }

  private Origin find(String name) {
    Origin origin = origins.get(name);
    if (origin == null) {
      throw new IllegalArgumentException(file.path() + " has no '" + name + "'");
    }
    return origin;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
