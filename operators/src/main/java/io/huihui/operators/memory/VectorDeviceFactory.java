package io.huihui.operators.memory;

import io.huihui.models.vector.VectorDevice;

import java.io.Serializable;

/** Opens a device in the process that will use it; throws when there is none. */
public interface VectorDeviceFactory extends Serializable {

    VectorDevice open();
}
