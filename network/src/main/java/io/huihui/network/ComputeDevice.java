package io.huihui.network;

/** On what a network is computed. */
public enum ComputeDevice {
    CPU,
    /** The first one; the CUDA build of the natives must be on the class path. */
    GPU
}
