package io.huihui.operators.gating;

import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;

import java.io.Serializable;

/** Fills a network from a model, in the process that will ask it. */
public interface GateNetworkFactory extends Serializable {

    GateNetwork create(GateNetworkModel model);
}
