package io.huihui.operators.memory;

import io.huihui.models.memory.ShardAnswer;

import java.util.List;

/**
 * Answers to the question of a minute.
 *
 * @param untilMillis wall clock, when the others are given up; the end of time in a replay
 */
public record ShardMinute(long untilMillis, List<ShardAnswer> answers) {

    public ShardMinute {
        answers = List.copyOf(answers);
    }
}
