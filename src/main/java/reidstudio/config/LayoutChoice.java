package reidstudio.config;

/** By which public data set's rules a data folder is read. */
public enum LayoutChoice {
  /** What lies in the folder tells. */
  AUTO,
  /** ORBench, and the demo set. */
  ORBENCH,
  /** The challenge's training and validation folders. */
  PRCV2025,
  /** Captions. */
  CUHK_PEDES,
  /** Captions. */
  ICFG_PEDES,
  /** Captions. */
  RSTPREID,
  /** Visible and infrared. */
  SYSU_MM01,
  /** Visible and thermal. */
  REGDB,
  /** Visible and infrared, at night. */
  LLCM,
  /** Visible alone. */
  MARKET_1501
}
