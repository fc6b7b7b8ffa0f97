/**
 * From a batch plan to tensors: pictures are decoded and augmented on worker threads ahead of the
 * engine, then copied to the device in one piece for each modality.
 *
 * <p>Threads: workers own {@code HostBatch} until it is handed over; {@code DeviceBatch} belongs to
 * the engine thread. May import: {@code config}, {@code data}, {@code sampler}, {@code model} for
 * its input record, DJL.
 */
package reidstudio.batch;
