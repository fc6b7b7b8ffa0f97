package reidstudio.tensor.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognises the format of a file by its first bytes, since names of weight files say little. */
record WeightFormat(Path path) {
  private static final int LOOK = 64;
  private static final String ZIP = "PK\3\4";

  /** A pickled long, the magic number of torch.save before PyTorch 1.6. */
  private static final String LEGACY = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";

  WeightFile open() throws IOException {
    WeightFault fault = new WeightFault(path);
    String start = start(fault);
    if (start.isEmpty()) {
      throw fault.damaged("it has 0 bytes");
    }
    if (start.startsWith(ZIP)) {
      return TorchArchive.open(path);
    }
    if (start.startsWith(LEGACY)) {
      throw fault.refused(
          "it was written by torch.save in the form of before PyTorch 1.6. Load it in PyTorch and"
              + " save model.state_dict() again, or use the safetensors file of the same model");
    }
    if (start.startsWith("version https://git-lfs")) {
      throw fault.refused(
          "it is a pointer of Git LFS and holds no weights. Run 'git lfs pull' beside it, or"
              + " download the file itself");
    }
    if (start.stripLeading().startsWith("<")) {
      throw fault.refused(
          "it is a page of a web site, not the file that the page offers. Download it again");
    }
    // 8 bytes of length, then the header
    if (start.length() > Long.BYTES && start.charAt(Long.BYTES) == '{') {
      return SafetensorsFile.open(path);
    }
    throw fault.refused(
        "it is neither safetensors nor an archive of torch.save or torch.jit.save. Give one of"
            + " these, for instance model.safetensors or ViT-B-16.pt");
  }

  /** The first bytes, as one character each. */
  private String start(WeightFault fault) throws IOException {
    if (!Files.exists(path)) {
      throw fault.refused("there is no such file. Correct the path");
    }
    if (Files.isDirectory(path)) {
      throw fault.refused("it is a folder. Give the path of the file inside it");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
    } catch (AccessDeniedException e) {
      throw fault.because("access is denied. Change the file's permissions", e);
    } catch (IOException e) {
      throw fault.because("the disk does not give its bytes (" + e.getMessage() + ")", e);
    }
  }
}
