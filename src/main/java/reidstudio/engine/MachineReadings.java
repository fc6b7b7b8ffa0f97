package reidstudio.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GpuStats;
import oshi.hardware.GraphicsCard;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import reidstudio.event.MetricKey;

/**
 * What this process and others take of the machine: memory, processor and, for a run on an NVIDIA
 * card, that card. Looked up at most once a second; what the system does not tell is left out.
 *
 * <p>Thread: one at a time.
 */
final class MachineReadings implements AutoCloseable {
  private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;
  private static final double MEBIBYTE = 1 << 20;

  private final OperatingSystem system;
  private final CentralProcessor processor;
  private final Optional<GpuStats> card;
  private Map<MetricKey, Double> values;
  private OSProcess before;
  private long[] ticksBefore;
  private long lookedAt;

  /**
   * Takes a first look at the processor, which later ones are compared with.
   *
   * @param card number of the NVIDIA card that is trained on; negative for none
   */
  MachineReadings(int card) {
    SystemInfo machine = new SystemInfo();
    this.system = machine.getOperatingSystem();
    this.processor = machine.getHardware().getProcessor();
    this.card = card < 0 ? Optional.empty() : card(machine, card);
    this.before = system.getCurrentProcess();
    this.ticksBefore = processor.getSystemCpuLoadTicks();
    this.lookedAt = System.nanoTime();
    this.values = Map.of(MetricKey.MEMORY, before.getResidentMemory() / MEBIBYTE);
  }

  private static Optional<GpuStats> card(SystemInfo machine, int number) {
    return machine.getHardware().getGraphicsCards().stream()
        .filter(card -> card.getVendor().toLowerCase(Locale.ROOT).contains("nvidia"))
        .skip(number)
        .findFirst()
        .map(GraphicsCard::createStatsSession);
  }

  /** The newest figures. */
  Map<MetricKey, Double> newest() {
    if (System.nanoTime() - lookedAt > NANOS_BETWEEN_LOOKS) {
      look();
    }
    return values;
  }

  private void look() {
    Map<MetricKey, Double> found = new TreeMap<>();
    OSProcess now = system.getCurrentProcess();
    put(found, MetricKey.MEMORY, now.getResidentMemory() / MEBIBYTE);
    put(
        found,
        MetricKey.PROCESSOR_OWN,
        now.getProcessCpuLoadBetweenTicks(before) / processor.getLogicalProcessorCount());
    put(found, MetricKey.PROCESSOR_ALL, processor.getSystemCpuLoadBetweenTicks(ticksBefore));
    card.ifPresent(
        gpu -> {
          put(found, MetricKey.CARD_USE, gpu.getGpuUtilization() / 100);
          put(found, MetricKey.CARD_MEMORY, gpu.getVramUsed() / MEBIBYTE);
          put(found, MetricKey.CARD_TEMPERATURE, gpu.getTemperature());
        });
    before = now;
    ticksBefore = processor.getSystemCpuLoadTicks();
    lookedAt = System.nanoTime();
    values = found;
  }

  /** OSHI tells of nothing with a negative number. */
  private static void put(Map<MetricKey, Double> into, MetricKey key, double value) {
    if (value >= 0 && Double.isFinite(value)) {
      into.put(key, value);
    }
  }

  @Override
  public void close() {
    card.ifPresent(GpuStats::close);
  }
}
