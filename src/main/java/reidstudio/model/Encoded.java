package reidstudio.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What an encoder makes of n items.
 *
 * @param features [n, D]
 * @param tokens [n, T, D], projected like the feature; absent where nobody asked for them
 */
record Encoded(NDArray features, Optional<NDArray> tokens) {}
