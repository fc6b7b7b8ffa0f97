package reidstudio.engine;

import java.util.Map;
import java.util.Optional;
import reidstudio.event.MetricKey;
import reidstudio.event.ZeroReason;

/**
 * What one step did.
 *
 * @param values all quantities that were measured
 * @param sdmZero why SDM is exactly zero, when it is
 * @param culprit the first quantity that is not finite; then the step was not applied
 */
record StepResult(
    Map<MetricKey, Double> values, Optional<ZeroReason> sdmZero, Optional<MetricKey> culprit) {}
