package io.huihui.models.directive;

import io.huihui.models.decision.Directive;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Decides which directives are worth sending: a trade always; anything else when it says something
 * new and the last one is old enough, or when nothing was sent for a while.
 */
public final class EmissionRule implements BinaryState {

    private static final int STATE_VERSION = 1;

    private String lastSays = "";
    private long lastMillis;

    /** Returns whether to send the directive, and if so remembers it. */
    public boolean admits(Directive directive, DirectiveConfig config) {
        String says =
                directive.action() + "/" + directive.noTradeReason() + "/" + directive.thesis();
        long age = directive.snapshot().secondEndMillis() - lastMillis;
        boolean news = !says.equals(lastSays) && age >= config.minimumGapMillis();
        if (directive.isTrade() || news || age >= config.refreshMillis()) {
            lastSays = says;
            lastMillis = directive.snapshot().secondEndMillis();
            return true;
        }
        return false;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeUTF(lastSays);
        out.writeLong(lastMillis);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "emission rule");
        lastSays = in.readUTF();
        lastMillis = in.readLong();
    }
}
