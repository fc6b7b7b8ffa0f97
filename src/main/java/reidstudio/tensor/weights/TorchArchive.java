package reidstudio.tensor.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The tensors in an archive of {@code torch.save} (a state dict, perhaps inside other dictionaries)
 * or {@code torch.jit.save} (a module).
 */
final class TorchArchive implements WeightFile {
  private static final int FEW = 1 << 20;

  private final Path path;
  private final WeightFault fault;
  private final TorchZip zip;
  private final Map<String, TorchTensor> tensors;

  private TorchArchive(Path path, TorchZip zip) throws IOException {
    this.path = path;
    this.fault = new WeightFault(path);
    this.zip = zip;
    this.tensors = TensorTree.named(new PickleReader(zip.pickle(), fault).read(), fault);
    for (Map.Entry<String, TorchTensor> entry : tensors.entrySet()) {
      requireInside(entry.getKey(), entry.getValue());
    }
  }

  static TorchArchive open(Path path) throws IOException {
    TorchZip zip = TorchZip.open(path);
    try {
      return new TorchArchive(path, zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void requireInside(String name, TorchTensor tensor) throws IOException {
    try {
      zip.require(tensor.storage(), name);
      tensor.entry().size();
      if (Math.addExact(tensor.offset(), tensor.span()) > tensor.storage().size()) {
        throw fault.damaged("'" + name + "' reaches beyond the end of its storage");
      }
    } catch (ArithmeticException e) {
      throw fault.damaged("'" + name + "' has a size beyond all numbers", e);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public Entry entry(String name) {
    return view(name).entry();
  }

  @Override
  public float[] read(String name) throws IOException {
    TorchTensor tensor = view(name);
    return values(name, tensor, fault.countOf(name, tensor.entry()));
  }

  @Override
  public float[] numbers(String name) throws IOException {
    TorchTensor tensor = view(name);
    return values(name, tensor, fault.countOfNumbers(name, tensor.entry()));
  }

  private float[] values(String name, TorchTensor tensor, int count) throws IOException {
    TorchStorage storage = tensor.storage();
    if (count > Math.max(storage.size(), FEW)) {
      // a small file could else ask for all memory
      throw fault.refused(
          "'%s' repeats %d numbers to %d. Save it as contiguous()"
              .formatted(name, storage.size(), count));
    }
    if (tensor.isContiguous()) {
      return zip.read(storage, tensor.offset(), count);
    }
    long span = tensor.span();
    fault.countOf(name, new Entry(storage.type(), new long[] {span}));
    return tensor.gathered(zip.read(storage, tensor.offset(), (int) span), count);
  }

  /** None: a state dict has names and numbers alone. */
  @Override
  public Map<String, String> metadata() {
    return Map.of();
  }

  private TorchTensor view(String name) {
    TorchTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(path + " has no '" + name + "'");
    }
    return tensor;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
