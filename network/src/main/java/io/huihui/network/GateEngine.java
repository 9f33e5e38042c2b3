package io.huihui.network;

import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.PlainGateNetwork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What computes the gating network. All say the same to within a rounding of floats. */
public enum GateEngine {
    /** PyTorch where it is on the class path of the cluster and has natives, else plain loops. */
    AUTO,
    /** PyTorch by DJL; without it the job does not start. */
    PYTORCH,
    /** Plain loops: equal bits on every machine, whatever the batch. */
    JAVA;

    private static final Logger LOG = LoggerFactory.getLogger(GateEngine.class);

    /**
     * Returns the network of a model, ready to be asked in this process.
     *
     * @param device of PyTorch; plain loops know only the processors
     */
    public GateNetwork create(GateNetworkModel model, ComputeDevice device) {
        return switch (this) {
            case JAVA -> new PlainGateNetwork(model);
            case PYTORCH -> new PyTorchGateNetwork(model, device);
            case AUTO -> {
                try {
                    yield PYTORCH.create(model, device);
                } catch (IllegalStateException | LinkageError e) {
                    LOG.warn("The gate computes its network in plain loops: {}", e.toString());
                    yield JAVA.create(model, device);
                }
            }
        };
    }
}
