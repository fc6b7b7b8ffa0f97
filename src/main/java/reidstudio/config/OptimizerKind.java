package reidstudio.config;

/** Which rule moves the weights; the two differ in what weight decay means. */
public enum OptimizerKind {
  /** Decay takes a share of the weight itself (Loshchilov and Hutter 2019). */
  ADAMW,
  /** Decay is added to the gradient, as L2 regularisation (Kingma and Ba 2015). */
  ADAM
}
