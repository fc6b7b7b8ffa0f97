package reidstudio.diagnostic;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import reidstudio.batch.HostBatch;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Adam;
import reidstudio.optim.Schedule;
import reidstudio.sampler.SamplerChoice;
import reidstudio.tensor.OperatorPack;

/**
 * What a diagnosis looks at.
 *
 * @param description in words, for the report
 * @param step optimizer steps that the model has had; 0 for a fresh one
 * @param config of the run
 * @param dataset all of it
 * @param sampler the one in use
 * @param batches a batch of the run's sampler, by number
 * @param pack operators on the model's device
 * @param model the real one
 * @param optimizer the real one
 * @param losses the real ones
 * @param schedule of the learning rate
 * @param accumulation which batches share an update
 * @param variants the same batches with other pictures
 * @param startRank effective rank of features before the first step, where that is known
 * @param fresh the same configuration before its first step, from a seed
 * @param state every array that training changes, by name, as it is when it is asked for
 */
public record Subject(
    String description,
    long step,
    RunConfig config,
    Dataset dataset,
    SamplerChoice sampler,
    BatchLookup batches,
    OperatorPack pack,
    ReidModel model,
    Adam optimizer,
    LossMix losses,
    Schedule schedule,
    Accumulation accumulation,
    BatchVariants variants,
    OptionalDouble startRank,
    FreshStart fresh,
    Supplier<Map<String, NDArray>> state) {
  /** Prepares a batch on the calling thread. */
  @FunctionalInterface
  public interface BatchLookup {
    /** Batch {@code number}, counted from 0, of the epoch that the subject is in. */
    HostBatch batch(int number);
  }
}
