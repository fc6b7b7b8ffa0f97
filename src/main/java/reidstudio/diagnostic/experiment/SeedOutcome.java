package reidstudio.diagnostic.experiment;

/**
 * What came of a short course from one seed.
 *
 * @param seed of first weights, order of batches and augmentation
 * @param firstCrossEntropy mean over the first steps
 * @param crossEntropy mean over the last steps
 * @param firstSdm mean over the first steps
 * @param sdm mean over the last steps
 * @param pairable mean share of pairable identities of a batch
 */
record SeedOutcome(
    long seed,
    double firstCrossEntropy,
    double crossEntropy,
    double firstSdm,
    double sdm,
    double pairable) {}
