package reidstudio.event;

/**
 * How far a modality lies from the visible pictures, all features of length 1.
 *
 * @param modality {@code nir}, {@code cp}, {@code sk} or {@code text}
 * @param distance of the two centres
 * @param gap that distance over the spread within, the root of the mean of both squared spreads
 */
public record ModalityDistance(String modality, double distance, double gap) {}
