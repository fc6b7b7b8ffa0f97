package reidstudio.config;

/** The numbers that encoders compute with; weights, gradients and losses are always float32. */
public enum Precision {
  /** 32 bits everywhere. */
  FLOAT32,
  /** Products of matrices in bfloat16, master weights and optimizer state in float32. */
  BF16
}
