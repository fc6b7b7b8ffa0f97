package reidstudio.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reidstudio.config.DataConfig;
import reidstudio.config.RunConfig;
import reidstudio.config.TextKind;
import reidstudio.data.Modality;
import reidstudio.tensor.StartValues;
import reidstudio.tensor.weights.ClipWeights;
import reidstudio.tensor.weights.HostTensor;
import reidstudio.tensor.weights.PositionGrid;

/**
 * The encoders' first values from a file of CLIP. Every image modality starts with CLIP's one patch
 * embedding; positions are resized to the pictures and cut to the captions. Adapters, fusion, neck
 * and classifier, and an encoder over words, are not in the file and start at random.
 */
public final class ClipStart implements StartValues {
  private static final Pattern OWN_OF_MODALITY =
      Pattern.compile(
          Stream.of(Modality.values())
              .filter(Modality::isImage)
              .map(Modality::word)
              .collect(Collectors.joining("|", "visual\\.(?:", ")\\.(.+)")));

  private static final String IMAGE_POSITIONS = "visual.positional_embedding";
  private static final String TEXT_POSITIONS = "text.positional_embedding";

  /**
   * What came from the file.
   *
   * @param parameters of the model that have their values from it
   * @param arrays of the file that were used
   * @param left arrays of the file that this kind of model has no use for
   */
  public record Loaded(int parameters, int arrays, int left) {}

  private final ClipWeights file;
  private final RunConfig config;
  private final Set<String> used = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private int parameters;

  /**
   * The start of models of {@code config}.
   *
   * @param file stays open as long as models are made, and is closed by who opened it
   */
  public ClipStart(ClipWeights file, RunConfig config) {
    this.file = file;
    this.config = config;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  @Override
  public Optional<float[]> of(String name, long[] shape) {
    Optional<String> known = inFile(name);
    if (known.isPresent() && !file.names().contains(known.get())) {
      missing.add(name);
      return Optional.empty();
    }
    return known.map(
        key -> {
          HostTensor fitted = fitted(key);
          if (!Arrays.equals(fitted.shape(), shape)) {
            throw refused(
                "holds '%s' as %s, and the model takes %s"
                    .formatted(key, Arrays.toString(file.shape(key)), Arrays.toString(shape)));
          }
          used.add(key);
          parameters++;
          return fitted.values();
        });
  }

  /** The file's name for a parameter; empty for one that no CLIP has. */
  private Optional<String> inFile(String name) {
    if (name.contains(LoraAdapter.MARK)) {
      return Optional.empty();
    }
    if (name.startsWith("text.")) {
      return readsCaptions() ? Optional.of(name) : Optional.empty();
    }
    Matcher own = OWN_OF_MODALITY.matcher(name);
    if (own.matches()) {
      return Optional.of("visual." + own.group(1));
    }
    return name.startsWith("visual.") ? Optional.of(name) : Optional.empty();
  }

  private boolean readsCaptions() {
    return config.model().text().kind() == TextKind.CLIP;
  }

  /**
   * Values under the file's name {@code key}, positions fitted, as {@link PlainClip} asks for them.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public float[] plain(String key) {
    return fitted(key).values();
  }

  private HostTensor fitted(String key) {
    try {
      HostTensor tensor = file.read(key);
      if (key.endsWith(".positional_embedding") && tensor.shape().length != 2) {
        throw refused("holds '%s' that is no table".formatted(key));
      }
      return switch (key) {
        case IMAGE_POSITIONS -> resized(tensor);
        case TEXT_POSITIONS -> cut(tensor);
        default -> tensor;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** A table that was saved for pictures of this size, which need not be square, stays as it is. */
  private HostTensor resized(HostTensor table) {
    DataConfig data = config.data();
    int patch = config.model().patch();
    PositionGrid grid = new PositionGrid(data.imageHeight() / patch, data.imageWidth() / patch);
    if (table.shape()[0] == grid.rows()) {
      return table;
    }
    try {
      return PositionGrid.squareOf(table).resized(table, grid);
    } catch (IllegalArgumentException e) {
      throw refused("holds positions that cannot be resized: " + e.getMessage());
    }
  }

  private HostTensor cut(HostTensor table) {
    long[] shape = table.shape();
    int tokens = config.data().captionTokens();
    if (shape[0] < tokens) {
      throw refused(
          "has positions for captions of %d tokens, and data.captionTokens is %d"
              .formatted(shape[0], tokens));
    }
    int width = (int) shape[1];
    float[] first = Arrays.copyOf(table.values(), tokens * width);
    return new HostTensor(first, new long[] {tokens, width});
  }

  /**
   * Looks back at a model that was made: each parameter of its encoders must have come from the
   * file, and each array of the file must have gone somewhere.
   *
   * @throws IllegalArgumentException with one sentence if not
   */
  public Loaded finish() {
    requireComplete();
    if (!file.unexpected().isEmpty()) {
      throw refused(named("holds arrays that are nothing of CLIP's", file.unexpected()));
    }
    List<String> unused =
        file.names().stream()
            .filter(name -> !used.contains(name))
            .filter(name -> readsCaptions() || !name.startsWith("text."))
            .toList();
    if (!unused.isEmpty()) {
      throw refused(named("holds arrays that the model has no place for", unused));
    }
    return new Loaded(parameters, used.size(), file.names().size() - used.size());
  }

  /**
   * Looks back at a model that was made, or begun.
   *
   * @throws IllegalArgumentException with one sentence if it asked for what the file does not have
   */
  public void requireComplete() {
    if (!missing.isEmpty()) {
      throw refused(named("lacks parameters of the model", missing));
    }
  }

  private static String named(String what, List<String> names) {
    return "%s (%d, the first '%s')".formatted(what, names.size(), names.get(0));
  }

  private IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "%s %s; %s."
            .formatted(
                config.model().weights().pretrained(), what, new ClipSizes(file).settings()));
  }
}
