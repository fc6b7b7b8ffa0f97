package reidstudio.faultbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import reidstudio.diagnostic.finding.Fault;

/** One trial of the bench: something to diagnose, and the fault that was planted in it. */
interface BenchTrial {
  /** What is special about it. */
  String name();

  /** The fault that was planted; empty where nothing is wrong. */
  Optional<Fault> planted();

  /** Makes it in {@code folder} and tells what the doctor said. */
  Diagnosed diagnose(Path folder) throws IOException, InterruptedException;
}
