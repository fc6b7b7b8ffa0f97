package reidstudio.engine.device;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The build of PyTorch that this process loads.
 *
 * <p>DJL takes a libtorch that the user names, else one on the class path, else it downloads one.
 * Its own choice among builds depends on a CUDA toolkit, and names builds of a user's libtorch that
 * it has no JNI library for; so the choice is made here and told to it.
 *
 * @param origin where it comes from
 * @param flavor DJL's word for the build, such as {@code cpu} or {@code cu128}
 * @param folder where its libraries are, or will be once they are downloaded
 */
record TorchBuild(Origin origin, String flavor, Path folder) {
  /** Where a build of PyTorch comes from. */
  enum Origin {
    /** The user names a libtorch. */
    NAMED,
    /** It came with the program. */
    BUNDLED,
    /** It is downloaded, once. */
    DOWNLOADED
  }

  /** The one for CUDA among the builds that DJL's JNI library for this version is made for. */
  static final String CUDA = "cu128";

  static final String FLAVOR = "PYTORCH_FLAVOR";
  static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
  private static final String CPU = "cpu";

  /** The build that this machine gets. */
  static TorchBuild ofThisMachine(Supplier<CudaDriver> driver) {
    return of(Utils::getEnvOrSystemProperty, bundledFlavor(), driver);
  }

  /**
   * The build that DJL gets for these settings.
   *
   * @param settings the environment, and system properties, by name; null for what is not set
   * @param bundled flavor of the PyTorch on the class path
   * @param driver asked only if nothing else decides
   */
  static TorchBuild of(
      Function<String, String> settings, Optional<String> bundled, Supplier<CudaDriver> driver) {
    Optional<String> wanted = Optional.ofNullable(settings.apply(FLAVOR)).filter(f -> !f.isEmpty());
    Optional<Path> named =
        Optional.ofNullable(settings.apply(LIBRARY_PATH)).flatMap(TorchBuild::libtorch);
    if (named.isPresent()) {
      return new TorchBuild(Origin.NAMED, wanted.orElse(flavorOf(named.get())), named.get());
    }
    if (bundled.isPresent()) {
      return new TorchBuild(Origin.BUNDLED, bundled.get(), cached(bundled.get()));
    }
    String flavor = wanted.orElseGet(() -> serves(driver.get()) ? CUDA : CPU);
    return new TorchBuild(Origin.DOWNLOADED, flavor, cached(flavor));
  }

  private static boolean serves(CudaDriver driver) {
    return !driver.isTooOld() && driver.gpus().stream().anyMatch(TorchBuild::hasCodeFor);
  }

  /**
   * Whether PyTorch 2.7 for CUDA 12.8 has code for this card: Turing and later. The one for CUDA
   * 12.6 has it for Maxwell, Pascal and Volta too.
   */
  private static boolean hasCodeFor(Gpu gpu) {
    return gpu.isAtLeast(7, 5);
  }

  /** Whether it may work on {@code gpu}. */
  boolean runsOn(Gpu gpu) {
    return isForCuda() && !lacksCodeFor(gpu);
  }

  /** Whether the card is too old for it; of a libtorch that the user names, nobody knows. */
  boolean lacksCodeFor(Gpu gpu) {
    return origin != Origin.NAMED && !hasCodeFor(gpu);
  }

  private boolean isForCuda() {
    return flavor.startsWith("cu");
  }

  /** Whether it has to be downloaded first. */
  boolean isMissing() {
    return origin == Origin.DOWNLOADED && !TorchDownload.isComplete(folder);
  }

  /** As a person names it. */
  String description() {
    return flavor.equals(CPU)
        ? "PyTorch for the CPU"
        : "PyTorch for CUDA " + flavor.replaceFirst("cu(\\d+)(\\d)$", "$1.$2");
  }

  /** Such as {@code cu128/linux-x86_64}. */
  String placeOnSite() {
    return flavor + '/' + Platform.detectPlatform("pytorch").getClassifier();
  }

  /** Lets DJL take this build; before the engine is loaded. */
  void choose() {
    if (Utils.getEnvOrSystemProperty(FLAVOR) == null) {
      System.setProperty(FLAVOR, flavor);
    }
    if (isForCuda() && System.getProperty("os.name").startsWith("Windows")) {
      new DllSearchPath().putFirst(folder);
    }
  }

  /** The folder in {@code path} that DJL would take. */
  private static Optional<Path> libtorch(String path) {
    String library = System.mapLibraryName("torch");
    return Stream.of(path.split(File.pathSeparator))
        .map(Path::of)
        .flatMap(p -> p.endsWith(library) ? Stream.ofNullable(p.getParent()) : Stream.of(p))
        .filter(folder -> Files.isRegularFile(folder.resolve(library)))
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  private static String flavorOf(Path libtorch) {
    return Files.exists(libtorch.resolve(System.mapLibraryName("torch_cuda"))) ? CUDA : CPU;
  }

  /** As DJL names it. */
  private static Path cached(String flavor) {
    Platform platform = Platform.detectPlatform("pytorch");
    return Utils.getEngineCacheDir("pytorch")
        .resolve(platform.getVersion() + '-' + flavor + '-' + platform.getClassifier());
  }

  private static Optional<String> bundledFlavor() {
    try {
      ClassLoader loader = TorchBuild.class.getClassLoader();
      for (URL description :
          Collections.list(loader.getResources("native/lib/pytorch.properties"))) {
        Properties properties = new Properties();
        try (InputStream in = description.openStream()) {
          properties.load(in);
        }
        String flavor = properties.getProperty("flavor");
        if (flavor != null) {
          return Optional.of(flavor);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the class path cannot be read", e);
    }
  }
}
