package io.huihui.cli.canary;

/** Which of the two versions wrote something. */
enum Version {
    RUNNING,
    CANARY;

    Version other() {
        return this == RUNNING ? CANARY : RUNNING;
    }
}
