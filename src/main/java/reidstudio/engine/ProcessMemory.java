package reidstudio.engine;

import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

/** Resident memory of this process, looked up at most once a second. */
final class ProcessMemory {
  private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;
  private static final double MEBIBYTE = 1 << 20;

  private final OperatingSystem system = new SystemInfo().getOperatingSystem();
  private long lookedAt;
  private double mebibytes = Double.NaN;

  /** The newest figure in MiB; NaN where the system does not tell. */
  double mebibytes() {
    long now = System.nanoTime();
    if (Double.isNaN(mebibytes) || now - lookedAt > NANOS_BETWEEN_LOOKS) {
      lookedAt = now;
      mebibytes = system.getCurrentProcess().getResidentMemory() / MEBIBYTE;
    }
    return mebibytes;
  }
}
