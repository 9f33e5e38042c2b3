package io.huihui.connectors.tape;

import io.huihui.connectors.topic.EffectOrder;
import io.huihui.connectors.topic.Topic;
import io.huihui.models.decision.DeadLetter;

/**
 * What stands at one place of a tape: a record, or the reason why there is none.
 *
 * @param order the record's place; that of the record before it when it is undecodable
 * @param value null exactly when {@code deadLetter} is not
 */
public record TapeRecord<T>(
        Topic<? extends T> topic, EffectOrder order, T value, DeadLetter deadLetter) {}
